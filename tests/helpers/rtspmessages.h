// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conversation.h"

#include <QString>
#include <string>
#include <string_view>

/// What both sides of an RTSP session say while they agree on a transport.
namespace Trackhand::Test::Rtsp {

inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline std::string setup(std::string_view transport, int cseq = 3)
{
    return "SETUP rtsp://cam/stream=0 RTSP/1.0\r\nCSeq: " + std::to_string(cseq)
        + "\r\nTransport: " + std::string(transport) + "\r\nUser-Agent: test\r\n\r\n";
}

inline std::string agreed(std::string_view transport, int cseq = 3)
{
    return "RTSP/1.0 200 OK\r\nCSeq: " + std::to_string(cseq) + "\r\nTransport: " + std::string(transport)
        + "\r\nSession: 1234;timeout=60\r\n\r\n";
}

inline constexpr char Asked[] = "RTP/AVP;unicast;client_port=50000-50001";
inline constexpr char Granted[] =
    "RTP/AVP;unicast;client_port=50000-50001;server_port=6000-6001;ssrc=1A2B;mode=\"PLAY\"";
inline constexpr char Media[] = "10.0.2.2:6000 > 10.0.1.2:50000, 10.0.1.2:50000 > 10.0.2.2:6000, "
                                "10.0.2.2:6001 > 10.0.1.2:50001, 10.0.1.2:50001 > 10.0.2.2:6001";

inline bool notes(const Conversation &rtsp, std::string_view wanted)
{
    return rtsp.note().find(wanted) != std::string::npos;
}

} // namespace Trackhand::Test::Rtsp
