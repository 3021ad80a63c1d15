// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/proposalvalidator.h"
#include "queuebytes.h"

#include <QTest>

#include <algorithm>

using namespace Trackhand;
using Wire::ExpectationProposal;

class TestProposalValidator : public QObject {
    Q_OBJECT

    std::unique_ptr<Wire::Proposal> m_proposal;
    Wire::PacketChannel::StoredPacket m_packet;
    std::vector<std::uint8_t> m_bytes;
    GatePolicy m_policy;

    ExpectationProposal passive() const
    {
        ExpectationProposal expectation;
        expectation.tuple = QueueBytes::tuple4("10.0.1.2", 0, "10.0.2.2", 50000);
        return expectation;
    }
    void replaceWith(const std::vector<std::uint8_t> &bytes)
    {
        m_proposal->mangled = true;
        m_proposal->payloadLength = static_cast<std::uint32_t>(bytes.size());
        std::copy(bytes.begin(), bytes.end(), m_proposal->payload.begin());
    }
    bool refused() const { return refusalOf(*m_proposal, m_packet, m_policy).has_value(); }

private slots:
    void init()
    {
        m_proposal = std::make_unique<Wire::Proposal>();
        m_proposal->reset(1);
        m_policy = {};
        const Tuple flow = QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21);
        m_bytes = QueueBytes::tcp4(flow, "PASV\r\n");
        m_packet.record = {};
        m_packet.record.original = flow;
        m_packet.record.reply = flow.inverted();
        m_packet.record.ctInfo = CtInfo::Established;
        m_packet.payload = m_bytes;
    }

    void acceptAndDropAreAllowed()
    {
        QVERIFY(!refused());
        m_proposal->verdict = Verdict::Drop;
        QVERIFY(!refused());
        m_proposal->verdict = static_cast<Verdict>(4); // NF_REPEAT would queue the packet for ever
        QVERIFY(refused());
    }

    void anExpectationBetweenTheEndsOfTheFlowIsAllowed()
    {
        m_proposal->addExpectation(passive());
        QVERIFY(!refused());
    }

    void refusesExpectations_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"to a third host", "from a third host", "of an unknown class", "to port 0",
                 "of no transport protocol", "of another family", "of no family", "to port 1023",
                 "with bytes behind its address", "from anywhere", "permanent", "with unknown flags",
                 "with address translation", "with a helper of its own", "without a conntrack"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }
    void refusesExpectations()
    {
        QFETCH(QString, what);
        ExpectationProposal expectation = passive();
        const auto is = [&](const char *name) {
            return what == QLatin1String(name);
        };
        if (is("to a third host")) {
            expectation.tuple.destination = *IpAddress::parse("10.0.2.3");
        } else if (is("from a third host")) {
            expectation.tuple.source = *IpAddress::parse("10.0.2.3");
        } else if (is("of an unknown class")) {
            expectation.classIndex = 1;
        } else if (is("to port 0")) {
            expectation.tuple.destinationPort = 0;
        } else if (is("of no transport protocol")) {
            expectation.tuple.l4 = static_cast<L4Protocol>(1);
        } else if (is("of another family")) {
            expectation.tuple.destination = *IpAddress::parse("fd00:2::2");
        } else if (is("of no family")) {
            m_packet.record.original.source.family = L3Protocol::Unspecified;
            expectation.tuple.source.family = expectation.tuple.destination.family = L3Protocol::Unspecified;
        } else if (is("to port 1023")) {
            expectation.tuple.destinationPort = 1023;
        } else if (is("with bytes behind its address")) {
            expectation.tuple.destination.bytes[4] = 1;
        } else if (is("from anywhere")) {
            expectation.looseSourceBits = 32;
        } else if (is("permanent")) {
            expectation.flags = Wire::ExpectationFlag::Permanent;
        } else if (is("with unknown flags")) {
            expectation.flags = 0x80;
        } else if (is("with address translation")) {
            expectation.nat = Wire::NatFunction::FollowMaster;
        } else if (is("with a helper of its own")) {
            expectation.childHelper[0] = 's';
        } else if (is("without a conntrack")) {
            m_packet.record.ctInfo = CtInfo::Absent;
        }
        m_proposal->addExpectation(expectation);
        QVERIFY(refused());
    }

    void rightsOfTheProtocolAreAllowed()
    {
        m_policy.allowLooseSource = m_policy.allowPermanent = m_policy.allowGre = true;
        m_policy.childHelper = "sip";
        ExpectationProposal expectation = passive();
        expectation.looseSourceBits = 32;
        expectation.tuple.source = *IpAddress::parse("192.0.2.7");
        expectation.flags = Wire::ExpectationFlag::Permanent;
        expectation.childHelper = {'s', 'i', 'p'};
        m_proposal->addExpectation(expectation);
        QVERIFY(!refused());
        expectation.looseSourceBits = 33; // an IPv4 address has 32
        m_proposal->expectations[0] = expectation;
        QVERIFY(refused());
        expectation = passive();
        expectation.tuple.l4 = L4Protocol::Gre;
        expectation.tuple.destinationPort = 0; // a call id
        m_proposal->expectations[0] = expectation;
        QVERIFY(!refused());
    }

    void refusesOtherTranslationThanItsFlows_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"as it should be", "to another host", "at another address", "in an unknown direction",
                 "by an unknown function", "to port 22", "to port 0", "of a flow without any"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }
    void refusesOtherTranslationThanItsFlows()
    {
        QFETCH(QString, what);
        const auto is = [&](const char *name) {
            return what == QLatin1String(name);
        };
        ExpectationProposal expectation = passive();
        const IpAddress client = m_packet.record.original.source;
        m_packet.record.reply.destination = *IpAddress::parse("10.0.2.1"); // masqueraded
        expectation.tuple.source = m_packet.record.reply.source;
        expectation.tuple.destination = m_packet.record.reply.destination;
        expectation.nat = Wire::NatFunction::FollowMaster;
        expectation.natDirection = 1;
        expectation.natAddress = client;
        expectation.natPort = 50000;
        if (is("to another host")) {
            expectation.natAddress = *IpAddress::parse("10.0.1.3");
        } else if (is("at another address")) {
            expectation.tuple.destination = client;
        } else if (is("in an unknown direction")) {
            expectation.natDirection = 2;
        } else if (is("by an unknown function")) {
            expectation.nat = static_cast<Wire::NatFunction>(2);
        } else if (is("to port 22")) {
            expectation.natPort = 22;
        } else if (is("to port 0")) {
            expectation.natPort = 0;
        } else if (is("of a flow without any")) {
            m_packet.record.reply = m_packet.record.original.inverted();
        }
        m_proposal->addExpectation(expectation);
        QCOMPARE(refused(), !is("as it should be"));
        QCOMPARE(refusalOf(Wire::PortRequest {m_proposal->packetId, 1, expectation}, m_packet, m_policy).has_value(),
            !is("as it should be"));
    }
    void refusesRequestsForPortsThatNobodyNeeds()
    {
        QVERIFY(refusalOf(Wire::PortRequest {1, 1, passive()}, m_packet, m_policy)); // nothing is translated
        m_packet.record.reply.destination = *IpAddress::parse("10.0.2.1");
        ExpectationProposal expectation = passive();
        expectation.tuple.source = m_packet.record.reply.source;
        expectation.tuple.destination = m_packet.record.reply.destination;
        expectation.nat = Wire::NatFunction::FollowMaster;
        expectation.natDirection = 1;
        expectation.natAddress = m_packet.record.original.source;
        expectation.natPort = 65535;
        for (const std::uint8_t count : {0, 2, 5, 255}) { // of port 65535 there is one
            QVERIFY(refusalOf(Wire::PortRequest {1, count, expectation}, m_packet, m_policy));
        }
        QVERIFY(!refusalOf(Wire::PortRequest {1, 1, expectation}, m_packet, m_policy));
    }

    void thirdHostsAreAllowedWhenAnOptionSaysSo()
    {
        ExpectationProposal expectation = passive();
        expectation.tuple.destination = *IpAddress::parse("10.0.2.3");
        m_proposal->addExpectation(expectation);
        m_policy.allowForeignAddresses = true;
        QVERIFY(!refused());
    }

    void lowPortsAreAllowedWhenAnOptionSaysSo()
    {
        ExpectationProposal expectation = passive();
        expectation.tuple.destinationPort = 20;
        m_proposal->addExpectation(expectation);
        m_policy.allowLowPorts = true;
        QVERIFY(!refused());
    }

    void aReplacementOfTheSameSizeIsAllowed()
    {
        replaceWith(QueueBytes::tcp4(m_packet.record.original, "EPSV\r\n"));
        QVERIFY(!refused());
    }

    void aReplacementOfAnotherSizeNeedsAddressTranslation()
    {
        replaceWith(QueueBytes::tcp4(m_packet.record.original, "longer than before\r\n"));
        QVERIFY(refused());
        m_packet.record.reply.destination = *IpAddress::parse("10.0.2.1");
        QVERIFY(!refused());
    }

    void aReplacementOfAnotherConnectionIsRefused()
    {
        replaceWith(QueueBytes::tcp4(QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.9", 21), "PASV\r\n"));
        QVERIFY(refused());
    }

    void aReplacementWithAWrongLengthFieldIsRefused()
    {
        auto bytes = QueueBytes::tcp4(m_packet.record.original, "PASV\r\n");
        bytes[3] = static_cast<std::uint8_t>(bytes[3] + 1);
        replaceWith(bytes);
        QVERIFY(refused());
    }

    void aReplacementMayBeAsLargeAsANetlinkAttributeAndNoLarger()
    {
        const Tuple flow = m_packet.record.original;
        m_bytes = QueueBytes::udp4(flow, "a question");
        m_packet.payload = m_bytes;
        for (const std::size_t size : {65531U, 65532U, 65535U}) {
            replaceWith(QueueBytes::udp4(flow, std::string(size - 28, 'x').c_str()));
            QCOMPARE(refused(), size > 65531);
        }
    }

    void aReplacementWithAWrongUdpLengthIsRefused()
    {
        m_bytes = QueueBytes::udp4(m_packet.record.original, "a question");
        m_packet.payload = m_bytes;
        auto bytes = QueueBytes::udp4(m_packet.record.original, "an answer");
        replaceWith(bytes);
        QVERIFY(!refused());
        bytes[25] = static_cast<std::uint8_t>(bytes[25] + 1);
        replaceWith(bytes);
        QVERIFY(refused());
    }

    void ofTheIpHeaderOnlyLengthAndChecksumMayDiffer()
    {
        const auto whole = QueueBytes::tcp4(m_packet.record.original, "EPSV\r\n");
        for (std::size_t at = 0; at < 20; ++at) {
            auto bytes = whole;
            bytes[at] ^= 0x04;
            replaceWith(bytes);
            QCOMPARE(refused(), at != 10 && at != 11);
        }
    }

    void ipOptionsCannotBeSlippedIn()
    {
        auto bytes = QueueBytes::tcp4(m_packet.record.original, "EPSV\r\n");
        const std::array<std::uint8_t, 4> nops {1, 1, 1, 1};
        bytes.insert(bytes.begin() + 20, nops.begin(), nops.end());
        bytes.resize(bytes.size() - nops.size());
        bytes[0] = 0x46;
        replaceWith(bytes);
        QVERIFY(refused());
    }

    void aTruncatedReplacementIsRefusedAtEveryLength()
    {
        const auto whole = QueueBytes::tcp4(m_packet.record.original, "PASV\r\n");
        for (std::size_t size = 0; size < whole.size(); ++size) {
            replaceWith({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)});
            QVERIFY(refused());
        }
    }

    void privateDataNeedsARegistrationWithIt()
    {
        m_proposal->helperDataChanged = true;
        QVERIFY(refused());
        m_policy.dataLength = 4;
        QVERIFY(!refused());
    }

    void notesAreMadePrintable()
    {
        m_proposal->setNote("a\x1b[31mb\n\xff");
        sanitizeNote(*m_proposal);
        QCOMPARE(std::string(m_proposal->noteText()), std::string("a?[31mb??"));
    }
};

QTEST_GUILESS_MAIN(TestProposalValidator)
#include "tst_proposalvalidator.moc"
