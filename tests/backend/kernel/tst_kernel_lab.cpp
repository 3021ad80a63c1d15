// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/kernelexpectations.h"
#include "backend/kernel/kernelprobe.h"
#include "backend/kernel/netlinkconntrackwatch.h"
#include "backend/kernel/netlinkhelperregistrar.h"
#include "backend/rules/nftablesruletable.h"

#include <QProcess>
#include <QtTest>
#include <algorithm>
#include <arpa/inet.h>
#include <sys/socket.h>

using namespace Trackhand;

/// Against a real kernel: run as root in the lab, in the router's namespace.
class TestKernelLab : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void theKernelCanDoEverything();
    void registersDisabledAndListsEveryAttribute();
    void changesQueueLimitsAndStatusOfAnExistingHelper();
    void refusesToChangeWhatTheKernelCannot();
    void refusesASecondHelperOfTheSameName();
    void saysThatAKernelHelperOwnsTheName();
    void neverCreatesAHelperByEnablingOrChangingIt();
    void refusesToRemoveAHelperThatARuleNames();
    void addsCountsAndRemovesARule();
    void changesARuleInItsPlace();
    void replacesAllRulesAndRepairsWhatSomebodyDeleted();
    void leavesNoTraceOfARuleWhoseHelperIsMissing();
    void tellsAMatchedExpectation();
    void tellsAnExpiredExpectation();
    void tellsAnEvictedExpectation();
    void tellsARemovedExpectation();
    void listsWhatExists();

private:
    struct Watched;
    KernelHelper m_helper;
    NetlinkHelperRegistrar m_registrar;
};

namespace {

constexpr std::uint16_t ServicePort = 7777;

bool run(const QString &program, const QStringList &arguments)
{
    return QProcess::execute(program, arguments) == 0;
}

Tuple loopback(std::uint16_t sourcePort, std::uint16_t destinationPort)
{
    const auto address = *IpAddress::parse("127.0.0.1");
    return {address, address, sourcePort, destinationPort, L4Protocol::Udp};
}

RuleSettings serviceRule(std::uint32_t id = 1)
{
    RuleSettings rule;
    rule.id = RuleId {id};
    rule.helper = "thtest";
    rule.l4 = L4Protocol::Udp;
    rule.ports = {{ServicePort, ServicePort}};
    rule.l3 = {L3Protocol::Ipv4};
    rule.prerouting = false;
    return rule;
}

/// A UDP socket on the loopback interface.
class Peer {
public:
    explicit Peer(std::uint16_t port = 0)
        : m_fd(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        auto address = of(port);
        socklen_t length = sizeof address;
        if (::bind(m_fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) < 0
            || ::getsockname(m_fd.get(), reinterpret_cast<sockaddr *>(&address), &length) < 0) {
            qFatal("no UDP socket on the loopback interface");
        }
        m_port = ntohs(address.sin_port);
    }
    std::uint16_t port() const { return m_port; }
    void sendTo(std::uint16_t port) const
    {
        const auto address = of(port);
        if (::sendto(m_fd.get(), "x", 1, 0, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 1) {
            qFatal("sending on the loopback interface failed");
        }
    }

private:
    static sockaddr_in of(std::uint16_t port)
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }
    Fd m_fd;
    std::uint16_t m_port = 0;
};

} // namespace

/// A running watch with a helped connection to hang expectations on.
struct TestKernelLab::Watched {
    explicit Watched(const KernelHelper &helper)
    {
        watch.setPolicies(helper.name, helper.policies);
        if (auto started = watch.start(); !started) {
            qFatal("%s", started.error().text.c_str());
        }
        if (auto added = rules.add(serviceRule()); !added) {
            qFatal("%s", added.error().text.c_str());
        }
        client.sendTo(ServicePort);
        master = loopback(client.port(), ServicePort);
        reader.emplace(
            Wire::EventRingReader::open(Fd(::dup(watch.ringFd())), Wire::EventRingReader::Start::Oldest).take());
    }

    bool expect(std::uint16_t port)
    {
        Wire::ExpectationProposal proposal;
        proposal.tuple = loopback(0, port); // from any port
        return table->create(master, proposal) == ExpectationTable::Outcome::Created;
    }

    void collect()
    {
        EventRecord batch[64];
        for (auto got = reader->read(batch); got.count > 0; got = reader->read(batch)) {
            seen.insert(seen.end(), batch, batch + got.count);
        }
    }

    // True once the expectation of @p port was reported with @p action.
    bool told(std::uint16_t port, EventAction action)
    {
        collect();
        return std::any_of(seen.begin(), seen.end(), [&](const EventRecord &event) {
            return event.kind == EventKind::Expectation && event.destinationPort == port && event.action() == action
                && event.helperName() == "thtest" && event.className() == "data" && event.masterTuple() == master;
        });
    }

    // What was reported, for a failure's message.
    QString text() const
    {
        QStringList lines;
        for (const auto &event : seen) {
            lines.append(QStringLiteral("kind %1 action %2 helper %3 port %4 timeout %5 class %6")
                             .arg(static_cast<int>(event.kind))
                             .arg(static_cast<int>(event.action()))
                             .arg(QString::fromStdString(std::string(event.helperName())))
                             .arg(event.destinationPort)
                             .arg(event.timeoutSeconds)
                             .arg(QString::fromStdString(std::string(event.className()))));
        }
        return lines.join(u'\n');
    }

    // The last word on each expectation is one alone.
    int endings(std::uint16_t port)
    {
        collect();
        return static_cast<int>(std::count_if(seen.begin(), seen.end(), [&](const EventRecord &event) {
            return event.kind == EventKind::Expectation && event.destinationPort == port
                && event.action() != EventAction::New;
        }));
    }

    NetlinkConntrackWatch watch;
    NftablesRuleTable rules;
    Peer server {ServicePort};
    Peer client;
    Tuple master;
    std::unique_ptr<KernelExpectations> table = KernelExpectations::open().take();
    std::optional<Wire::EventRingReader> reader;
    std::vector<EventRecord> seen;
};

void TestKernelLab::initTestCase()
{
    m_helper = {"thtest", L3Protocol::Ipv4, L4Protocol::Udp, 77, {{"data", 2, 2}, {"more", 255, 60}}, 24, false};
    QVERIFY2(run(QStringLiteral("ip"),
                 {QStringLiteral("link"), QStringLiteral("set"), QStringLiteral("lo"), QStringLiteral("up")}),
        "the loopback interface must be up");
}

void TestKernelLab::cleanup()
{
    NftablesRuleTable rules;
    QVERIFY(rules.replaceAll({}).ok());
    const auto removed = m_registrar.remove(m_helper.name, m_helper.l3, m_helper.l4);
    QVERIFY(removed.ok() || removed.error().code == ErrorCode::NoSuchHelper);
    // The next test's socket may get the same port, and an old entry has no helper any more.
    QVERIFY(run(QStringLiteral("conntrack"), {QStringLiteral("-F")}));
}

void TestKernelLab::theKernelCanDoEverything()
{
    const auto capabilities = probeKernel();
    QVERIFY2(capabilities.complete(), capabilities.problem.c_str());
    QVERIFY(capabilities.problem.empty());
    QVERIFY(!capabilities.release.empty());
}

void TestKernelLab::registersDisabledAndListsEveryAttribute()
{
    auto wanted = m_helper;
    wanted.enabled = true; // is not obeyed: nobody listens yet
    const auto created = m_registrar.create(wanted);
    QVERIFY2(created.ok(), created ? "" : created.error().text.c_str());
    const auto helpers = m_registrar.list();
    QVERIFY(helpers.ok());
    QCOMPARE(std::count(helpers->begin(), helpers->end(), m_helper), 1);
    QVERIFY(m_registrar.remove(m_helper.name, m_helper.l3, m_helper.l4).ok());
    QVERIFY(m_registrar.remove(m_helper.name, m_helper.l3, m_helper.l4).error().code == ErrorCode::NoSuchHelper);
}

void TestKernelLab::changesQueueLimitsAndStatusOfAnExistingHelper()
{
    QVERIFY(m_registrar.create(m_helper).ok());
    auto changed = m_helper;
    changed.queue = 65535;
    changed.policies = {{"data", 9, 33}, {"more", 1, 1}};
    changed.enabled = true;
    QVERIFY(m_registrar.update(changed).ok());
    const auto updated = m_registrar.list();
    QCOMPARE(std::count(updated->begin(), updated->end(), changed), 1);
    QVERIFY(m_registrar.setEnabled(changed.name, changed.l3, changed.l4, false).ok());
    changed.enabled = false;
    const auto helpers = m_registrar.list();
    QCOMPARE(std::count(helpers->begin(), helpers->end(), changed), 1);
}

void TestKernelLab::refusesToChangeWhatTheKernelCannot()
{
    QVERIFY(m_registrar.create(m_helper).ok());
    auto changed = m_helper;
    changed.policies.pop_back();
    QVERIFY(m_registrar.update(changed).error().code == ErrorCode::HelperInUse);
    changed = m_helper;
    changed.privateLength = 32;
    QVERIFY(m_registrar.update(changed).error().code == ErrorCode::HelperInUse);
}

void TestKernelLab::refusesASecondHelperOfTheSameName()
{
    QVERIFY(m_registrar.create(m_helper).ok());
    QVERIFY(m_registrar.create(m_helper).error().code == ErrorCode::HelperExists);
}

void TestKernelLab::saysThatAKernelHelperOwnsTheName()
{
    QVERIFY(run(QStringLiteral("modprobe"), {QStringLiteral("nf_conntrack_ftp")}));
    auto clash = m_helper;
    clash.name = "ftp";
    clash.l4 = L4Protocol::Tcp;
    const auto created = m_registrar.create(clash);
    QVERIFY(run(QStringLiteral("modprobe"), {QStringLiteral("-r"), QStringLiteral("nf_conntrack_ftp")}));
    QVERIFY(!created.ok());
    QVERIFY(created.error().code == ErrorCode::KernelHelperLoaded);
    QVERIFY(QString::fromStdString(created.error().text).contains(QStringLiteral("nf_conntrack_ftp")));
    QVERIFY(m_registrar.create(clash).ok());
    QVERIFY(m_registrar.remove(clash.name, clash.l3, clash.l4).ok());
}

void TestKernelLab::neverCreatesAHelperByEnablingOrChangingIt()
{
    QVERIFY(
        m_registrar.setEnabled(m_helper.name, m_helper.l3, m_helper.l4, true).error().code == ErrorCode::NoSuchHelper);
    QVERIFY(m_registrar.update(m_helper).error().code == ErrorCode::NoSuchHelper);
    const auto helpers = m_registrar.list();
    QVERIFY(std::none_of(helpers->begin(), helpers->end(), [](const auto &helper) { return helper.name == "thtest"; }));
}

void TestKernelLab::refusesToRemoveAHelperThatARuleNames()
{
    QVERIFY(m_registrar.create(m_helper).ok());
    NftablesRuleTable rules;
    QVERIFY(rules.add(serviceRule()).ok());
    QVERIFY(m_registrar.remove(m_helper.name, m_helper.l3, m_helper.l4).error().code == ErrorCode::HelperInUse);
}

void TestKernelLab::addsCountsAndRemovesARule()
{
    QVERIFY(m_registrar.create(m_helper).ok());
    NftablesRuleTable rules;
    QVERIFY(rules.add(serviceRule(41)).ok());
    Peer server(ServicePort);
    Peer().sendTo(ServicePort);
    const auto counters = rules.counters();
    QVERIFY(counters.ok());
    QCOMPARE(counters->at(RuleId {41}).packets, std::uint64_t(1));
    QCOMPARE(counters->at(RuleId {41}).bytes, std::uint64_t(29)); // IPv4 and UDP headers and one byte
    QVERIFY(QString::fromStdString(*rules.show()).contains(QStringLiteral("ct helper set \"thtest-udp-ipv4\"")));
    QVERIFY(rules.remove(RuleId {41}).ok());
    QVERIFY(rules.counters()->empty());
    QVERIFY(!QString::fromStdString(*rules.show()).contains(QStringLiteral("thtest")));
    QVERIFY(QString::fromStdString(*rules.show()).contains(QStringLiteral("chain output"))); // base chains stay
    QVERIFY(rules.remove(RuleId {41}).error().code == ErrorCode::NoSuchRule);
}

void TestKernelLab::changesARuleInItsPlace()
{
    QVERIFY(m_registrar.create(m_helper).ok());
    NftablesRuleTable rules;
    QVERIFY(rules.add(serviceRule(1)).ok());
    QVERIFY(rules.add(serviceRule(2)).ok());
    auto changed = serviceRule(1);
    changed.ports = {{ServicePort + 1, ServicePort + 1}};
    QVERIFY(rules.change(changed).ok());
    const auto table = QString::fromStdString(*rules.show());
    QCOMPARE(table.count(QStringLiteral("\"trackhand:1\"")), 1);
    QVERIFY(table.indexOf(QStringLiteral("\"trackhand:1\"")) < table.indexOf(QStringLiteral("\"trackhand:2\"")));
    QVERIFY(table.contains(QStringLiteral("dport %1").arg(ServicePort + 1)));
    QVERIFY(rules.change(serviceRule(9)).error().code == ErrorCode::NoSuchRule);
    QVERIFY(rules.remove(RuleId {1}).ok());
    QVERIFY(rules.remove(RuleId {2}).ok());
}

void TestKernelLab::replacesAllRulesAndRepairsWhatSomebodyDeleted()
{
    QVERIFY(m_registrar.create(m_helper).ok());
    NftablesRuleTable rules;
    auto both = serviceRule(2);
    both.prerouting = true;
    QVERIFY(rules.replaceAll({serviceRule(1), both}).ok());
    QCOMPARE(rules.counters()->size(), std::size_t(2));
    QVERIFY(run(QStringLiteral("nft"), {QStringLiteral("flush chain inet trackhand prerouting")}));
    QVERIFY(!rules.counters()->contains(RuleId {2})); // half a rule is a missing one
    QVERIFY(rules.counters()->contains(RuleId {1}));
    QVERIFY(rules.replaceAll({serviceRule(1), both}).ok());
    QCOMPARE(rules.counters()->size(), std::size_t(2));
}

void TestKernelLab::leavesNoTraceOfARuleWhoseHelperIsMissing()
{
    NftablesRuleTable rules;
    const auto added = rules.add(serviceRule());
    QVERIFY(!added.ok());
    QVERIFY(added.error().code == ErrorCode::HelperUnavailable);
    QVERIFY(rules.counters()->empty());
}

void TestKernelLab::tellsAMatchedExpectation()
{
    QVERIFY(m_registrar.create(m_helper).ok());
    Watched watched(m_helper);
    QVERIFY(watched.expect(8001));
    QTRY_VERIFY(watched.told(8001, EventAction::New));
    Peer().sendTo(8001);
    QTRY_VERIFY(watched.told(8001, EventAction::Matched));
    QTest::qWait(static_cast<int>(ExpectationFates::Grace.count()) * 2);
    QCOMPARE(watched.endings(8001), 1);
    QCOMPARE(watched.watch.counts("thtest").matched, std::uint64_t(1));
}

void TestKernelLab::tellsAnExpiredExpectation()
{
    QVERIFY(m_registrar.create(m_helper).ok());
    Watched watched(m_helper);
    QVERIFY(watched.expect(8002));
    QTRY_VERIFY2(watched.told(8002, EventAction::Expired), qPrintable(watched.text()));
    QCOMPARE(watched.endings(8002), 1);
    QCOMPARE(watched.watch.counts("thtest").expired, std::uint64_t(1));
}

void TestKernelLab::tellsAnEvictedExpectation()
{
    auto patient = m_helper;
    patient.policies[0].timeoutSeconds = 60;
    QVERIFY(m_registrar.create(patient).ok());
    Watched watched(patient);
    QVERIFY(watched.expect(8003));
    QVERIFY(watched.expect(8004));
    QVERIFY(watched.expect(8005));
    QTRY_VERIFY(watched.told(8003, EventAction::Evicted));
    QCOMPARE(watched.endings(8003), 1);
    QCOMPARE(watched.endings(8004) + watched.endings(8005), 0);
}

void TestKernelLab::tellsARemovedExpectation()
{
    auto patient = m_helper;
    patient.policies[0].timeoutSeconds = 60;
    QVERIFY(m_registrar.create(patient).ok());
    Watched watched(patient);
    QVERIFY(watched.expect(8006));
    QTRY_VERIFY(watched.told(8006, EventAction::New));
    QVERIFY(run(QStringLiteral("conntrack"), {QStringLiteral("-F"), QStringLiteral("expect")}));
    QTRY_VERIFY(watched.told(8006, EventAction::Removed));
    QCOMPARE(watched.endings(8006), 1);
}

void TestKernelLab::listsWhatExists()
{
    auto patient = m_helper;
    patient.policies[0].timeoutSeconds = 60;
    QVERIFY(m_registrar.create(patient).ok());
    Watched watched(patient);
    QVERIFY(watched.expect(8007));
    const auto expectations = watched.watch.expectations();
    QVERIFY(expectations.ok());
    QCOMPARE(expectations->size(), std::size_t(1));
    QCOMPARE(expectations->front().destinationPort, std::uint16_t(8007));
    Peer().sendTo(8007);
    const auto flows = watched.watch.flows();
    QVERIFY(flows.ok());
    QVERIFY(std::any_of(flows->begin(), flows->end(), [&](const EventRecord &flow) {
        return flow.destinationPort == 8007 && flow.masterTuple() == watched.master && flow.helperName() == "thtest";
    }));
    QVERIFY(std::any_of(flows->begin(), flows->end(),
        [&](const EventRecord &flow) { return flow.tuple() == watched.master && flow.helperName() == "thtest"; }));
}

QTEST_GUILESS_MAIN(TestKernelLab)
#include "tst_kernel_lab.moc"
