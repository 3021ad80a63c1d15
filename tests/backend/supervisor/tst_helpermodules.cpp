// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedmanager.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Trackhand;

namespace {

const QDir Folder(QStringLiteral(TRACKHAND_CHANGING_MODULES));

/// Puts one of the tests' modules where the helper program looks, as @p as.
void put(const QString &module, const QString &as)
{
    const QString file = Folder.filePath(as + QStringLiteral(".so"));
    QFile::remove(file);
    QVERIFY(QFile::copy(QStringLiteral(TRACKHAND_TEST_MODULES "/%1.so").arg(module), file));
}

} // namespace

/// Modules as the service knows them: what is listed, what is refused, and what becomes of helpers when they change. A
/// kernel in memory, and a real helper program with a folder of its own.
class TestHelperModules : public PlayedManager {
    Q_OBJECT

    void startManager() { PlayedManager::startManager(TRACKHAND_HELPERD_WITH_CHANGING_MODULES); }
    const ProtocolDescription *available(const std::string &name) const
    {
        static std::vector<ProtocolDescription> all;
        all = m_manager->available();
        const auto found = std::ranges::find(all, name, &ProtocolDescription::name);
        return found == all.end() ? nullptr : &*found;
    }
    std::string refusalOf(const std::string &name) const
    {
        for (const RefusedModule &module : m_manager->refusedModules()) {
            if (module.name == name) {
                return module.why;
            }
        }
        return {};
    }
    auto incidentsWith(const std::string &words) const
    {
        const auto all = m_manager->incidents();
        return std::ranges::count_if(
            all, [&](const Incident &each) { return each.text.find(words) != std::string::npos; });
    }

private slots:
    void init()
    {
        if (::geteuid() != 0) {
            QSKIP("NOTHING IS TESTED: modules are loaded from a folder of root's, so the build and this test must be "
                  "root's");
        }
        QDir(Folder).removeRecursively();
        QVERIFY(QDir().mkpath(Folder.path()));
        begin();
    }
    void cleanup() { m_manager.reset(); }

    void aModuleIsAnAvailableHelper()
    {
        put(QStringLiteral("hello"), QStringLiteral("hello"));
        startManager();
        const ProtocolDescription *const hello = available("hello");
        QVERIFY(hello && hello->isModule);
        QVERIFY(available("ftp") && !available("ftp")->isModule);
        QVERIFY(m_manager->refusedModules().empty());
        QVERIFY(m_manager->add("hello", {}).ok());
        const HelperSettings settings = m_manager->helpers().front().settings;
        QVERIFY(settings.l4 == std::vector {L4Protocol::Udp});
        QCOMPARE(settings.policies.front().maxExpected, std::uint32_t {3});
    }

    void itsOptionsAreItsOwnToJudge()
    {
        put(QStringLiteral("hello"), QStringLiteral("hello"));
        startManager();
        HelperRequest request;
        request.options.emplace().emplace_back("limit", "10");
        QCOMPARE(m_manager->add("hello", request).error().code, ErrorCode::InvalidArgument);
        request.options->front().second = "9";
        QVERIFY(m_manager->add("hello", request).ok());
    }

    void oneThatCannotBeUsedTakesNothingElseAway()
    {
        for (const char *name :
            {"at-load", "boundless", "forging", "ftp", "hello", "nosymbol", "otherabi", "reaching"}) {
            put(QString::fromLatin1(name), QString::fromLatin1(name));
        }
        startManager();
        QVERIFY(available("hello"));
        QVERIFY(available("observer") && available("ftp"));
        QVERIFY(!available("ftp")->isModule);
        QCOMPARE(std::ranges::count(m_manager->available(), "ftp", &ProtocolDescription::name), 1);
        QCOMPARE(m_manager->refusedModules().size(), std::size_t {7});
        QVERIFY2(refusalOf("at-load").ends_with("ended by ILL"), refusalOf("at-load").c_str());
        QVERIFY2(refusalOf("reaching").ends_with("ended by SYS"), refusalOf("reaching").c_str());
        QVERIFY2(
            refusalOf("boundless").find("out of bounds: classes") != std::string::npos, refusalOf("boundless").c_str());
        QVERIFY2(refusalOf("forging").find("ipv4, ipv6") != std::string::npos, refusalOf("forging").c_str());
        QVERIFY2(refusalOf("ftp").find("built-in") != std::string::npos, refusalOf("ftp").c_str());
        for (const RefusedModule &module : m_manager->refusedModules()) {
            QCOMPARE(incidentsWith("the module " + module.name + " is not used: "), 1);
            QCOMPARE(QByteArray::fromStdString(module.why).count('\n'), 0);
        }
    }

    void noMoreThanSomeAreLookedAt()
    {
        for (int i = 0; i < 65; ++i) {
            put(QStringLiteral("text"), QStringLiteral("m%1").arg(i, 2, 10, QLatin1Char('0')));
        }
        startManager();
        QCOMPARE(m_manager->refusedModules().size(), std::size_t {65});
        QVERIFY(refusalOf("m64").starts_with("64 modules at most"));
    }

    void aHelperWhoseModuleIsRefusedIsNoObserver()
    {
        put(QStringLiteral("hello"), QStringLiteral("hello"));
        startManager();
        QVERIFY(m_manager->add("hello", {}).ok());
        put(QStringLiteral("text"), QStringLiteral("hello"));
        m_manager->replaceProcesses();
        const Status enabled = m_manager->enable("hello");
        QCOMPARE(enabled.error().code, ErrorCode::HelperUnavailable);
        QVERIFY2(
            enabled.error().text.find("hello.so cannot be loaded") != std::string::npos, enabled.error().text.c_str());
    }

    void aHelperThatFailedForItsModuleIsStartedWithTheNextOne()
    {
        HelperSettings settings;
        settings.name = "hello";
        settings.l3 = {L3Protocol::Ipv4};
        settings.l4 = {L4Protocol::Udp};
        settings.policies = {{"data", 3, 60}};
        settings.enabled = true;
        QVERIFY(m_store->save({"hello", settings, {}}).ok());
        put(QStringLiteral("otherabi"), QStringLiteral("hello"));
        startManager();
        const auto problem = [this] {
            return m_manager->helpers().front().problem;
        };
        QVERIFY2(problem().find("hello.so was built for Trackhand 9.9.9") != std::string::npos, problem().c_str());
        QVERIFY(m_manager->helpers().front().state == HelperState::Failed);
        put(QStringLiteral("hello"), QStringLiteral("hello"));
        m_manager->replaceProcesses();
        // Whether it runs is this kernel's to say: some have no queues.
        QVERIFY2(problem().find("hello.so") == std::string::npos, problem().c_str());
    }

    void aModuleThatNeedsMoreThanWasRegisteredIsNotStarted()
    {
        startManager();
        HelperRequest request;
        request.privateLength = 0;
        QVERIFY(m_manager->add("greedy", request).ok()); // an observer, for want of a module
        HelperSettings enabled = m_manager->helpers().front().settings;
        enabled.enabled = true;
        m_manager.reset();
        QVERIFY(m_store->save({"greedy", enabled, {}}).ok());
        startManager();
        put(QStringLiteral("greedy"), QStringLiteral("greedy"));
        m_manager->replaceProcesses();
        QVERIFY(available("greedy"));
        QCOMPARE(incidentsWith("it was registered with fewer classes or private data than its module"), 1);
    }

    void whatIsPutThereWhileTheServiceRunsIsFoundWhenItReloads()
    {
        startManager();
        QVERIFY(!available("hello"));
        put(QStringLiteral("hello"), QStringLiteral("hello"));
        m_manager->replaceProcesses();
        QVERIFY(available("hello"));
        QVERIFY(QFile::remove(Folder.filePath(QStringLiteral("hello.so"))));
        m_manager->replaceProcesses();
        QVERIFY(!available("hello"));
        QVERIFY(m_manager->refusedModules().empty());
    }

    void whatAnybodyCouldHaveWrittenIsRefused()
    {
        put(QStringLiteral("hello"), QStringLiteral("hello"));
        QVERIFY(QFile::setPermissions(Folder.filePath(QStringLiteral("hello.so")), QFileDevice::Permissions(0x6666)));
        startManager();
        QVERIFY(!available("hello"));
        QVERIFY2(refusalOf("hello").find("can be written by others") != std::string::npos, refusalOf("hello").c_str());
    }
};

QTEST_GUILESS_MAIN(TestHelperModules)
#include "tst_helpermodules.moc"
