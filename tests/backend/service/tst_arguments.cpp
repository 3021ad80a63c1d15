// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/bustypes.h"
#include "backend/service/helperarguments.h"
#include "backend/service/rulearguments.h"

#include <QTest>

using namespace Trackhand;

namespace {

QVariantMap withHelper(const QString &key, const QVariant &value)
{
    return {{QStringLiteral("helper"), QStringLiteral("ftp")}, {key, value}};
}

BusPolicies policies(int count)
{
    BusPolicies list;
    for (int i = 0; i < count; ++i) {
        list.append({QStringLiteral("class%1").arg(i), 1, 1});
    }
    return list;
}

BusOptions options(int count)
{
    BusOptions map;
    for (int i = 0; i < count; ++i) {
        map.insert(QStringLiteral("key%1").arg(i), QString());
    }
    return map;
}

BusOptions option(const QString &key, const QString &value)
{
    return {{key, value}};
}

} // namespace

/// What the service takes from callers, and what it refuses.
class TestArguments : public QObject {
    Q_OBJECT

private slots:
    void helperNamesAreWordsOfUpToFifteenBytes_data();
    void helperNamesAreWordsOfUpToFifteenBytes();
    void helperSettingAtItsLimitIsTaken_data();
    void helperSettingAtItsLimitIsTaken();
    void wrongHelperSettingIsRefusedByItsKey_data();
    void wrongHelperSettingIsRefusedByItsKey();
    void helperSettingsArriveTyped();
    void absentHelperSettingsStayAbsent();
    void wrongRuleSettingIsRefusedByItsKey_data();
    void wrongRuleSettingIsRefusedByItsKey();
    void ruleSettingsArriveTyped();
    void ruleNeedsOnlyItsHelper();
    void singleAddressIsANetworkOfItself();
    void errorTextIsCutShort();
};

void TestArguments::helperNamesAreWordsOfUpToFifteenBytes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("taken");
    QTest::addRow("one letter") << "a" << true;
    QTest::addRow("the kernel's oddest") << "Q.931" << true;
    QTest::addRow("with dash") << "netbios-ns" << true;
    QTest::addRow("15 bytes") << QStringLiteral("a").repeated(15) << true;
    QTest::addRow("16 bytes") << QStringLiteral("a").repeated(16) << false;
    QTest::addRow("empty") << "" << false;
    QTest::addRow("path") << "../../etc" << false;
    QTest::addRow("hidden file") << ".ftp" << false;
    QTest::addRow("option") << "-x" << false;
    QTest::addRow("quote") << "a\"b" << false;
    QTest::addRow("line feed") << "a\nb" << false;
    QTest::addRow("NUL") << QStringLiteral("a") + QChar(0) + QStringLiteral("b") << false;
    QTest::addRow("not ASCII") << QString::fromUtf8("\xc3\xa9") << false;
}

void TestArguments::helperNamesAreWordsOfUpToFifteenBytes()
{
    QFETCH(QString, name);
    QFETCH(bool, taken);
    const auto result = helperName(name);
    QCOMPARE(result.ok(), taken);
    if (!taken) {
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    }
}

void TestArguments::helperSettingAtItsLimitIsTaken_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addRow("queue 0") << "queue" << QVariant(0U);
    QTest::addRow("queue 65535") << "queue" << QVariant(65535U);
    QTest::addRow("queue length") << "queue-length" << QVariant(1048576U);
    QTest::addRow("private length") << "private-length" << QVariant(32U);
    QTest::addRow("one class") << "policies" << QVariant::fromValue(policies(1));
    QTest::addRow("four classes") << "policies" << QVariant::fromValue(policies(4));
    QTest::addRow("255 expectations") << "policies" << QVariant::fromValue(BusPolicies {{QStringLiteral("a"), 255, 1}});
    QTest::addRow("a week") << "policies" << QVariant::fromValue(BusPolicies {{QStringLiteral("a"), 1, 604800}});
    QTest::addRow("32 options") << "options" << QVariant::fromValue(options(32));
    QTest::addRow("option key") << "options"
                                << QVariant::fromValue(option(QStringLiteral("k").repeated(64), QString()));
    QTest::addRow("option value") << "options"
                                  << QVariant::fromValue(
                                         option(QStringLiteral("k"), QStringLiteral("v").repeated(256)));
    QTest::addRow("no script") << "script" << QVariant(QString());
    QTest::addRow("script") << "script" << QVariant(QStringLiteral("a").repeated(60) + QStringLiteral(".lua"));
}

void TestArguments::helperSettingAtItsLimitIsTaken()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    const auto request = helperRequest(QVariantMap {{key, value}});
    QVERIFY2(request.ok(), request ? "" : request.error().text.c_str());
}

void TestArguments::wrongHelperSettingIsRefusedByItsKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addRow("unknown key") << "colour" << QVariant(QStringLiteral("red"));
    QTest::addRow("queue as text") << "queue" << QVariant(QStringLiteral("1"));
    QTest::addRow("queue signed") << "queue" << QVariant(1);
    QTest::addRow("queue 65536") << "queue" << QVariant(65536U);
    QTest::addRow("queue length") << "queue-length" << QVariant(1048577U);
    QTest::addRow("private length 33") << "private-length" << QVariant(33U);
    QTest::addRow("no layer 3") << "l3" << QVariant(QStringList());
    QTest::addRow("layer 3 of another world") << "l3" << QVariant(QStringList {QStringLiteral("ipx")});
    QTest::addRow("any layer 3") << "l3" << QVariant(QStringList {QStringLiteral("any")});
    QTest::addRow("layer 3 twice") << "l3" << QVariant(QStringList {QStringLiteral("ipv4"), QStringLiteral("ipv4")});
    QTest::addRow("layer 4 unknown") << "l4" << QVariant(QStringList {QStringLiteral("icmp")});
    QTest::addRow("no classes") << "policies" << QVariant::fromValue(policies(0));
    QTest::addRow("five classes") << "policies" << QVariant::fromValue(policies(5));
    QTest::addRow("two classes of a name")
        << "policies" << QVariant::fromValue(BusPolicies {{QStringLiteral("a"), 1, 1}, {QStringLiteral("a"), 1, 1}});
    QTest::addRow("0 expectations") << "policies" << QVariant::fromValue(BusPolicies {{QStringLiteral("a"), 0, 1}});
    QTest::addRow("256 expectations") << "policies" << QVariant::fromValue(BusPolicies {{QStringLiteral("a"), 256, 1}});
    QTest::addRow("no timeout") << "policies" << QVariant::fromValue(BusPolicies {{QStringLiteral("a"), 1, 0}});
    QTest::addRow("a week and a second") << "policies"
                                         << QVariant::fromValue(BusPolicies {{QStringLiteral("a"), 1, 604801}});
    QTest::addRow("class without a name") << "policies" << QVariant::fromValue(BusPolicies {{QString(), 1, 1}});
    QTest::addRow("33 options") << "options" << QVariant::fromValue(options(33));
    QTest::addRow("option key too long") << "options"
                                         << QVariant::fromValue(option(QStringLiteral("k").repeated(65), QString()));
    QTest::addRow("option value too long")
        << "options" << QVariant::fromValue(option(QStringLiteral("k"), QStringLiteral("v").repeated(257)));
    QTest::addRow("option with a line feed")
        << "options" << QVariant::fromValue(option(QStringLiteral("k"), QStringLiteral("a\nb")));
    QTest::addRow("script by path") << "script" << QVariant(QStringLiteral("/etc/passwd.lua"));
    QTest::addRow("script one folder up") << "script" << QVariant(QStringLiteral("../x.lua"));
    QTest::addRow("script of another language") << "script" << QVariant(QStringLiteral("x.py"));
    QTest::addRow("script name too long")
        << "script" << QVariant(QStringLiteral("a").repeated(61) + QStringLiteral(".lua"));
}

void TestArguments::wrongHelperSettingIsRefusedByItsKey()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    const auto request = helperRequest(QVariantMap {{key, value}});
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(
        request.error().text.find('"' + key.toStdString() + '"') != std::string::npos, request.error().text.c_str());
}

void TestArguments::helperSettingsArriveTyped()
{
    const auto request = helperRequest(QVariantMap {
        {QStringLiteral("l3"), QStringList {QStringLiteral("ipv6")}},
        {QStringLiteral("l4"), QStringList {QStringLiteral("udp"), QStringLiteral("tcp")}},
        {QStringLiteral("queue"), 7U},
        {QStringLiteral("policies"), QVariant::fromValue(BusPolicies {{QStringLiteral("data"), 8, 300}})},
        {QStringLiteral("options"), QVariant::fromValue(option(QStringLiteral("loose"), QStringLiteral("yes")))},
    });
    QVERIFY2(request.ok(), request ? "" : request.error().text.c_str());
    QVERIFY(request->l3 == std::vector {L3Protocol::Ipv6});
    QVERIFY((request->l4 == std::vector {L4Protocol::Udp, L4Protocol::Tcp}));
    QCOMPARE(*request->queue, 7U);
    QVERIFY((*request->policies == std::vector {ExpectationPolicy {"data", 8, 300}}));
    QVERIFY((*request->options == std::vector {std::pair<std::string, std::string> {"loose", "yes"}}));
}

void TestArguments::absentHelperSettingsStayAbsent()
{
    const auto request = helperRequest(QVariantMap());
    QVERIFY(request.ok());
    QVERIFY(!request->l3 && !request->l4 && !request->queue && !request->queueLength && !request->policies
        && !request->privateLength && !request->options && !request->script);
}

void TestArguments::wrongRuleSettingIsRefusedByItsKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addRow("unknown key") << "colour" << QVariant(QStringLiteral("red"));
    QTest::addRow("helper with a quote") << "helper" << QVariant(QStringLiteral("a\" accept"));
    QTest::addRow("helper as number") << "helper" << QVariant(1U);
    QTest::addRow("layer 4 as a list") << "l4" << QVariant(QStringList {QStringLiteral("tcp")});
    QTest::addRow("layer 4 unknown") << "l4" << QVariant(QStringLiteral("gre"));
    QTest::addRow("port 0") << "ports" << QVariant::fromValue(BusPortRanges {{0, 10}});
    QTest::addRow("ports backwards") << "ports" << QVariant::fromValue(BusPortRanges {{20, 10}});
    QTest::addRow("65 ranges") << "ports" << QVariant::fromValue(BusPortRanges(65, {21, 21}));
    QTest::addRow("no hook") << "hooks" << QVariant(QStringList());
    QTest::addRow("unknown hook") << "hooks" << QVariant(QStringList {QStringLiteral("input")});
    QTest::addRow("hook twice") << "hooks"
                                << QVariant(QStringList {QStringLiteral("output"), QStringLiteral("output")});
    QTest::addRow("interface of 16 bytes") << "iif" << QVariant(QStringLiteral("a").repeated(16));
    QTest::addRow("interface with syntax") << "oif" << QVariant(QStringLiteral("a\";drop"));
    QTest::addRow("interface with a space") << "oif" << QVariant(QStringLiteral("a b"));
    QTest::addRow("no address") << "src" << QVariant(QStringLiteral("everywhere"));
    QTest::addRow("host bits") << "src" << QVariant(QStringLiteral("10.0.1.2/24"));
    QTest::addRow("ipv6 host bits") << "dst" << QVariant(QStringLiteral("fd00:1::2/64"));
    QTest::addRow("prefix too long") << "dst" << QVariant(QStringLiteral("10.0.0.0/33"));
    QTest::addRow("prefix missing") << "dst" << QVariant(QStringLiteral("10.0.0.0/"));
    QTest::addRow("prefix not a number") << "dst" << QVariant(QStringLiteral("10.0.0.0/8x"));
    QTest::addRow("prefix huge") << "dst" << QVariant(QStringLiteral("10.0.0.0/99999999999999"));
}

void TestArguments::wrongRuleSettingIsRefusedByItsKey()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    const auto request = ruleRequest(withHelper(key, value));
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(
        request.error().text.find('"' + key.toStdString() + '"') != std::string::npos, request.error().text.c_str());
}

void TestArguments::ruleSettingsArriveTyped()
{
    const auto request = ruleRequest(QVariantMap {
        {QStringLiteral("helper"), QStringLiteral("ftp")},
        {QStringLiteral("l4"), QStringLiteral("tcp")},
        {QStringLiteral("ports"), QVariant::fromValue(BusPortRanges {{21, 21}, {2100, 2199}})},
        {QStringLiteral("hooks"), QStringList {QStringLiteral("output")}},
        {QStringLiteral("oif"), QStringLiteral("eth0.12")},
        {QStringLiteral("src"), QStringLiteral("10.0.0.0/8")},
        {QStringLiteral("dst"), QStringLiteral("fd00:2::/64")},
    });
    QVERIFY2(request.ok(), request ? "" : request.error().text.c_str());
    QCOMPARE(request->helper, std::string("ftp"));
    QVERIFY(request->l4 == L4Protocol::Tcp);
    QVERIFY((*request->ports == std::vector {PortRange {21, 21}, PortRange {2100, 2199}}));
    QVERIFY(request->output && !request->prerouting);
    QCOMPARE(request->outInterface, std::string("eth0.12"));
    QCOMPARE(request->source->address.toString(), std::string("10.0.0.0"));
    QCOMPARE(int(request->source->prefixLength), 8);
    QCOMPARE(request->destination->address.toString(), std::string("fd00:2::"));
    QCOMPARE(int(request->destination->prefixLength), 64);
}

void TestArguments::ruleNeedsOnlyItsHelper()
{
    QVERIFY(!ruleRequest(QVariantMap()));
    const auto request = ruleRequest(QVariantMap {{QStringLiteral("helper"), QStringLiteral("ftp")}});
    QVERIFY(request.ok());
    QVERIFY(request->prerouting && request->output && !request->l4 && !request->ports && !request->source);
}

void TestArguments::singleAddressIsANetworkOfItself()
{
    const auto request = ruleRequest(withHelper(QStringLiteral("src"), QStringLiteral("10.0.1.2")));
    QVERIFY(request.ok());
    QCOMPARE(int(request->source->prefixLength), 32);
    const auto six = ruleRequest(withHelper(QStringLiteral("src"), QStringLiteral("fd00:1::2")));
    QVERIFY(six.ok());
    QCOMPARE(int(six->source->prefixLength), 128);
}

void TestArguments::errorTextIsCutShort()
{
    const auto request = helperRequest(QVariantMap {{QStringLiteral("x\n").repeated(100000), 1U}});
    QVERIFY(!request);
    QVERIFY(request.error().text.size() < 300);
    QVERIFY(request.error().text.find('\n') == std::string::npos);
}

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
