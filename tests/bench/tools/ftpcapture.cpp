// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ftpcapture FILE CONNECTIONS: writes a capture of that many FTP control connections, each a login, a listing by PASV,
// a download by EPSV and an upload by PORT, with the bare ACKs between, and prints how many packets they are.

#include "packetbuilder.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <pcap/pcap.h>
#include <string>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

enum Side { Client, Server };

class Connection {
public:
    Connection(pcap_dumper_t *file, const Tuple &tuple)
        : m_file(file)
        , m_tuple(tuple)
    {
    }

    void open()
    {
        m_sequence = {999, 4999};
        put(Client, Syn, {});
        ++m_sequence[Client];
        put(Server, Syn | Ack, {});
        ++m_sequence[Server];
        put(Client, Ack, {});
    }
    void say(Side from, std::string_view text)
    {
        put(from, Ack, text);
        m_sequence[from] += static_cast<std::uint32_t>(text.size());
        put(from == Client ? Server : Client, Ack, {});
    }
    void close()
    {
        put(Client, Fin | Ack, {});
        ++m_sequence[Client];
        put(Server, Fin | Ack, {});
        ++m_sequence[Server];
        put(Client, Ack, {});
    }
    unsigned packets() const { return m_packets; }

private:
    void put(Side from, std::uint8_t flags, std::string_view text)
    {
        const std::uint32_t acknowledged = flags == Syn ? 0 : m_sequence[1 - from];
        const Bytes bytes =
            tcpPacket(from == Client ? m_tuple : m_tuple.inverted(), {m_sequence[from], acknowledged, flags, text});
        pcap_pkthdr header {};
        header.ts.tv_sec = 1700000000;
        header.caplen = header.len = static_cast<bpf_u_int32>(bytes.size());
        ::pcap_dump(reinterpret_cast<u_char *>(m_file), &header, bytes.data());
        ++m_packets;
    }

    pcap_dumper_t *m_file;
    Tuple m_tuple;
    std::array<std::uint32_t, 2> m_sequence {};
    unsigned m_packets = 0;
};

void converse(Connection &ftp)
{
    ftp.open();
    ftp.say(Server, "220 (vsFTPd 3.0.3)\r\n");
    ftp.say(Client, "USER anonymous\r\n");
    ftp.say(Server, "331 Please specify the password.\r\n");
    ftp.say(Client, "PASS guest@example.org\r\n");
    ftp.say(Server, "230 Login successful.\r\n");
    ftp.say(Client, "SYST\r\n");
    ftp.say(Server, "215 UNIX Type: L8\r\n");
    ftp.say(Client, "FEAT\r\n");
    ftp.say(
        Server, "211-Features:\r\n EPRT\r\n EPSV\r\n MDTM\r\n PASV\r\n REST STREAM\r\n SIZE\r\n TVFS\r\n211 End\r\n");
    ftp.say(Client, "TYPE I\r\n");
    ftp.say(Server, "200 Switching to Binary mode.\r\n");
    ftp.say(Client, "PASV\r\n");
    ftp.say(Server, "227 Entering Passive Mode (10,0,2,2,195,80).\r\n");
    ftp.say(Client, "LIST\r\n");
    ftp.say(Server, "150 Here comes the directory listing.\r\n");
    ftp.say(Server, "226 Directory send OK.\r\n");
    ftp.say(Client, "EPSV\r\n");
    ftp.say(Server, "229 Entering Extended Passive Mode (|||50001|)\r\n");
    ftp.say(Client, "RETR pub/file.bin\r\n");
    ftp.say(Server, "150 Opening BINARY mode data connection for pub/file.bin (10485760 bytes).\r\n");
    ftp.say(Server, "226 Transfer complete.\r\n");
    ftp.say(Client, "PORT 10,0,1,2,195,82\r\n");
    ftp.say(Server, "200 PORT command successful. Consider using PASV.\r\n");
    ftp.say(Client, "STOR incoming/file.bin\r\n");
    ftp.say(Server, "150 Ok to send data.\r\n");
    ftp.say(Server, "226 Transfer complete.\r\n");
    ftp.say(Client, "QUIT\r\n");
    ftp.say(Server, "221 Goodbye.\r\n");
    ftp.close();
}

} // namespace

int main(int argc, char **argv)
{
    const int connections = argc == 3 ? std::atoi(argv[2]) : 0;
    if (connections < 1 || connections > 2000) {
        std::fputs("usage: ftpcapture FILE CONNECTIONS (1-2000)\n", stderr);
        return 2;
    }
    pcap_t *handle = ::pcap_open_dead(DLT_RAW, 65535);
    pcap_dumper_t *file = ::pcap_dump_open(handle, argv[1]);
    if (!file) {
        std::fprintf(stderr, "ftpcapture: %s\n", ::pcap_geterr(handle));
        return 1;
    }
    unsigned packets = 0;
    for (int i = 0; i < connections; ++i) {
        Connection ftp(file, tcpTuple("10.0.1.2", static_cast<std::uint16_t>(40000 + i), "10.0.2.2", 21));
        converse(ftp);
        packets += ftp.packets();
    }
    ::pcap_dump_close(file);
    ::pcap_close(handle);
    std::printf("%u\n", packets);
}
