// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcmessages.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace Trackhand::Test::Rpc;

/// A port mapper whose address or ports are translated on the way.
class TestRpcTranslation : public QObject {
    Q_OBJECT

private slots:
    void behindAMasqueradedClientNothingIsRewritten();
    void aForwardedPortIsExpectedAtThePublicAddress_data();
    void aForwardedPortIsExpectedAtThePublicAddress();
    void aPortThatStaysIsNotRewritten();
    void anotherPortIsSaidAgainWhenTheReplyComesAgain_data();
    void anotherPortIsSaidAgainWhenTheReplyComesAgain();
    void translatedIpv6IsRewrittenWhereNoLengthChanges();
    void aReplyThatCannotBeRewrittenIsRefused();
};

void TestRpcTranslation::behindAMasqueradedClientNothingIsRewritten()
{
    for (const auto l4 : {L4Protocol::Tcp, L4Protocol::Udp}) {
        PortMapper rpc(l4, false);
        rpc.masquerade();
        rpc.ask(getAddress(7, "tcp"));
        const auto &proposal = rpc.answer(reply(7, string("10.0.2.2.8.1")));
        QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.2.2:2049"));
        QVERIFY(proposal.expectations[0].natAddress == proposal.expectations[0].tuple.destination);
        QVERIFY(!proposal.mangled);
    }
}

void TestRpcTranslation::aForwardedPortIsExpectedAtThePublicAddress_data()
{
    QTest::addColumn<int>("l4");
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("rewritten");
    for (const int l4 : {6, 17}) {
        const auto row = [l4](const char *name, const std::string &call, const std::string &said,
                             const std::string &rewritten) {
            QTest::addRow("%s by %s", name, l4 == 6 ? "TCP" : "UDP")
                << l4 << bytes(call) << bytes(said) << bytes(rewritten);
        };
        row("GETPORT", getPort(7, Nfs, Udp), words({50000}), words({50001}));
        row("GETADDR", getAddress(7, "tcp"), string("10.0.2.2.195.80"), string("10.0.1.1.195.81"));
        row("GETADDR that grows", getAddress(7, "tcp"), string("0.0.0.0.195.80"), string("10.0.1.1.195.81"));
        row("GETADDR that grows by a word", getAddress(7, "tcp"), string("::.195.80"), string("10.0.1.1.195.81"));
    }
}

void TestRpcTranslation::aForwardedPortIsExpectedAtThePublicAddress()
{
    QFETCH(int, l4);
    QFETCH(QByteArray, call);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, rewritten);
    PortMapper rpc(static_cast<L4Protocol>(l4), false);
    rpc.forwardPort();
    rpc.ports.taken = {50000};
    rpc.ask(call.toStdString());
    const auto &proposal = rpc.answer(reply(7, said.toStdString()));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.1.1:50001"));
    QVERIFY(proposal.expectations[0].nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(text(proposal.expectations[0].natAddress.toString()), text("10.0.2.2"));
    QCOMPARE(proposal.expectations[0].natPort, std::uint16_t {50000});
    QCOMPARE(bytes(rpc.rewritten()), bytes(rpc.wrapped(reply(7, rewritten.toStdString()))));
}

void TestRpcTranslation::aPortThatStaysIsNotRewritten()
{
    PortMapper rpc(L4Protocol::Udp, false);
    rpc.forwardPort();
    rpc.ask(getPort(7, Nfs, Udp));
    const auto &proposal = rpc.answer(reply(7, words({2049})));
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.1.1:2049"));
    QVERIFY(!proposal.mangled);
    rpc.ask(getAddress(8, "udp"));
    rpc.answer(reply(8, string("10.0.1.1.8.1"))); // the server knows its public address
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.1.1:2049"));
    QVERIFY(!proposal.mangled);
}

void TestRpcTranslation::anotherPortIsSaidAgainWhenTheReplyComesAgain_data()
{
    QTest::addColumn<int>("l4");
    QTest::addRow("TCP") << 6;
    QTest::addRow("UDP") << 17;
}

void TestRpcTranslation::anotherPortIsSaidAgainWhenTheReplyComesAgain()
{
    QFETCH(int, l4);
    PortMapper rpc(static_cast<L4Protocol>(l4), false);
    rpc.forwardPort();
    rpc.ports.taken = {50000};
    rpc.ask(getAddress(7, "tcp"));
    const std::uint32_t at = rpc.sequence[1];
    const std::string said = rpc.wrapped(reply(7, string("10.0.2.2.195.80")));
    rpc.server(said);
    const std::string first = rpc.rewritten();
    QVERIFY(!first.empty());
    rpc.ports.taken.insert(50001); // which is this connection's own now
    if (l4 == 6) {
        rpc.segment(1, at, said);
    } else {
        rpc.server(said);
    }
    QCOMPARE(text(rpc.expectations()), text("10.0.1.2:0 > 10.0.1.1:50001"));
    QCOMPARE(bytes(rpc.rewritten()), bytes(first));
}

void TestRpcTranslation::translatedIpv6IsRewrittenWhereNoLengthChanges()
{
    for (const auto l4 : {L4Protocol::Tcp, L4Protocol::Udp}) {
        PortMapper rpc(l4, true);
        rpc.forwardPort("fd00:1::1");
        rpc.ask(getAddress(7, "tcp6"));
        rpc.answer(reply(7, string("fd00:2::2.195.80")));
        QCOMPARE(text(rpc.expectations()), text("fd00:1::2:0 > fd00:1::1:50000"));
        QCOMPARE(bytes(rpc.rewritten()), bytes(rpc.wrapped(reply(7, string("fd00:1::1.195.80")))));
    }
}

void TestRpcTranslation::aReplyThatCannotBeRewrittenIsRefused()
{
    PortMapper ipv6(L4Protocol::Tcp, true);
    ipv6.forwardPort("fd00:1:2:3:4:5:6:7");
    ipv6.ask(getAddress(7, "tcp6"));
    ipv6.answer(reply(7, string("fd00:2::2.195.80")));
    QCOMPARE(text(ipv6.expectations()), QString());
    QVERIFY2(ipv6.note().find("cannot resize translated TCP over IPv6") != std::string::npos, ipv6.note().c_str());

    PortMapper split(L4Protocol::Tcp, false);
    split.forwardPort();
    split.ports.taken = {50000};
    split.ask(getPort(7, Nfs, Tcp));
    const std::string whole = marked(reply(7, words({50000})));
    split.server(whole.substr(0, whole.size() - 1));
    split.server(whole.substr(whole.size() - 1));
    QCOMPARE(text(split.expectations()), QString());
    QVERIFY2(split.note().find("split over segments") != std::string::npos, split.note().c_str());

    PortMapper fragments(L4Protocol::Tcp, false);
    fragments.forwardPort();
    fragments.ask(getAddress(7, "tcp"));
    const std::string said = reply(7, string("10.0.2.2.195.80"));
    fragments.server(words({8}) + said.substr(0, 8) + marked(said.substr(8)));
    QCOMPARE(text(fragments.expectations()), QString());
    QVERIFY2(fragments.note().find("of this form cannot be rewritten") != std::string::npos, fragments.note().c_str());
}

QTEST_GUILESS_MAIN(TestRpcTranslation)
#include "tst_rpctranslation.moc"
