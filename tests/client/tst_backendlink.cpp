// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/link/backendcall.h"
#include "client/link/backendlink.h"
#include "client/stores/helperstore.h"
#include "client/stores/incidentstore.h"
#include "client/stores/rulestore.h"
#include "tests/client/fakebackend.h"
#include "tests/client/sampleevents.h"
#include "tests/shared/privatebus.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Trackhand;

namespace {

HelperInfo ftpHelper()
{
    HelperInfo helper;
    helper.name = QStringLiteral("ftp");
    helper.owner = QStringLiteral("trackhand");
    helper.l3 = QStringList {"ipv4", "ipv6"};
    helper.l4 = QStringList {"tcp"};
    helper.queue = 3;
    helper.policies = {{QStringLiteral("ftp"), 1, 300}};
    helper.options = {{QStringLiteral("loose"), QStringLiteral("no")}};
    helper.state = QStringLiteral("running");
    helper.processId = 4711;
    helper.counters = {{QStringLiteral("packets"), 1000000000000ULL}};
    return helper;
}

RuleArguments ftpRule()
{
    RuleArguments rule;
    rule.helper = QStringLiteral("ftp");
    rule.l4 = QStringLiteral("tcp");
    rule.ports = {{21, 21}};
    rule.hooks = QStringList {"prerouting"};
    rule.destination = QStringLiteral("10.0.2.2/32");
    return rule;
}

} // namespace

class TestBackendLink : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_bus = std::make_unique<PrivateBus>();
        QVERIFY2(!m_bus->address().isEmpty(), "dbus-daemon did not start");
        m_backend = std::make_unique<FakeBackend>(m_bus->address());
        m_link = std::make_unique<BackendLink>(HostAddress(), QString(), m_bus->address());
        m_helpers.follow(m_link.get());
        m_rules.follow(m_link.get());
        m_incidents.follow(m_link.get());
    }

    void cleanup()
    {
        m_link.reset();
        m_backend.reset();
        m_bus.reset();
        m_helpers.clear();
        m_rules.clear();
    }

    void readsEveryPropertyOfEveryObject()
    {
        m_backend->addHelper(ftpHelper());
        m_backend->addRule(ftpRule());
        connectToBackend();
        QCOMPARE(m_helpers.size(), 1);
        const HelperInfo &helper = m_helpers.at(0);
        QCOMPARE(FakeBackend::propertiesOf(helper).value("Name").toString(), QStringLiteral("ftp"));
        QCOMPARE(helper.queue, 3U);
        QCOMPARE(helper.policies, ftpHelper().policies);
        QCOMPARE(helper.options, ftpHelper().options);
        QCOMPARE(helper.l3, ftpHelper().l3);
        QCOMPARE(helper.counter("packets"), 1000000000000ULL);
        QCOMPARE(m_rules.size(), 1);
        QCOMPARE(m_rules.at(0).ports, ftpRule().ports);
        QCOMPARE(m_rules.at(0).destination, QStringLiteral("10.0.2.2/32"));
    }

    void followsWhatIsAddedChangedAndRemoved()
    {
        connectToBackend();
        m_backend->addHelper(ftpHelper());
        QTRY_COMPARE(m_helpers.size(), 1);
        m_backend->changeHelper(QStringLiteral("ftp"), {{QStringLiteral("State"), QStringLiteral("failed")}});
        QTRY_COMPARE(m_helpers.at(0).state, QStringLiteral("failed"));
        const uint id = m_backend->addRule(ftpRule());
        QTRY_COMPARE(m_rules.size(), 1);
        m_backend->changeRule(id, {{QStringLiteral("Packets"), QVariant::fromValue(12ULL)}});
        QTRY_COMPARE(m_rules.at(0).packets, 12ULL);
        m_backend->removeHelper(QStringLiteral("ftp"));
        QTRY_COMPARE(m_helpers.size(), 0);
    }

    void emptiesTheStoresWhenTheBackendGoesAndReadsAnewWhenItComesBack()
    {
        m_backend->addHelper(ftpHelper());
        connectToBackend();
        m_backend->vanish();
        QTRY_COMPARE(m_link->state(), BackendLink::State::Waiting);
        QCOMPARE(m_link->problem().code, ErrorCode::NoBackend);
        QCOMPARE(m_helpers.size(), 0);
        HelperInfo sip = ftpHelper();
        sip.name = QStringLiteral("sip");
        m_backend->addHelper(sip);
        QVERIFY(m_backend->appear());
        QTRY_COMPARE(m_link->state(), BackendLink::State::Ready);
        QCOMPARE(m_helpers.size(), 2);
    }

    void saysThatThereIsNoBackendOnABusWithoutOne()
    {
        m_link->open();
        QTRY_COMPARE(m_link->state(), BackendLink::State::Waiting);
        QCOMPARE(m_link->problem().code, ErrorCode::NoBackend);
    }

    void saysThatThereIsNoBus()
    {
        BackendLink link(HostAddress(), {}, QStringLiteral("unix:path=/nonexistent/bus"));
        link.open();
        QTRY_COMPARE(link.state(), BackendLink::State::Closed);
        QCOMPARE(link.problem().code, ErrorCode::NoBackend);
    }

    void noticesThatTheBusBroke()
    {
        connectToBackend();
        m_bus->stop();
        QTRY_COMPARE(m_link->state(), BackendLink::State::Closed);
        QVERIFY(!m_link->problem().text.empty());
    }

    void callsArriveWithTheirArguments()
    {
        connectToBackend();
        HelperArguments settings;
        settings.queue = 5;
        settings.policies = PolicyList {{QStringLiteral("data"), 4, 60}};
        settings.l3 = QStringList {"ipv4"};
        const auto path = await(Requests::addHelper(QStringLiteral("my.helper"), settings));
        QVERIFY(path->ok());
        QCOMPARE(path->value(), QStringLiteral("/org/trackhand/Trackhand1/helpers/my_2ehelper"));
        const HelperInfo added = m_backend->helpers().value(QStringLiteral("my.helper"));
        QCOMPARE(added.queue, 5U);
        QCOMPARE(added.policies, *settings.policies);
        QCOMPARE(added.l3, *settings.l3);

        QVERIFY(await(Requests::enableHelper(QStringLiteral("my.helper")))->ok());
        QTRY_COMPARE(m_helpers.at(0).state, QStringLiteral("running"));

        RuleArguments rule = ftpRule();
        rule.helper = QStringLiteral("my.helper");
        QVERIFY(await(Requests::addRule(rule))->ok());
        QCOMPARE(m_backend->rules().first().ports, rule.ports);
        const auto preview = await(Requests::previewRule(rule));
        QVERIFY(preview->value().nftables.contains(QStringLiteral("ct helper set \"my.helper\"")));
        QVERIFY(await(Requests::deleteRule(m_backend->rules().firstKey()))->ok());
        QVERIFY(await(Requests::deleteHelper(QStringLiteral("my.helper"), false))->ok());
        QTRY_COMPARE(m_helpers.size(), 0);
    }

    void errorsKeepTheirKindAndTheirWords()
    {
        connectToBackend();
        m_backend->failNext(
            QStringLiteral("Add"), ErrorCode::KernelHelperLoaded, QStringLiteral("nf_conntrack_ftp is loaded"));
        const auto path = await(Requests::addHelper(QStringLiteral("ftp"), {}));
        QVERIFY(!path->ok());
        QCOMPARE(path->error().code, ErrorCode::KernelHelperLoaded);
        QCOMPARE(path->error().text, std::string("nf_conntrack_ftp is loaded"));
    }

    void callWithoutAConnectionFailsInsteadOfHanging()
    {
        const auto result = await(Requests::showRules());
        QCOMPARE(result->error().code, ErrorCode::NoBackend);
    }

    void doesNotCallBackIntoADeadContext()
    {
        connectToBackend();
        auto context = std::make_unique<QObject>();
        bool called = false;
        m_link->call<QString>(
            Requests::showRules(), context.get(), [&called](const Result<QString> &) { called = true; });
        context.reset();
        QVERIFY(await(Requests::showRules())->ok()); // sent later, so answered later
        QVERIFY(!called);
    }

    void listsProtocolsIncidentsDiagnosisAndExpectations()
    {
        ProtocolInfo ftp;
        ftp.name = QStringLiteral("ftp");
        ftp.ports = {21};
        ftp.policies = {{QStringLiteral("ftp"), 1, 300}};
        ftp.options = {{QStringLiteral("loose"), QStringLiteral("no"), QStringLiteral("let it")}};
        m_backend->setProtocols({ftp});
        m_backend->addExpectation(Samples::ftpExpectation(EventAction::New));
        m_backend->addHelper(ftpHelper());
        connectToBackend();
        const auto protocols = await(Requests::availableProtocols());
        QCOMPARE(protocols->value().size(), 1);
        QCOMPARE(protocols->value().first().ports, ftp.ports);
        QCOMPARE(protocols->value().first().policies, ftp.policies);
        QCOMPARE(protocols->value().first().options.first().text, QStringLiteral("let it"));
        const auto expectations = await(Requests::listExpectations());
        QVERIFY(expectations->ok());
        QCOMPARE(expectations->value().size(), std::size_t(1));
        QCOMPARE(expectations->value().front().destinationPort, quint16(50000));
        const auto links = await(Requests::diagnoseHelper(QStringLiteral("ftp")));
        QCOMPARE(links->value().last().ok, false);
        m_backend->addIncident({QStringLiteral("failed"), QStringLiteral("ftp"), QStringLiteral("it died"), 5});
        QTRY_COMPARE(m_incidents.items().size(), 1);
        QCOMPARE(m_incidents.items().first().text, QStringLiteral("it died"));
    }

    void blockingCallWorksFromAnotherThread()
    {
        QVERIFY(m_backend->appear());
        const QString address = m_bus->address();
        std::optional<Result<QString>> text;
        std::optional<Result<Done>> refused;
        std::unique_ptr<QThread> thread(QThread::create([&] {
            const auto call = BackendCall::openAddress(address);
            if (call) {
                text = call->call(Requests::showRules());
                refused = call->call(Requests::enableHelper(QStringLiteral("nobody")));
            }
        }));
        thread->start();
        QTRY_VERIFY(thread->isFinished());
        QCOMPARE(text->value(), QStringLiteral("table inet trackhand {\n}\n"));
        QCOMPARE(refused->error().code, ErrorCode::NoSuchHelper);
    }

    void blockingCallSaysThatThereIsNoBackend()
    {
        const auto call = BackendCall::openAddress(m_bus->address());
        QVERIFY(call.ok());
        QCOMPARE(call->call(Requests::showRules()).error().code, ErrorCode::NoBackend);
        QCOMPARE(BackendCall::openAddress(QStringLiteral("unix:path=/nonexistent")).error().code, ErrorCode::NoBackend);
    }

private:
    void connectToBackend()
    {
        QVERIFY(m_backend->appear());
        m_link->open();
        QTRY_COMPARE(m_link->state(), BackendLink::State::Ready);
    }

    template <typename T>
    std::optional<Result<T>> await(const Request<T> &request)
    {
        std::optional<Result<T>> result;
        m_link->call<T>(request, this, [&result](const Result<T> &answer) { result.emplace(answer); });
        if (!QTest::qWaitFor([&result] { return result.has_value(); })) {
            result.emplace(Error {ErrorCode::Failed, "no answer came"});
        }
        return result;
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<BackendLink> m_link;
    HelperStore m_helpers;
    RuleStore m_rules;
    IncidentStore m_incidents;
};

QTEST_GUILESS_MAIN(TestBackendLink)
#include "tst_backendlink.moc"
