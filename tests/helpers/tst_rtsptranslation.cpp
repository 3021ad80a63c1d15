// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rtspmessages.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace Trackhand::Test::Rtsp;

/// RTSP where the addresses or ports of one side, or of both, are translated.
class TestRtspTranslation : public QObject {
    Q_OBJECT

private slots:
    void looseHandsMediaOfOtherHostsToATranslatedClient();
    void behindMasqueradeFreePortsAreAnnounced();
    void behindMasqueradeAddressesAreReplaced();
    void behindMasqueradeAllOffersOfTheSamePortsAreRewritten();
    void aForwardedServersPortsAreAnnounced();
    void bothSidesTranslated();
    void aTranslatedRetransmissionSaysTheSameAgain();
    void aTranslatedOfferSplitOverSegmentsIsRefused();
    void whereNoPortsAreFreeNothingIsAnnounced();
    void translatedIpv6IsHelpedWhereTheLengthStays();
};

void TestRtspTranslation::looseHandsMediaOfOtherHostsToATranslatedClient()
{
    Conversation rtsp("rtsp", false, {{"loose", "true"}});
    rtsp.masquerade();
    rtsp.open();
    rtsp.client(setup("RTP/AVP;unicast;client_port=50000"));
    rtsp.server(agreed("RTP/AVP;unicast;source=10.0.2.8;client_port=50000;server_port=6000"));
    QCOMPARE(text(rtsp.expectations()), text("10.0.2.8:0 > 10.0.2.1:50000, 10.0.1.2:50000 > 10.0.2.8:6000"));
    QCOMPARE(text(rtsp.proposal().expectations[0].natAddress.toString()), text("10.0.1.2"));
    QVERIFY(rtsp.proposal().expectations[1].nat == Wire::NatFunction::None);
}

void TestRtspTranslation::behindMasqueradeFreePortsAreAnnounced()
{
    Conversation rtsp("rtsp");
    rtsp.masquerade();
    rtsp.ports.taken = {50001};
    rtsp.open();
    rtsp.client(setup(Asked));
    QCOMPARE(text(rtsp.rewritten()), text(setup("RTP/AVP;unicast;client_port=50002-50003")));
    QCOMPARE(text(rtsp.expectations()), text("10.0.2.2:0 > 10.0.2.1:50002, 10.0.2.2:0 > 10.0.2.1:50003"));
    const auto &report = rtsp.proposal().expectations[1];
    QVERIFY(report.nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(report.natDirection, std::uint8_t {1});
    QCOMPARE(text(report.natAddress.toString()), text("10.0.1.2"));
    QCOMPARE(report.natPort, std::uint16_t {50001});
    QCOMPARE(rtsp.ports.requests.at(0).count, std::uint8_t {2});

    rtsp.server(agreed("RTP/AVP;unicast;client_port=50002-50003;server_port=6000-6001"));
    QCOMPARE(text(rtsp.rewritten()), text(agreed("RTP/AVP;unicast;client_port=50000-50001;server_port=6000-6001")));
    QCOMPARE(text(rtsp.expectations()),
        text("10.0.2.2:0 > 10.0.2.1:50002, 10.0.1.2:50000 > 10.0.2.2:6000, "
             "10.0.2.2:0 > 10.0.2.1:50003, 10.0.1.2:50001 > 10.0.2.2:6001"));
    const auto &back = rtsp.proposal().expectations[1]; // leaves by the address the server knows
    QVERIFY(back.nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(back.natDirection, std::uint8_t {0});
    QCOMPARE(text(back.natAddress.toString()), text("10.0.2.2"));
    QCOMPARE(back.natPort, std::uint16_t {6000});
}

void TestRtspTranslation::behindMasqueradeAddressesAreReplaced()
{
    Conversation rtsp("rtsp");
    rtsp.masquerade();
    rtsp.open();
    rtsp.client(setup("RTP/AVP;unicast;client_port=50000-50001;destination=10.0.1.2"));
    QCOMPARE(text(rtsp.rewritten()), text(setup("RTP/AVP;unicast;client_port=50000-50001;destination=10.0.2.1")));
    rtsp.server(agreed("RTP/AVP;unicast;destination=10.0.2.1;client_port=50000-50001;server_port=6000-6001"));
    QCOMPARE(text(rtsp.rewritten()),
        text(agreed("RTP/AVP;unicast;destination=10.0.1.2;client_port=50000-50001;server_port=6000-6001")));

    rtsp.client(setup("RTP/AVP;unicast;dest_addr=\"10.0.1.2:50002\"/\"10.0.1.2:50003\"", 4));
    QCOMPARE(text(rtsp.rewritten()), text(setup("RTP/AVP;unicast;dest_addr=\"10.0.2.1:50002\"/\"10.0.2.1:50003\"", 4)));
    rtsp.server(
        agreed("RTP/AVP;unicast;dest_addr=\"10.0.2.1:50002\"/\"10.0.2.1:50003\";src_addr=\":6002\"/\":6003\"", 4));
    QCOMPARE(text(rtsp.rewritten()),
        text(
            agreed("RTP/AVP;unicast;dest_addr=\"10.0.1.2:50002\"/\"10.0.1.2:50003\";src_addr=\":6002\"/\":6003\"", 4)));
    QCOMPARE(rtsp.proposal().expectationCount, std::uint8_t {4});
}

void TestRtspTranslation::behindMasqueradeAllOffersOfTheSamePortsAreRewritten()
{
    Conversation rtsp("rtsp");
    rtsp.masquerade();
    rtsp.ports.taken = {50000};
    rtsp.open();
    rtsp.client(setup("RTP/AVPF;unicast;client_port=50000-50001,RTP/AVP;unicast;client_port=50000-50001,RTP/AVP/TCP"));
    QCOMPARE(text(rtsp.rewritten()),
        text(setup("RTP/AVPF;unicast;client_port=50002-50003,RTP/AVP;unicast;client_port=50002-50003,RTP/AVP/TCP")));
    QVERIFY2(
        notes(rtsp, "50000-50001 -> says 50002-50003 -> expects 10.0.2.1:50002, 10.0.2.1:50003"), rtsp.note().c_str());
}

void TestRtspTranslation::aForwardedServersPortsAreAnnounced()
{
    Conversation rtsp("rtsp"); // the client knows 10.0.1.1
    rtsp.forwardPort();
    rtsp.ports.taken = {6000};
    rtsp.open();
    rtsp.client(setup(Asked));
    QVERIFY(!rtsp.proposal().mangled);
    QCOMPARE(text(rtsp.expectations()), QString());
    rtsp.server(agreed("RTP/AVP;unicast;source=10.0.2.2;client_port=50000-50001;server_port=6000-6001"));
    QCOMPARE(text(rtsp.rewritten()),
        text(agreed("RTP/AVP;unicast;source=10.0.1.1;client_port=50000-50001;server_port=6002-6003")));
    QCOMPARE(text(rtsp.expectations()),
        text("10.0.2.2:6000 > 10.0.1.2:50000, 10.0.1.2:0 > 10.0.1.1:6002, "
             "10.0.2.2:6001 > 10.0.1.2:50001, 10.0.1.2:0 > 10.0.1.1:6003"));
    const auto &media = rtsp.proposal().expectations[0]; // comes from the address that the client knows
    QVERIFY(media.nat == Wire::NatFunction::FollowMaster);
    QCOMPARE(media.natDirection, std::uint8_t {1});
    QCOMPARE(text(media.natAddress.toString()), text("10.0.1.2"));
    const auto &back = rtsp.proposal().expectations[1];
    QCOMPARE(back.natDirection, std::uint8_t {0});
    QCOMPARE(text(back.natAddress.toString()), text("10.0.2.2"));
    QCOMPARE(back.natPort, std::uint16_t {6000});
}

void TestRtspTranslation::bothSidesTranslated()
{
    Conversation rtsp("rtsp");
    rtsp.masquerade();
    rtsp.forwardPort();
    rtsp.open();
    rtsp.client(setup("RTP/AVP;unicast;destination=10.0.1.2;client_port=50000-50001"));
    QCOMPARE(text(rtsp.rewritten()), text(setup("RTP/AVP;unicast;destination=10.0.2.1;client_port=50000-50001")));
    rtsp.server(
        agreed("RTP/AVP;unicast;source=10.0.2.2;destination=10.0.2.1;client_port=50000-50001;server_port=6000-6001"));
    QCOMPARE(text(rtsp.rewritten()),
        text(agreed(
            "RTP/AVP;unicast;source=10.0.1.1;destination=10.0.1.2;client_port=50000-50001;server_port=6000-6001")));
    QCOMPARE(text(rtsp.expectations()),
        text("10.0.2.2:0 > 10.0.2.1:50000, 10.0.1.2:0 > 10.0.1.1:6000, "
             "10.0.2.2:0 > 10.0.2.1:50001, 10.0.1.2:0 > 10.0.1.1:6001"));
}

void TestRtspTranslation::aTranslatedRetransmissionSaysTheSameAgain()
{
    Conversation rtsp("rtsp");
    rtsp.masquerade();
    rtsp.ports.taken = {50000};
    rtsp.open();
    std::uint32_t at = rtsp.sequence[0];
    rtsp.client(setup(Asked));
    auto said = rtsp.rewritten();
    auto expected = rtsp.expectations();
    rtsp.ports.taken = {50000, 50002}; // by the first copy
    rtsp.segment(0, at, setup(Asked));
    QCOMPARE(text(rtsp.rewritten()), text(said));
    QCOMPARE(text(rtsp.expectations()), text(expected));
    QCOMPARE(rtsp.ports.requests.size(), std::size_t {1});

    const std::string reply =
        agreed("RTP/AVP;unicast;destination=10.0.2.1;client_port=50002-50003;server_port=6000-6001");
    at = rtsp.sequence[1];
    rtsp.server(reply);
    said = rtsp.rewritten();
    expected = rtsp.expectations();
    rtsp.segment(1, at, reply);
    QCOMPARE(text(rtsp.rewritten()), text(said));
    QCOMPARE(text(rtsp.expectations()), text(expected));
}

void TestRtspTranslation::aTranslatedOfferSplitOverSegmentsIsRefused()
{
    const std::string request = setup(Asked);
    Conversation rtsp("rtsp");
    rtsp.masquerade();
    rtsp.ports.taken = {50000};
    rtsp.open();
    rtsp.client(request.substr(0, request.find("50001")));
    rtsp.client(request.substr(request.find("50001")));
    QCOMPARE(text(rtsp.expectations()), QString());
    QVERIFY(!rtsp.proposal().mangled);
    QVERIFY2(notes(rtsp, "split over segments"), rtsp.note().c_str());
}

void TestRtspTranslation::whereNoPortsAreFreeNothingIsAnnounced()
{
    Conversation rtsp("rtsp");
    rtsp.masquerade();
    rtsp.ports.taken = {65534};
    rtsp.open();
    rtsp.client(setup("RTP/AVP;unicast;client_port=65534-65535"));
    QCOMPARE(text(rtsp.expectations()), QString());
    QVERIFY(!rtsp.proposal().mangled);
    QVERIFY2(notes(rtsp, "no ports"), rtsp.note().c_str());
}

void TestRtspTranslation::translatedIpv6IsHelpedWhereTheLengthStays()
{
    Conversation same("rtsp", true);
    same.masquerade("fd00:2::1");
    same.open();
    same.client(setup(Asked)); // nothing to rewrite
    QVERIFY(!same.proposal().mangled);
    QCOMPARE(text(same.expectations()), text("fd00:2::2:0 > fd00:2::1:50000, fd00:2::2:0 > fd00:2::1:50001"));
    Conversation longer("rtsp", true);
    longer.masquerade("fd00:2::1");
    longer.ports.taken = {9998};
    longer.open();
    longer.client(setup("RTP/AVP;unicast;client_port=9998-9999"));
    QCOMPARE(text(longer.expectations()), QString());
    QVERIFY2(notes(longer, "cannot resize"), longer.note().c_str());
}

QTEST_GUILESS_MAIN(TestRtspTranslation)
#include "tst_rtsptranslation.moc"
