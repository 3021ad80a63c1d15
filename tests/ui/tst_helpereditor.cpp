// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks.h"
#include "playedwindow.h"

#include "client/link/busvalue.h"
#include "ui/helpers/helpereditor.h"
#include "ui/helpers/helperspage.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/page.h"
#include "ui/wizard/notice.h"
#include "ui/wizard/policytable.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Trackhand;

class TestHelperEditor : public PlayedWindow {
    Q_OBJECT
private slots:
    void init()
    {
        start();
        ProtocolInfo ftp;
        ftp.name = "ftp";
        ftp.options = {{"loose", "false", "Lets the data connection come from another address, too."},
            {"mask", "24", "How far the network reaches."}};
        ProtocolInfo observer;
        observer.name = "observer";
        m_backend->setProtocols({observer, ftp});
    }

    void cleanup() { end(); }

    void onlyWhatIsDifferentIsAskedFor()
    {
        openEditor("running");
        QVERIFY(!editor()->submitButton()->isEnabled());
        editor()->policies()->item(0, PolicyTable::MaximumColumn)->setData(Qt::EditRole, 16);
        submit();
        QTRY_COMPARE(ftp().policies, (PolicyList {{"ftp", 16, 300}}));
        QCOMPARE(fromBus<QVariantMap>(m_backend->lastCall("Set")->arguments.first()).keys(), QStringList {"policies"});
        QVERIFY(!m_backend->lastCall("Enable") && !m_backend->lastCall("Disable"));
        QTRY_VERIFY(!editor());
    }

    void optionsAndTheQueueLengthArriveAndComeBackWithUndo()
    {
        openEditor("running");
        QTRY_VERIFY(editor()->optionField("mask"));
        qobject_cast<QCheckBox *>(editor()->optionField("loose"))->click();
        qobject_cast<QLineEdit *>(editor()->optionField("mask"))->setText("16");
        editor()->queueLength()->setValue(2048);
        submit();
        QTRY_COMPARE(ftp().options, (OptionMap {{"loose", "true"}, {"mask", "16"}}));
        QCOMPARE(ftp().queueLength, 2048U);
        QTRY_COMPARE(host()->messages()->text(), QString("ftp was changed."));
        QTRY_VERIFY(!editor());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(ftp().options, (OptionMap {{"loose", "false"}, {"mask", "24"}}));
        QCOMPARE(ftp().queueLength, 1024U);
    }

    void namesOfClassesAreTheProtocols()
    {
        openEditor("running");
        QVERIFY(!(editor()->policies()->item(0, PolicyTable::NameColumn)->flags() & Qt::ItemIsEditable));
        QVERIFY(editor()->policies()->item(0, PolicyTable::TimeoutColumn)->flags() & Qt::ItemIsEditable);
    }

    void aRunningHelperIsChangedBeforeItIsDisabled()
    {
        openEditor("running");
        editor()->queueLength()->setValue(2048);
        editor()->enabledBox()->click();
        submit();
        QTRY_COMPARE(ftp().state, QString("disabled"));
        QCOMPARE(deeds(), (QStringList {"Set", "Disable"}));
    }

    void aDisabledHelperWithRulesTakesNothingUntilItIsEnabled()
    {
        m_rule = true;
        openEditor("disabled");
        QVERIFY(!editor()->queueLength()->isEnabled());
        QVERIFY(editor()->notice()->text().contains("once it is enabled"));
        editor()->enabledBox()->click();
        QVERIFY(editor()->queueLength()->isEnabled());
        editor()->queueLength()->setValue(2048);
        submit();
        QTRY_COMPARE(ftp().queueLength, 2048U);
        QCOMPARE(deeds(), (QStringList {"Enable", "Set"}));
    }

    void aDisabledHelperWithoutRulesIsChangedBeforeItIsEnabled()
    {
        openEditor("disabled");
        editor()->queueLength()->setValue(2048);
        editor()->enabledBox()->click();
        submit();
        QTRY_COMPARE(ftp().state, QString("running"));
        QCOMPARE(deeds(), (QStringList {"Set", "Enable"}));
    }

    void aRefusalKeepsTheDialog()
    {
        openEditor("running");
        editor()->queueLength()->setValue(2048);
        m_backend->failNext("Set", ErrorCode::NotAuthorized, "you may not manage helpers");
        submit();
        QTRY_COMPARE(editor()->notice()->kind(), Notice::Kind::Error);
        QVERIFY(editor()->notice()->text().contains("stays as it was: you may not manage helpers"));
        QCOMPARE(editor()->queueLength()->value(), 2048);
        submit();
        QTRY_COMPARE(ftp().queueLength, 2048U);
    }

    void whatWasDoneInPartIsSaid()
    {
        openEditor("running");
        editor()->queueLength()->setValue(2048);
        editor()->enabledBox()->click();
        m_backend->failNext("Disable", ErrorCode::Failed, "it would not stop");
        submit();
        QTRY_VERIFY(editor()->notice()->text().contains("Only a part was done: it would not stop"));
        QCOMPARE(ftp().queueLength, 2048U);
        QVERIFY(editor()->submitButton()->isEnabled());
        submit(); // what is left of it
        QTRY_COMPARE(ftp().state, QString("disabled"));
        QCOMPARE(deeds(), (QStringList {"Set", "Disable", "Disable"}));
    }

    void foreignHelpersCannotBeChanged()
    {
        HelperInfo foreign = helper("rpc", "running");
        foreign.owner = "foreign";
        m_backend->addHelper(foreign);
        openWindow();
        m_window->showPage(int(PageKind::Helpers));
        QVERIFY(!page()->changeAction()->isEnabled());
    }

    void looksRight_data() { Look::rows(); }

    void looksRight()
    {
        QFETCH(int, look);
        const Look worn(look);
        m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
        openEditor("running");
        QTRY_VERIFY(editor()->optionField("mask"));
        keepPicture(editor(), "helpereditor");
        QVERIFY(editor()->minimumSizeHint().height() <= 700);
    }

private:
    void openEditor(const QString &state)
    {
        HelperInfo info = helper("ftp", state);
        info.queueLength = 1024;
        m_backend->addHelper(info);
        if (std::exchange(m_rule, false)) {
            RuleArguments rule;
            rule.helper = "ftp";
            m_backend->addRule(rule);
        }
        openWindow();
        m_window->showPage(int(PageKind::Helpers));
        page()->changeAction()->trigger();
        QVERIFY(editor());
        QVERIFY(QTest::qWaitForWindowActive(editor()));
    }

    void submit()
    {
        QTRY_VERIFY(editor()->submitButton()->isEnabled());
        editor()->submitButton()->click();
    }

    QStringList deeds() const
    {
        QStringList names;
        for (const FakeBackend::Call &call : m_backend->calls()) {
            if (QStringList {"Set", "Enable", "Disable"}.contains(call.method)) {
                names.append(call.method);
            }
        }
        return names;
    }

    HelperInfo ftp() { return m_backend->helpers().value("ftp"); }
    HelpersPage *page() { return static_cast<HelpersPage *>(host()->pages().at(int(PageKind::Helpers))); }
    HelperEditor *editor() { return page()->findChild<HelperEditor *>(); }

    bool m_rule = false;
};

QTEST_MAIN(TestHelperEditor)
#include "tst_helpereditor.moc"
