// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/settings/ruletext.h"
#include "backend/settings/validation.h"

#include <QtTest>
#include <functional>

using namespace Trackhand;

using HelperChange = std::function<void(HelperSettings &)>;
using RuleChange = std::function<void(RuleSettings &)>;
Q_DECLARE_METATYPE(HelperChange)
Q_DECLARE_METATYPE(RuleChange)

class TestValidation : public QObject {
    Q_OBJECT

private slots:
    void takesOrRefusesNames_data();
    void takesOrRefusesNames();
    void takesAWholeHelper();
    void refusesHelpers_data();
    void refusesHelpers();
    void takesAWholeRule();
    void refusesRules_data();
    void refusesRules();
    void readsNetworks_data();
    void readsNetworks();
    void hintsAtTheNetworkThatWasMeant();
    void readsPorts_data();
    void readsPorts();
};

namespace {

HelperSettings helper()
{
    HelperSettings settings;
    settings.name = "ftp";
    settings.l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6};
    settings.l4 = {L4Protocol::Tcp};
    settings.policies = {{"ftp", 255, 1}};
    settings.privateLength = 32;
    return settings;
}

RuleSettings rule()
{
    RuleSettings settings;
    settings.helper = "ftp";
    settings.l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6};
    settings.ports = {{21, 21}, {2000, 65535}};
    return settings;
}

} // namespace

void TestValidation::takesOrRefusesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("possible");
    QTest::addRow("plain") << QByteArray("ftp") << true;
    QTest::addRow("fifteen bytes") << QByteArray("123456789012345") << true;
    QTest::addRow("sixteen bytes") << QByteArray("1234567890123456") << false;
    QTest::addRow("empty") << QByteArray("") << false;
    QTest::addRow("dash inside") << QByteArray("netbios-ns") << true;
    QTest::addRow("dash first") << QByteArray("-ftp") << false;
    QTest::addRow("hidden file") << QByteArray(".ftp") << false;
    QTest::addRow("parent folder") << QByteArray("..") << false;
    QTest::addRow("slash") << QByteArray("a/b") << false;
    QTest::addRow("space") << QByteArray("a b") << false;
    QTest::addRow("quote") << QByteArray("a\"b") << false;
    QTest::addRow("newline") << QByteArray("a\n") << false;
    QTest::addRow("not ASCII") << QByteArray("\xc3\xa4") << false;
    QTest::addRow("NUL inside") << QByteArray("a\0b", 3) << false;
}

void TestValidation::takesOrRefusesNames()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, possible);
    const auto status = validateHelperName(std::string_view(name.data(), static_cast<std::size_t>(name.size())));
    QCOMPARE(status.ok(), possible);
    QVERIFY(possible || !QString::fromStdString(status.error().text).contains(u'\n'));
}

void TestValidation::takesAWholeHelper()
{
    QVERIFY(validate(helper()).ok());
}

void TestValidation::refusesHelpers_data()
{
    QTest::addColumn<HelperChange>("change");
    QTest::addRow("no family") << HelperChange([](auto &h) { h.l3.clear(); });
    QTest::addRow("a family twice") << HelperChange([](auto &h) { h.l3 = {L3Protocol::Ipv4, L3Protocol::Ipv4}; });
    QTest::addRow("an unknown family") << HelperChange([](auto &h) { h.l3 = {L3Protocol::Unspecified}; });
    QTest::addRow("no transport") << HelperChange([](auto &h) { h.l4.clear(); });
    QTest::addRow("an unknown transport") << HelperChange([](auto &h) { h.l4 = {static_cast<L4Protocol>(1)}; });
    QTest::addRow("no policy") << HelperChange([](auto &h) { h.policies.clear(); });
    QTest::addRow("five policies") << HelperChange([](auto &h) {
        h.policies = {{"a", 1, 1}, {"b", 1, 1}, {"c", 1, 1}, {"d", 1, 1}, {"e", 1, 1}};
    });
    QTest::addRow("two policies of one name") << HelperChange([](auto &h) { h.policies = {{"a", 1, 1}, {"a", 1, 1}}; });
    QTest::addRow("a policy that expects nothing") << HelperChange([](auto &h) { h.policies[0].maxExpected = 0; });
    QTest::addRow("a policy that expects 256") << HelperChange([](auto &h) { h.policies[0].maxExpected = 256; });
    QTest::addRow("a timeout of 0") << HelperChange([](auto &h) { h.policies[0].timeoutSeconds = 0; });
    QTest::addRow("a policy without a name") << HelperChange([](auto &h) { h.policies[0].name.clear(); });
    QTest::addRow("private data of 33 bytes") << HelperChange([](auto &h) { h.privateLength = 33; });
    QTest::addRow("a queue of no packets") << HelperChange([](auto &h) { h.queueLength = 0; });
    QTest::addRow("an option without a name") << HelperChange([](auto &h) { h.options[""] = "x"; });
}

void TestValidation::refusesHelpers()
{
    QFETCH(HelperChange, change);
    auto settings = helper();
    change(settings);
    const auto status = validate(settings);
    QVERIFY(!status.ok());
    QVERIFY(status.error().code == ErrorCode::InvalidArgument);
}

void TestValidation::takesAWholeRule()
{
    auto whole = rule();
    whole.inInterface = "eth0.100";
    whole.outInterface = "wlp-2s0";
    whole.source = *parseNetwork("10.0.0.0/8");
    QVERIFY(validate(whole).ok());
    QVERIFY((effectiveFamilies(whole) == std::vector {L3Protocol::Ipv4}));
}

void TestValidation::refusesRules_data()
{
    QTest::addColumn<RuleChange>("change");
    QTest::addRow("no hook") << RuleChange([](auto &r) { r.prerouting = r.output = false; });
    QTest::addRow("input interface without prerouting") << RuleChange([](auto &r) {
        r.inInterface = "eth0";
        r.prerouting = false;
    });
    QTest::addRow("output interface without output") << RuleChange([](auto &r) {
        r.outInterface = "eth0";
        r.output = false;
    });
    QTest::addRow("interface with a slash") << RuleChange([](auto &r) { r.inInterface = "a/b"; });
    QTest::addRow("interface with a space") << RuleChange([](auto &r) { r.inInterface = "a b"; });
    QTest::addRow("interface with nftables' wildcard") << RuleChange([](auto &r) { r.inInterface = "eth*"; });
    QTest::addRow("interface of 16 bytes") << RuleChange([](auto &r) { r.inInterface = "1234567890123456"; });
    QTest::addRow("port 0") << RuleChange([](auto &r) { r.ports = {{0, 21}}; });
    QTest::addRow("ports in falling order") << RuleChange([](auto &r) { r.ports = {{22, 21}}; });
    QTest::addRow("ports that overlap") << RuleChange([](auto &r) { r.ports = {{20, 22}, {21, 25}}; });
    QTest::addRow("too many ports") << RuleChange([](auto &r) {
        r.ports.clear();
        for (std::uint16_t port = 1; port <= MaxPortRanges + 1; ++port) {
            r.ports.push_back({port, port});
        }
    });
    QTest::addRow("no family") << RuleChange([](auto &r) { r.l3.clear(); });
    QTest::addRow("no transport") << RuleChange([](auto &r) { r.l4 = L4Protocol::Unspecified; });
    QTest::addRow("a bad helper name") << RuleChange([](auto &r) { r.helper = "a b"; });
    QTest::addRow("host bits") << RuleChange([](auto &r) { r.source = Network {*IpAddress::parse("10.0.0.1"), 24}; });
    QTest::addRow("prefix of 33") << RuleChange([](auto &r) {
        r.source = Network {*IpAddress::parse("10.0.0.0"), 33};
    });
    QTest::addRow("addresses of two families") << RuleChange([](auto &r) {
        r.source = *parseNetwork("10.0.0.0/8");
        r.destination = *parseNetwork("fd00::/8");
    });
}

void TestValidation::refusesRules()
{
    QFETCH(RuleChange, change);
    auto settings = rule();
    change(settings);
    const auto status = validate(settings);
    QVERIFY(!status.ok());
    QVERIFY(status.error().code == ErrorCode::InvalidRule);
}

void TestValidation::readsNetworks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("network"); // "" = refused
    QTest::addRow("IPv4") << "10.0.0.0/24"
                          << "10.0.0.0/24";
    QTest::addRow("IPv4 with an odd prefix") << "10.0.0.128/25"
                                             << "10.0.0.128/25";
    QTest::addRow("everything") << "0.0.0.0/0"
                                << "0.0.0.0/0";
    QTest::addRow("one host") << "10.0.0.1"
                              << "10.0.0.1/32";
    QTest::addRow("IPv6") << "fd00:1::/64"
                          << "fd00:1::/64";
    QTest::addRow("ipv6 prefix with host bits set") << "fd00:1::1/64"
                                                    << "";
    QTest::addRow("ipv4 prefix with host bits set") << "10.0.0.129/25"
                                                    << "";
    QTest::addRow("prefix too long") << "10.0.0.0/33"
                                     << "";
    QTest::addRow("no prefix after the slash") << "10.0.0.0/"
                                               << "";
    QTest::addRow("negative prefix") << "10.0.0.0/-1"
                                     << "";
    QTest::addRow("a name") << "localhost"
                            << "";
    QTest::addRow("nothing") << ""
                             << "";
}

void TestValidation::readsNetworks()
{
    QFETCH(QString, text);
    QFETCH(QString, network);
    const auto read = parseNetwork(text.toStdString());
    QCOMPARE(read ? QString::fromStdString(read->toString()) : QString(), network);
}

void TestValidation::hintsAtTheNetworkThatWasMeant()
{
    const auto text = QString::fromStdString(parseNetwork("10.0.0.5/24").error().text);
    QVERIFY(text.contains(QStringLiteral("10.0.0.0/24")) && text.contains(QStringLiteral("10.0.0.5/32")));
}

void TestValidation::readsPorts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("range"); // "" = refused
    QTest::addRow("one port") << "21"
                              << "21";
    QTest::addRow("a range") << "2000-2100"
                             << "2000-2100";
    QTest::addRow("a range of one") << "21-21"
                                    << "21";
    QTest::addRow("the last port") << "65535"
                                   << "65535";
    QTest::addRow("beyond the last port") << "65536"
                                          << "";
    QTest::addRow("zero") << "0"
                          << "";
    QTest::addRow("falling order") << "22-21"
                                   << "";
    QTest::addRow("half a range") << "21-"
                                  << "";
    QTest::addRow("a word") << "ftp"
                            << "";
    QTest::addRow("space") << " 21"
                           << "";
}

void TestValidation::readsPorts()
{
    QFETCH(QString, text);
    QFETCH(QString, range);
    const auto read = parsePortRange(text.toStdString());
    QCOMPARE(read ? QString::fromStdString(toString(*read)) : QString(), range);
}

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
