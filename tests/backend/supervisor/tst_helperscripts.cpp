// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedmanager.h"

#include <QTest>

using namespace Trackhand;

namespace {

constexpr const char *Name = "hello.lua";

/// A script that says what it is, and accepts everything; @p more are further fields of its table.
std::string script(const std::string &more = {})
{
    return "return { name = 'hello', transports = { 'udp' }, ports = { 7000 }, on_packet = function() end, " + more
        + " }\n";
}

} // namespace

/// Scripts and the helpers that run them, over a kernel in memory and the real helper program. Swapping one under
/// traffic is seen in the guest.
class TestHelperScripts : public PlayedManager {
    Q_OBJECT

    void startManager() { PlayedManager::startManager(TRACKHAND_PROGRAMS "/trackhand-helperd"); }
    Status addHello()
    {
        HelperRequest request;
        request.script = Name;
        return m_manager->add("hello", request);
    }
    std::string installed() { return m_manager->readScript(Name, false).take(); }

private slots:
    void init()
    {
        begin();
        startManager();
    }
    void cleanup() { m_manager.reset(); }

    void aHelperIsWhatItsScriptSays()
    {
        QVERIFY(m_manager->installScript(Name, script("classes = { { name = 'a', max = 3 }, { name = 'b' } }")).ok());
        const auto added = addHello();
        QVERIFY2(added.ok(), added ? "" : added.error().text.c_str());
        const HelperSettings settings = m_manager->helpers().front().settings;
        QVERIFY(settings.l4 == std::vector {L4Protocol::Udp});
        QCOMPARE(settings.policies.size(), std::size_t {2});
        QCOMPARE(settings.policies.front().maxExpected, std::uint32_t {3});
        RuleRequest rule;
        rule.helper = "hello";
        QVERIFY(m_manager->addRule(rule).ok());
        QVERIFY((m_manager->rules().front().settings.ports == std::vector<PortRange> {{7000, 7000}}));
    }

    void whatCannotRunIsRefusedWithItsLineAndTheOldStays()
    {
        QVERIFY(m_manager->installScript(Name, script()).ok());
        for (const char *bad : {"\n\nreturn {", "error('no')", "return 3", "while true do end"}) {
            const auto refused = m_manager->installScript(Name, bad);
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
            QVERIFY2(refused.error().text.starts_with("hello.lua"), refused.error().text.c_str());
        }
        QCOMPARE(installed(), script());
        QVERIFY(!m_manager->scripts().front().stored.hasPrevious);
    }

    void aScriptThatIsNotInstalledMakesNoHelper()
    {
        QCOMPARE(addHello().error().code, ErrorCode::NoSuchScript);
        QVERIFY(m_registrar.helpers.empty());
    }

    void theListSaysWhoRunsWhat()
    {
        QCOMPARE(m_manager->installScript(Name, script()).take().size(), std::size_t {0});
        QVERIFY(addHello().ok());
        QCOMPARE(m_manager->installScript(Name, script("summary = 'new'")).take(), std::vector<std::string> {"hello"});
        QCOMPARE(m_manager->scripts().front().helpers, std::vector<std::string> {"hello"});
    }

    void rollingBackBringsBackTheEarlierVersion()
    {
        QVERIFY(m_manager->installScript(Name, script()).ok());
        QCOMPARE(m_manager->rollBackScript(Name).error().code, ErrorCode::NoSuchScript);
        QVERIFY(m_manager->installScript(Name, script("summary = 'new'")).ok());
        QVERIFY(m_manager->rollBackScript(Name).ok());
        QCOMPARE(installed(), script());
    }

    void aScriptInUseIsNotRemoved()
    {
        QVERIFY(m_manager->installScript(Name, script()).ok());
        QVERIFY(addHello().ok());
        QCOMPARE(m_manager->removeScript(Name).error().code, ErrorCode::HelperInUse);
        QVERIFY(m_manager->remove("hello", false).ok());
        QVERIFY(m_manager->removeScript(Name).ok());
        QCOMPARE(m_manager->removeScript(Name).error().code, ErrorCode::NoSuchScript);
    }

    void aVersionThatNeedsMoreThanWasRegisteredIsRefused()
    {
        QVERIFY(m_manager->installScript(Name, script()).ok());
        QVERIFY(addHello().ok());
        for (const char *more : {"classes = { { name = 'a' }, { name = 'b' } }", "private_length = 8"}) {
            QCOMPARE(m_manager->installScript(Name, script(more)).error().code, ErrorCode::HelperInUse);
        }
        QCOMPARE(installed(), script());
    }

    void theScriptJudgesItsOptions()
    {
        QVERIFY(
            m_manager->installScript(Name, script("options = { { name = 'limit', kind = 'int', default = 3 } }")).ok());
        HelperRequest request;
        request.script = Name;
        request.options.emplace().emplace_back("limit", "many");
        QCOMPARE(m_manager->add("hello", request).error().code, ErrorCode::InvalidArgument);
        request.options->front().second = "4";
        QVERIFY(m_manager->add("hello", request).ok());
    }

    void aHelperComesBackWithItsScript()
    {
        QVERIFY(m_manager->installScript(Name, script()).ok());
        QVERIFY(addHello().ok());
        m_manager.reset();
        m_registrar = {};
        startManager();
        QCOMPARE(m_manager->helpers().front().settings.script, std::string(Name));
        QVERIFY(m_registrar.helpers.front().l4 == L4Protocol::Udp);
    }
};

QTEST_GUILESS_MAIN(TestHelperScripts)
#include "tst_helperscripts.moc"
