// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/registration.h"
#include "playedmanager.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Trackhand;

/// The manager over a kernel in memory: what is registered, saved and undone. Gates and processes are met in the guest.
class TestLiveHelperManager : public PlayedManager {
    Q_OBJECT

    void startManager() { PlayedManager::startManager(TRACKHAND_PROGRAMS "/trackhand-helperd"); }
    static RuleRequest ruleFor(const char *helper)
    {
        RuleRequest request;
        request.helper = helper;
        return request;
    }

private slots:
    void init()
    {
        begin();
        startManager();
    }
    void cleanup() { m_manager.reset(); }

    void aHelperIsRegisteredDisabledForEachFamily()
    {
        QSignalSpy added(m_manager.get(), &HelperManager::helperAdded);
        QVERIFY(m_manager->add("ftp", {}).ok());
        QCOMPARE(m_registrar.helpers.size(), std::size_t {2});
        for (const KernelHelper &helper : m_registrar.helpers) {
            QCOMPARE(helper.name, std::string("ftp"));
            QVERIFY(helper.l4 == L4Protocol::Tcp);
            QVERIFY(!helper.enabled);
        }
        QCOMPARE(added.size(), 1);
    }

    void anUnknownNameGetsTheObserverOnTcp()
    {
        QVERIFY(m_manager->add("test", {}).ok());
        QVERIFY(m_registrar.helpers.front().l4 == L4Protocol::Tcp);
        QCOMPARE(m_registrar.helpers.size(), std::size_t {2});
    }

    void eachHelperGetsAQueueOfItsOwn()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        QVERIFY(m_manager->add("test", {}).ok());
        QCOMPARE(m_manager->helpers().at(1).settings.queue, std::uint16_t {1});
        HelperRequest request;
        request.queue = 1;
        QCOMPARE(m_manager->add("other", request).error().code, ErrorCode::InvalidArgument);
    }

    void aHelperThatTheKernelTakesOnlyHalfIsUndone()
    {
        m_registrar.failCreateOf = "ftp ipv6";
        QCOMPARE(m_manager->add("ftp", {}).error().code, ErrorCode::KernelHelperLoaded);
        QVERIFY(m_registrar.helpers.empty());
        QVERIFY(m_manager->helpers().empty());
        QVERIFY(m_store->load().helpers.empty());
    }

    void badRequestsChangeNothing_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", "sixteen-letters-", "a b", "-x", "a/b"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void badRequestsChangeNothing()
    {
        QFETCH(QString, name);
        QCOMPARE(m_manager->add(name.toStdString(), {}).error().code, ErrorCode::InvalidArgument);
        QVERIFY(m_registrar.helpers.empty());
    }

    void anOptionThatTheProtocolLacksIsRefused()
    {
        HelperRequest request;
        request.options.emplace().emplace_back("no_such", "1");
        QCOMPARE(m_manager->add("ftp", request).error().code, ErrorCode::InvalidArgument);
    }

    void anOptionWithAValueItDoesNotTakeIsRefusedAndNothingRegistered()
    {
        HelperRequest request;
        request.options.emplace().emplace_back("loose", "banana");
        const auto status = m_manager->add("ftp", request);
        QCOMPARE(status.error().code, ErrorCode::InvalidArgument);
        QVERIFY(status.error().text.find("loose") != std::string::npos);
        QVERIFY(m_registrar.helpers.empty());
        request.options = std::vector<std::pair<std::string, std::string>> {{"loose", "true"}};
        QVERIFY(m_manager->add("ftp", request).ok());
    }

    void aHelperWithRulesIsNotRemovedWithoutThem()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        QVERIFY(m_manager->addRule(ruleFor("ftp")).ok());
        QCOMPARE(m_manager->remove("ftp", false).error().code, ErrorCode::HelperInUse);
        QVERIFY(!m_registrar.helpers.empty());
        QVERIFY(m_manager->remove("ftp", true).ok());
        QVERIFY(m_registrar.helpers.empty());
        QVERIFY(m_table.rules.empty());
        QVERIFY(m_store->load().helpers.empty());
    }

    void aRuleGetsTheProtocolsPortsAndTheHelpersFamilies()
    {
        HelperRequest request;
        request.l3 = std::vector {L3Protocol::Ipv4};
        QVERIFY(m_manager->add("ftp", request).ok());
        const auto id = m_manager->addRule(ruleFor("ftp"));
        QVERIFY(id.ok());
        const RuleSettings &rule = m_table.rules.at(*id);
        QVERIFY(rule.ports == std::vector<PortRange>({{21, 21}}));
        QVERIFY(rule.l3 == std::vector {L3Protocol::Ipv4});
        QVERIFY(rule.prerouting && rule.output);
    }

    void aChangedRuleIsSavedUnderItsNewHelper()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        QVERIFY(m_manager->add("sip", {}).ok());
        const RuleId id = *m_manager->addRule(ruleFor("ftp"));
        QSignalSpy changed(m_manager.get(), &HelperManager::ruleChanged);
        QVERIFY(m_manager->changeRule(id, ruleFor("sip")).ok());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_table.rules.at(id).helper, std::string("sip"));
        const std::string before = m_manager->exportToml();
        m_table.rules.clear();
        m_registrar.helpers.clear();
        m_manager.reset();
        startManager();
        QCOMPARE(m_manager->exportToml(), before);
    }

    void aChangeThatCannotBeMadeChangesNothing()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        const RuleId id = *m_manager->addRule(ruleFor("ftp"));
        const std::string before = m_manager->exportToml();
        RuleRequest wrong = ruleFor("ftp");
        wrong.l4 = L4Protocol::Udp; // the helper is registered for tcp
        QCOMPARE(m_manager->changeRule(id, wrong).error().code, ErrorCode::InvalidRule);
        QCOMPARE(m_manager->changeRule(RuleId {9}, ruleFor("ftp")).error().code, ErrorCode::NoSuchRule);
        QVERIFY(m_manager->exportToml() == before);
    }

    void aChangeThatCannotBeSavedIsUndone()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        const RuleId id = *m_manager->addRule(ruleFor("ftp"));
        const std::string before = m_manager->exportToml();
        const QString folder = m_directory->filePath(QStringLiteral("helpers.d"));
        QVERIFY(QDir(folder).removeRecursively());
        QVERIFY(QFile(folder).open(QIODevice::WriteOnly)); // a file where the folder was
        RuleRequest narrow = ruleFor("ftp");
        narrow.ports = std::vector<PortRange> {{2121, 2121}};
        QVERIFY(!m_manager->changeRule(id, narrow).ok());
        QVERIFY(m_table.rules.at(id).ports == std::vector<PortRange>({{21, 21}}));
        QCOMPARE(m_manager->exportToml(), before);
    }

    void whatWasSavedIsThereAfterARestart()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        QVERIFY(m_manager->addRule(ruleFor("ftp")).ok());
        const std::string before = m_manager->exportToml();
        m_registrar.helpers.clear();
        m_table.rules.clear();
        m_manager.reset();
        startManager();
        QCOMPARE(m_manager->exportToml(), before);
        QCOMPARE(m_registrar.helpers.size(), std::size_t {2});
        QCOMPARE(m_table.rules.size(), std::size_t {1});
    }

    void nothingStaysEnabledThatADeadPredecessorLeft()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        m_manager.reset();
        for (KernelHelper &helper : m_registrar.helpers) {
            helper.enabled = true;
        }
        QVERIFY(disableAllHelpers(m_registrar, *m_store).ok());
        for (const KernelHelper &helper : m_registrar.helpers) {
            QVERIFY(!helper.enabled);
        }
    }

    void whatHappensToAHelperIsWrittenIntoTheJournal()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        m_manager.reset();
        m_registrar.helpers.clear();
        m_registrar.failCreateOf = "ftp ipv4";
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^helper ftp: .*clash")));
        startManager();
        QCOMPARE(m_manager->incidents().size(), std::size_t {1});
    }

    void foreignHelpersAreShownAndLeftAlone()
    {
        m_registrar.helpers.push_back({"tftp", L3Protocol::Ipv4, L4Protocol::Udp, 7, {{"tftp", 1, 300}}, 0, true});
        m_manager->setWatched(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_manager->helpers().size(), std::size_t {1}, 30000);
        QVERIFY(m_manager->helpers().front().foreign);
        QCOMPARE(m_manager->remove("tftp", true).error().code, ErrorCode::HelperUnavailable);
        QCOMPARE(m_manager->add("tftp", {}).error().code, ErrorCode::HelperExists);
        QCOMPARE(*m_manager->flush(false), 0U);
        QCOMPARE(m_registrar.helpers.size(), std::size_t {1});
        QCOMPARE(*m_manager->flush(true), 1U);
        QVERIFY(m_registrar.helpers.empty());
    }

    void aHelperThatAnotherProgramHasJustRegisteredIsNotOverwritten()
    {
        m_registrar.helpers.push_back({"ftp", L3Protocol::Ipv4, L4Protocol::Tcp, 7, {{"ftp", 1, 300}}, 0, true});
        QCOMPARE(m_manager->add("ftp", {}).error().code, ErrorCode::HelperExists);
        QCOMPARE(m_registrar.helpers.size(), std::size_t {1});
        QCOMPARE(m_registrar.helpers.front().queue, std::uint16_t {7});
    }

    void whileNobodyWatchesNothingIsLookedAt()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        QVERIFY(m_manager->addRule(ruleFor("ftp")).ok());
        m_registrar.lookedAt = 0;
        m_table.lookedAt = 0;
        QTest::qWait(1500); // somebody who watched would have been told of counters by now
        QCOMPARE(m_registrar.lookedAt, 0U);
        QCOMPARE(m_table.lookedAt, 0U);
        m_manager->refresh();
        QCOMPARE(m_registrar.lookedAt, 1U);
        QCOMPARE(m_table.lookedAt, 1U);
        m_manager->refresh(); // so soon after it is as good as the last time
        QCOMPARE(m_registrar.lookedAt, 1U);
    }

    void whatConntrackCountsIsShownWithItsHelper()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        m_watch.counted.created = 9;
        m_watch.counted.waiting = 2;
        m_watch.counted.lost = 3;
        m_manager->refresh();
        const HelperCounters counters = m_manager->helpers().front().counters;
        QCOMPARE(counters.expectations, std::uint64_t {9});
        QCOMPARE(counters.expectationsWaiting, std::uint64_t {2});
        QCOMPARE(counters.eventsLost, std::uint64_t {3});
    }

    void rulesThatAnotherProgramRemovedArePutBackWhoeverWatches()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        QVERIFY(m_manager->addRule(ruleFor("ftp")).ok());
        QSignalSpy incidents(m_manager.get(), &HelperManager::incidentHappened);
        m_table.loseRules();
        QTRY_COMPARE(m_table.rules.size(), std::size_t {1});
        QCOMPARE(incidents.size(), 1);
        QVERIFY(m_manager->incidents().back().aboutRules);
    }

    void applyingATextWithAMistakeAddsNothing()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        QVERIFY(m_manager->add("test", {}).ok());
        const std::string text = m_manager->exportToml();
        QVERIFY(m_manager->remove("test", true).ok());
        // "ftp" is still there, so the text as a whole cannot be applied.
        QCOMPARE(m_manager->applyToml(text).error().code, ErrorCode::HelperExists);
        QCOMPARE(m_manager->helpers().size(), std::size_t {1});
        QVERIFY(m_manager->remove("ftp", true).ok());
        QVERIFY(m_manager->applyToml(text).ok());
        QCOMPARE(m_manager->exportToml(), text);
    }

    void replacingProcessesIsOverAtOnceWhenNoneRuns()
    {
        QVERIFY(m_manager->add("ftp", {}).ok());
        QSignalSpy replaced(m_manager.get(), &LiveHelperManager::processesReplaced);
        m_manager->replaceProcesses();
        QCOMPARE(replaced.size(), 1);
        QVERIFY(m_manager->incidents().empty());
    }

    void aHelperProgramThatCannotBeRunReplacesNothingAndSaysSo()
    {
        // Where the user of the helper processes finds it, whoever runs the test.
        QVERIFY(QFile::setPermissions(m_directory->path(), QFile::permissions(m_directory->path()) | QFile::ExeOther));
        const QString program = m_directory->filePath(QStringLiteral("helperd"));
        QVERIFY(QFile::link(QStringLiteral(TRACKHAND_PROGRAMS "/trackhand-helperd"), program));
        LiveHelperManager manager(
            m_registrar, m_table, m_watch, *m_store, LiveHelperManager::Paths {program.toStdString()});
        QVERIFY(manager.start().ok());
        QVERIFY(QFile::remove(program) && QFile::link(QStringLiteral("/bin/false"), program));
        QSignalSpy replaced(&manager, &LiveHelperManager::processesReplaced);
        manager.replaceProcesses();
        QCOMPARE(replaced.size(), 1);
        QVERIFY(manager.incidents().back().text.starts_with("the helper processes were not replaced: "));
        QVERIFY(!manager.available().empty());
    }

    void theChainOfADisabledHelperBreaksAtItsProcess()
    {
        QVERIFY(m_manager->add("test", {}).ok());
        const auto links = m_manager->diagnose("test");
        QVERIFY(links.ok());
        QCOMPARE(links->back().link, std::string("process"));
        QVERIFY(!links->back().ok);
        QVERIFY(!links->back().remedy.empty());
    }
};

QTEST_GUILESS_MAIN(TestLiveHelperManager)
#include "tst_livehelpermanager.moc"
