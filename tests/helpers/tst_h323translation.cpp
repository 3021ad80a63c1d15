// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "h323call.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace Trackhand::Test::H323;

namespace {

constexpr L4Protocol Tcp = L4Protocol::Tcp;
constexpr L4Protocol Udp = L4Protocol::Udp;

} // namespace

class TestH323Translation : public QObject {
    Q_OBJECT

private slots:
    void behindMasqueradeAddressesAreRewrittenInPlace();
    void behindMasqueradeAPairGetsPortsThatFollowEachOther();
    void aPairKeepsItsPublicPortsInLaterMessages();
    void behindMasqueradeARegistrationNamesThePublicEnds();
    void behindPortForwardingBothEndsAreRewritten();
    void aRetransmissionInOtherPiecesIsRewrittenTheSameWay();
    void anAddressInAnEarlierSegmentCannotBeRewritten();
    void withoutAFreePortNothingIsRewritten();
    void ipv6IsRewrittenInPlaceToo();
};

void TestH323Translation::behindMasqueradeAddressesAreRewrittenInPlace()
{
    Call h323(Tcp);
    h323.masquerade("192.0.2.1");
    h323.ports.taken = {41000};
    const auto &proposal = h323.client(bytes(Setup));
    QCOMPARE(text(h323.expectations()), text("10.0.2.2:0 > 192.0.2.1:41001"));
    const auto &expectation = proposal.expectations[0];
    QVERIFY(expectation.nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(text(expectation.natAddress.toString()), text("10.0.1.2"));
    QCOMPARE(expectation.natPort, std::uint16_t {41000});
    auto wanted = replaced(bytes(Setup), end("10.0.1.2", 41000), end("192.0.2.1", 41001));
    wanted = replaced(wanted, end("10.0.1.2", 40000), end("192.0.2.1", 40000)); // sourceCallSignalAddress
    QVERIFY(h323.rewritten() == wanted);
    h323.server(bytes(Connect)); // the other end needs nothing
    QVERIFY(!h323.proposal().mangled);
    QCOMPARE(text(h323.expectations()), text("10.0.1.2:0 > 10.0.2.2:42000"));
}

void TestH323Translation::behindMasqueradeAPairGetsPortsThatFollowEachOther()
{
    Call h323(Tcp);
    h323.masquerade("192.0.2.1");
    h323.ports.taken = {5001};
    h323.client(bytes(OpenChannel));
    QCOMPARE(text(h323.expectations()), text("10.0.2.2:0 > 192.0.2.1:5002, 10.0.2.2:0 > 192.0.2.1:5003"));
    QCOMPARE(h323.proposal().expectations[1].natPort, std::uint16_t {5001});
    QVERIFY(h323.rewritten() == replaced(bytes(OpenChannel), end("10.0.1.2", 5001), end("192.0.2.1", 5003)));
    QCOMPARE(h323.ports.requests.size(), std::size_t {1});
    QCOMPARE(h323.ports.requests[0].count, std::uint8_t {2});
}

void TestH323Translation::aPairKeepsItsPublicPortsInLaterMessages()
{
    Call h323(Tcp);
    h323.masquerade("192.0.2.1");
    h323.ports.taken = {5001};
    h323.client(bytes(SetupWithFastStart));
    auto wanted = replaced(bytes(SetupWithFastStart), end("10.0.1.2", 5000), end("192.0.2.1", 5002));
    wanted = replaced(wanted, end("10.0.1.2", 5001), end("192.0.2.1", 5003));
    QVERIFY(h323.rewritten() == replaced(wanted, end("10.0.1.2", 40000), end("192.0.2.1", 40000)));
    QCOMPARE(h323.proposal().expectationCount, std::uint8_t {2});
    h323.ports.taken = {};
    h323.client(bytes(OpenChannel));
    QVERIFY(h323.rewritten() == replaced(bytes(OpenChannel), end("10.0.1.2", 5001), end("192.0.2.1", 5003)));
    QCOMPARE(text(h323.expectations()), text("10.0.2.2:0 > 192.0.2.1:5002, 10.0.2.2:0 > 192.0.2.1:5003"));
}

void TestH323Translation::behindMasqueradeARegistrationNamesThePublicEnds()
{
    Call h323(Udp);
    h323.masquerade("192.0.2.1");
    h323.reply.destinationPort = 1030; // of RAS, as seen by the gatekeeper
    h323.ports.taken = {1720};
    h323.client(bytes(Registration));
    QCOMPARE(text(h323.expectations()), text("10.0.2.2:0 > 192.0.2.1:1721"));
    auto wanted = replaced(bytes(Registration), end("10.0.1.2", 1720), end("192.0.2.1", 1721));
    QVERIFY(h323.rewritten() == replaced(wanted, end("10.0.1.2", 1719), end("192.0.2.1", 1030)));
    h323.client(bytes(Admission));
    QVERIFY(h323.rewritten() == replaced(bytes(Admission), end("10.0.1.2", 1720), end("192.0.2.1", 1721)));
    h323.server(replaced(bytes(AdmissionConfirm), end("10.0.2.2", 1721), end("192.0.2.1", 1721))); // it is called
    QVERIFY(h323.rewritten() == replaced(bytes(AdmissionConfirm), end("10.0.2.2", 1721), end("10.0.1.2", 1720)));
    h323.client(bytes(KeepAlive));
    QCOMPARE(text(h323.expectations()), text("10.0.2.2:0 > 192.0.2.1:1721"));
    h323.ports.taken = {1720, 1721};
    h323.client(bytes(KeepAlive)); // which has no place to name another port in
    QCOMPARE(text(h323.expectations()), QString());
}

void TestH323Translation::behindPortForwardingBothEndsAreRewritten()
{
    Call h323(Tcp);
    h323.forwardPort("198.51.100.1"); // the client calls this address
    auto call = replaced(bytes(Setup), end("10.0.2.2", 1720), end("198.51.100.1", 1720));
    h323.client(call);
    QVERIFY(h323.rewritten() == bytes(Setup)); // destCallSignalAddress is the server's own again
    QCOMPARE(text(h323.expectations()), text("10.0.2.2:0 > 10.0.1.2:41000"));
    h323.server(bytes(Connect));
    QVERIFY(h323.rewritten() == replaced(bytes(Connect), end("10.0.2.2", 42000), end("198.51.100.1", 42000)));
    QCOMPARE(text(h323.expectations()), text("10.0.1.2:0 > 198.51.100.1:42000"));
}

void TestH323Translation::aRetransmissionInOtherPiecesIsRewrittenTheSameWay()
{
    Call h323(Tcp);
    h323.masquerade("192.0.2.1");
    h323.ports.taken = {41000};
    const std::uint32_t first = h323.sequence[0];
    const std::string message = bytes(Setup);
    h323.client(message);
    const std::string said = h323.rewritten();
    for (std::size_t at = 1; at < message.size(); ++at) {
        h323.segment(0, first, message.substr(0, at));
        std::string again = h323.rewritten().empty() ? message.substr(0, at) : h323.rewritten();
        h323.segment(0, first + static_cast<std::uint32_t>(at), message.substr(at));
        again += h323.rewritten().empty() ? message.substr(at) : h323.rewritten();
        QVERIFY(again == said);
        QCOMPARE(text(h323.expectations()), text("10.0.2.2:0 > 192.0.2.1:41001"));
    }
}

void TestH323Translation::anAddressInAnEarlierSegmentCannotBeRewritten()
{
    const std::string message = bytes(Setup);
    const std::size_t control = message.find(end("10.0.1.2", 41000));
    Call split(Tcp);
    split.masquerade("192.0.2.1");
    split.client(message.substr(0, control + 3));
    split.client(message.substr(control + 3));
    QCOMPARE(text(split.expectations()), QString());
    QVERIFY2(split.note().find("split over segments") != std::string::npos, split.note().c_str());
    Call before(Tcp); // the header alone comes first, as from some endpoints
    before.masquerade("192.0.2.1");
    before.client(message.substr(0, 4));
    before.client(message.substr(4));
    QCOMPARE(text(before.expectations()), text("10.0.2.2:0 > 192.0.2.1:41000"));
}

void TestH323Translation::withoutAFreePortNothingIsRewritten()
{
    Call h323(Tcp);
    h323.masquerade("192.0.2.1");
    for (unsigned port = 1024; port < 65536; ++port) {
        h323.ports.taken.insert(static_cast<std::uint16_t>(port));
    }
    h323.client(bytes(OpenChannel));
    QCOMPARE(text(h323.expectations()), QString());
    QVERIFY(!h323.proposal().mangled);
    QVERIFY2(h323.note().find("no port of the translated address is free") != std::string::npos, h323.note().c_str());
}

void TestH323Translation::ipv6IsRewrittenInPlaceToo()
{
    Call h323(Tcp, true);
    h323.forwardPort("fd00:1::1");
    h323.server(bytes(ChannelAck6));
    auto wanted = replaced(bytes(ChannelAck6), end("fd00:2::2", 6000), end("fd00:1::1", 6000));
    QVERIFY(h323.rewritten() == replaced(wanted, end("fd00:2::2", 6001), end("fd00:1::1", 6001)));
    QCOMPARE(text(h323.expectations()), text("fd00:1::2:0 > fd00:1::1:6000, fd00:1::2:0 > fd00:1::1:6001"));
}

QTEST_APPLESS_MAIN(TestH323Translation)
#include "tst_h323translation.moc"
