// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/helpermessages.h"

#include <QtTest>

using namespace Trackhand;

class TestHelperMessages : public QObject {
    Q_OBJECT

private slots:
    void buildsTheBytesOfACreation();
    void readsBackWhatItBuilt_data();
    void readsBackWhatItBuilt();
    void alwaysCreatesDisabled();
    void anUpdateCannotCreate();
    void enablingSaysNameTupleAndStatusAlone();
    void cutMessagesAreNoHelpers();
};

namespace {

KernelHelper sample(std::size_t policies)
{
    KernelHelper helper {"test", L3Protocol::Ipv6, L4Protocol::Udp, 65535, {}, 32, false};
    for (std::size_t i = 0; i < policies; ++i) {
        helper.policies.push_back(
            {"class" + std::to_string(i), static_cast<std::uint32_t>(255 - i), static_cast<std::uint32_t>(300 + i)});
    }
    return helper;
}

QByteArray hex(const NetlinkRequest &request)
{
    const auto bytes = request.bytes();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex();
}

} // namespace

void TestHelperMessages::buildsTheBytesOfACreation()
{
    const KernelHelper helper {"tst", L3Protocol::Ipv4, L4Protocol::Tcp, 7, {{"c", 1, 300}}, 0, false};
    const QByteArray header = "70000000"
                              "0009"
                              "0106"
                              "00000000"
                              "00000000"; // length, type, flags, sequence, port
    const QByteArray body = "00000000" // nfgenmsg
                            "08000100"
                            "74737400" // NAME "tst"
                            "14000280"
                            "06000100"
                            "00020000"
                            "05000200"
                            "06000000" // TUPLE {2, 6}
                            "08000300"
                            "00000007" // QUEUE_NUM
                            "28000480"
                            "08000100"
                            "00000001" // POLICY { SET_NUM 1
                            "1c000280"
                            "06000100"
                            "63000000"
                            "08000200"
                            "00000001"
                            "08000300"
                            "0000012c" // "c", 1, 300 }
                            "08000500"
                            "00000000" // PRIV_DATA_LEN
                            "08000600"
                            "00000000"; // STATUS disabled
    QCOMPARE(hex(HelperMessages::create(helper)), header + body);
}

void TestHelperMessages::readsBackWhatItBuilt_data()
{
    QTest::addColumn<int>("policies");
    QTest::addRow("one policy") << 1;
    QTest::addRow("four policies") << 4;
}

void TestHelperMessages::readsBackWhatItBuilt()
{
    QFETCH(int, policies);
    const auto helper = sample(static_cast<std::size_t>(policies));
    const auto request = HelperMessages::create(helper);
    const auto read = HelperMessages::parse(request.header());
    QVERIFY(read.has_value());
    QVERIFY(*read == helper);
}

void TestHelperMessages::alwaysCreatesDisabled()
{
    auto helper = sample(1);
    helper.enabled = true;
    QVERIFY(!HelperMessages::parse(HelperMessages::create(helper).header())->enabled);
}

void TestHelperMessages::anUpdateCannotCreate()
{
    auto helper = sample(2);
    helper.enabled = true;
    const auto read = HelperMessages::parse(HelperMessages::update(helper).header());
    QVERIFY(read->enabled);
    QCOMPARE(read->policies.size(), std::size_t(2));
    // The creation's bytes less the eight of PRIV_DATA_LEN, which the kernel wants of a creation.
    QCOMPARE(HelperMessages::update(helper).bytes().size() + 8, HelperMessages::create(helper).bytes().size());
}

void TestHelperMessages::enablingSaysNameTupleAndStatusAlone()
{
    const auto request = HelperMessages::setEnabled("tst", L3Protocol::Ipv4, L4Protocol::Tcp, true);
    QCOMPARE(hex(request).mid(32),
        QByteArray("00000000"
                   "08000100"
                   "74737400"
                   "14000280"
                   "06000100"
                   "00020000"
                   "05000200"
                   "06000000"
                   "08000600"
                   "00000001"));
}

void TestHelperMessages::cutMessagesAreNoHelpers()
{
    auto request = HelperMessages::create(sample(4));
    const auto whole = request.header()->nlmsg_len;
    for (std::uint32_t length = sizeof(nlmsghdr) + 4; length < whole; length += NLMSG_ALIGNTO) {
        request.header()->nlmsg_len = length;
        const auto read = HelperMessages::parse(request.header());
        QVERIFY(!read || read->policies.size() <= MaxExpectationPolicies);
        QVERIFY(length >= 48 || !read); // name and tuple end there
    }
}

QTEST_GUILESS_MAIN(TestHelperMessages)
#include "tst_helpermessages.moc"
