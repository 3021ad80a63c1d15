// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/auth/polkitauthorizer.h"
#include "tests/backend/auth/fakepolkit.h"
#include "tests/shared/privatebus.h"

#include <QTest>

using namespace Trackhand;
using Decision = Authorizer::Decision;

namespace {

const auto Action = QStringLiteral("org.trackhand.helpers.manage");
const auto Alice = QStringLiteral(":1.77");
const auto Bob = QStringLiteral(":1.78");

/// Counts how often a timer wakes this process.
class TimerCount : public QObject {
public:
    TimerCount() { QCoreApplication::instance()->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Timer ? 1 : 0;
        return false;
    }
    int count = 0;
};

} // namespace

Q_DECLARE_METATYPE(Trackhand::Authorizer::Decision)

/// The real PolkitAuthorizer, down to libpolkit, against a polkit of the test's own.
class TestPolkitAuthorizer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void subjectIsTheBusNameAndNothingElse();
    void promptIsAllowedOnlyWhenTheCallerAllowsIt();
    void polkitsWordDecides_data();
    void polkitsWordDecides();
    void errorIsARefusal();
    void manyQuestionsAreOpenAtOnceAndAnsweredOutOfOrder();
    void personWhoIsAwayTooLongIsRefused();
    void callerWhoLeftIsRefusedAndItsQuestionsWithdrawn();
    void openQuestionsAreLimitedForEachCaller();
    void openQuestionsAreLimitedInAll();
    void lateAnswerChangesNothing();
    void answeredQuestionLeavesNoClockRunning();

private:
    void ask(const QString &caller, bool interactive = true)
    {
        m_authorizer->ask({Action, caller, interactive}, [this](Decision decision) { m_answers.append(decision); });
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakePolkit> m_polkit;
    std::unique_ptr<PolkitAuthorizer> m_authorizer;
    QList<Decision> m_answers;
};

void TestPolkitAuthorizer::initTestCase()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->isRunning(), qPrintable(m_bus->error()));
    // Read once, when the first PolkitAuthorizer connects.
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus->address().toUtf8());
    m_polkit = std::make_unique<FakePolkit>(m_bus->connection());
}

void TestPolkitAuthorizer::init()
{
    PolkitAuthorizer::Timeouts timeouts;
    timeouts.silent = std::chrono::milliseconds(400);
    m_authorizer = std::make_unique<PolkitAuthorizer>(timeouts);
}

void TestPolkitAuthorizer::cleanup()
{
    m_authorizer.reset(); // withdraws what is open
    QTRY_COMPARE(m_polkit->open(), 0);
    m_polkit->asked.clear();
    m_polkit->cancelled.clear();
    m_polkit->waiting = m_polkit->failing = m_polkit->deaf = false;
    m_answers.clear();
}

void TestPolkitAuthorizer::subjectIsTheBusNameAndNothingElse()
{
    ask(Alice);
    QTRY_COMPARE(m_polkit->asked.size(), 1);
    QCOMPARE(m_polkit->asked.constFirst().subjectKind, QStringLiteral("system-bus-name"));
    QCOMPARE(m_polkit->asked.constFirst().subjectName, Alice);
    QCOMPARE(m_polkit->asked.constFirst().action, Action);
}

void TestPolkitAuthorizer::promptIsAllowedOnlyWhenTheCallerAllowsIt()
{
    ask(Alice, false);
    QTRY_COMPARE(m_polkit->asked.size(), 1);
    QCOMPARE(m_polkit->asked.at(0).flags, 0U);
    ask(Alice, true);
    QTRY_COMPARE(m_polkit->asked.size(), 2);
    QCOMPARE(m_polkit->asked.at(1).flags, 1U);
}

void TestPolkitAuthorizer::polkitsWordDecides_data()
{
    QTest::addColumn<bool>("authorized");
    QTest::addColumn<bool>("challenge");
    QTest::addColumn<bool>("dismissed");
    QTest::addColumn<bool>("interactive");
    QTest::addColumn<Decision>("decision");
    QTest::addRow("yes") << true << false << false << true << Decision::Granted;
    QTest::addRow("no") << false << false << false << true << Decision::Denied;
    QTest::addRow("a password is needed") << false << true << false << false << Decision::NeedsInteraction;
    QTest::addRow("nobody to ask for it") << false << true << false << true << Decision::NoAgent;
    QTest::addRow("prompt closed") << false << false << true << true << Decision::Dismissed;
}

void TestPolkitAuthorizer::polkitsWordDecides()
{
    QFETCH(bool, authorized);
    QFETCH(bool, challenge);
    QFETCH(bool, dismissed);
    QFETCH(bool, interactive);
    QFETCH(Decision, decision);
    m_polkit->result = {authorized, challenge, {}};
    if (dismissed) {
        m_polkit->result.details.insert(QStringLiteral("polkit.dismissed"), QStringLiteral("true"));
    }
    ask(Alice, interactive);
    QVERIFY(m_answers.isEmpty()); // never from within ask()
    QTRY_COMPARE(m_answers, QList<Decision> {decision});
}

void TestPolkitAuthorizer::errorIsARefusal()
{
    m_polkit->failing = true;
    ask(Alice);
    QTRY_COMPARE(m_answers, QList<Decision> {Decision::Unavailable});
}

void TestPolkitAuthorizer::manyQuestionsAreOpenAtOnceAndAnsweredOutOfOrder()
{
    m_polkit->waiting = true;
    ask(Alice);
    QTRY_COMPARE(m_polkit->asked.size(), 1);
    m_polkit->waiting = false;
    m_polkit->result = {true, false, {}};
    ask(Bob); // while Alice looks for her password
    QTRY_COMPARE(m_answers, QList<Decision> {Decision::Granted});
    m_polkit->answerNext({false, false, {}});
    QTRY_COMPARE(m_answers, (QList<Decision> {Decision::Granted, Decision::Denied}));
}

void TestPolkitAuthorizer::personWhoIsAwayTooLongIsRefused()
{
    m_polkit->waiting = true;
    ask(Alice, false);
    QTRY_COMPARE(m_polkit->asked.size(), 1);
    QTRY_COMPARE(m_answers, QList<Decision> {Decision::TimedOut});
    QTRY_COMPARE(m_polkit->cancelled, QStringList {m_polkit->asked.constFirst().cancellationId});
}

void TestPolkitAuthorizer::callerWhoLeftIsRefusedAndItsQuestionsWithdrawn()
{
    m_polkit->waiting = true;
    ask(Alice);
    ask(Bob);
    QTRY_COMPARE(m_polkit->asked.size(), 2);
    m_authorizer->callerLeft(Alice);
    QCOMPARE(m_answers, QList<Decision> {Decision::CallerLeft});
    QTRY_COMPARE(m_polkit->cancelled, QStringList {m_polkit->asked.at(0).cancellationId});
}

void TestPolkitAuthorizer::openQuestionsAreLimitedForEachCaller()
{
    m_polkit->waiting = true;
    for (int i = 0; i < PolkitAuthorizer::MaxQuestionsPerCaller; ++i) {
        ask(Alice);
    }
    QVERIFY(m_answers.isEmpty());
    ask(Alice);
    QCOMPARE(m_answers, QList<Decision> {Decision::TooManyQuestions});
    ask(Bob);
    QCOMPARE(m_answers.size(), 1);
    QTRY_COMPARE(m_polkit->asked.size(), PolkitAuthorizer::MaxQuestionsPerCaller + 1);
}

void TestPolkitAuthorizer::openQuestionsAreLimitedInAll()
{
    m_polkit->waiting = true;
    for (int i = 0; i < PolkitAuthorizer::MaxQuestions; ++i) {
        ask(QStringLiteral(":1.%1").arg(i));
    }
    QVERIFY(m_answers.isEmpty());
    ask(Alice);
    QCOMPARE(m_answers, QList<Decision> {Decision::TooManyQuestions});
    QTRY_COMPARE(m_polkit->asked.size(), PolkitAuthorizer::MaxQuestions);
}

void TestPolkitAuthorizer::lateAnswerChangesNothing()
{
    m_polkit->waiting = m_polkit->deaf = true;
    ask(Alice);
    QTRY_COMPARE(m_polkit->asked.size(), 1);
    m_authorizer->callerLeft(Alice);
    m_polkit->answerNext({true, false, {}});
    m_polkit->waiting = false;
    m_polkit->result = {true, false, {}};
    ask(Bob); // answered after whatever was on its way for Alice
    QTRY_COMPARE(m_answers, (QList<Decision> {Decision::CallerLeft, Decision::Granted}));
}

void TestPolkitAuthorizer::answeredQuestionLeavesNoClockRunning()
{
    ask(Alice, false);
    QTRY_COMPARE(m_answers.size(), 1);
    const TimerCount timers;
    QTest::qWait(600); // longer than the patience with a question that nobody is asked
    QCOMPARE(timers.count, 0);
}

QTEST_GUILESS_MAIN(TestPolkitAuthorizer)
#include "tst_polkitauthorizer.moc"
