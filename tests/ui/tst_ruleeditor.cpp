// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks.h"
#include "playedwindow.h"

#include "client/link/busvalue.h"
#include "tests/client/faketraffic.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/page.h"
#include "ui/parts/remark.h"
#include "ui/rules/ruleeditor.h"
#include "ui/rules/ruleform.h"
#include "ui/rules/rulepreviewpane.h"
#include "ui/rules/rulespage.h"
#include "ui/wizard/notice.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Trackhand;

class TestRuleEditor : public PlayedWindow {
    Q_OBJECT
private slots:
    void init()
    {
        start();
        m_backend->setProtocols(sampleProtocols());
        m_backend->addHelper(helper("ftp", "running"));
    }

    void cleanup() { end(); }

    void everyFieldOfANewRuleArrivesAtTheBackend()
    {
        openEditor();
        combo("Helper")->setEditText("ftp");
        line("Destination ports")->setText("21, 2121-2130");
        line("From")->setText("10.0.1.0/24");
        line("To")->setText("10.0.2.2");
        combo("Interface on which packets arrive")->setEditText("lan0");
        box("IPv&6")->click();
        submit();
        QTRY_COMPARE(m_backend->rules().size(), 1);
        const RuleInfo rule = m_backend->rules().first();
        QCOMPARE(rule.helper, QString("ftp"));
        QCOMPARE(rule.l4, QString("tcp"));
        QCOMPARE(rule.ports, (PortRangeList {{21, 21}, {2121, 2130}}));
        QCOMPARE(rule.source, QString("10.0.1.0/24"));
        QCOMPARE(rule.destination, QString("10.0.2.2"));
        QCOMPARE(rule.inInterface, QString("lan0"));
        QCOMPARE(rule.hooks, QStringList {"prerouting"});
        QCOMPARE(rule.l3, QStringList {"ipv4"});
        QTRY_VERIFY(!editor());
    }

    void aChangeKeepsTheRuleAndAsksForAllOfIt()
    {
        const uint id = m_backend->addRule(ftpRule());
        openPage();
        page()->changeAction()->trigger();
        QCOMPARE(editor()->ruleId(), std::optional(id));
        QVERIFY(!editor()->submitButton()->isEnabled()); // nothing is different yet
        QVERIFY(editor()->templatesButton()->isHidden());
        line("From")->setText("10.0.9.0/24");
        submit();
        QTRY_COMPARE(m_backend->rules().value(id).source, QString("10.0.9.0/24"));
        QCOMPARE(m_backend->rules().size(), 1);
        QCOMPARE(m_backend->rules().value(id).ports, (PortRangeList {{21, 21}}));
        QCOMPARE(m_backend->lastCall("Change")->path, QString("/org/trackhand/Trackhand1/rules/%1").arg(id));
        QVERIFY(!m_backend->lastCall("Delete") && !m_backend->lastCall("Add"));
        QTRY_COMPARE(
            page()->table()->model()->index(0, RuleModel::SourceColumn).data().toString(), QString("10.0.9.0/24"));
    }

    void everyPortIsAskedForAsSuch()
    {
        openEditor();
        combo("Helper")->setEditText("ftp");
        QTRY_VERIFY(line("Destination ports")->placeholderText().contains("21"));
        box("&every port")->click();
        QVERIFY(!line("Destination ports")->isEnabled());
        submit();
        QTRY_VERIFY(m_backend->lastCall("Add"));
        const auto map = fromBus<QVariantMap>(m_backend->lastCall("Add")->arguments.first());
        QVERIFY(map.contains("ports"));
        QCOMPARE(fromBus<PortRangeList>(map.value("ports")), PortRangeList());
    }

    void aWrongFieldIsSaidBesideItAndHoldsTheButton()
    {
        openEditor();
        QCOMPARE(remark(RuleField::Helper)->kind(), Remark::Kind::Error);
        QVERIFY(!editor()->submitButton()->isEnabled());
        combo("Helper")->setEditText("ftp");
        QVERIFY(editor()->submitButton()->isEnabled());
        line("To")->setText("10.0.2.2/24");
        QCOMPARE(remark(RuleField::Destination)->kind(), Remark::Kind::Error);
        QVERIFY(remark(RuleField::Destination)->text().contains("10.0.2.0/24"));
        QVERIFY(!editor()->submitButton()->isEnabled());
        QTest::keyClick(line("To"), Qt::Key_Return);
        QVERIFY(editor());
        line("To")->setText("10.0.2.0/24");
        QVERIFY(remark(RuleField::Destination)->text().isEmpty());
        QVERIFY(editor()->submitButton()->isEnabled());
        const int width = editor()->minimumSizeHint().width();
        line("To")->setText(QString(5000, 'x'));
        QVERIFY(!editor()->submitButton()->isEnabled());
        QVERIFY(remark(RuleField::Destination)->text().size() < 160);
        QCOMPARE(editor()->minimumSizeHint().width(), width);
    }

    void thePreviewFollowsTheFieldsAndDropsWhatWasOvertaken()
    {
        openEditor();
        combo("Helper")->setEditText("ftp");
        m_backend->hold("Preview");
        line("Destination ports")->setText("21");
        QTRY_VERIFY(m_backend->lastCall("Preview"));
        line("Destination ports")->setText("2121");
        m_backend->release(); // the answer for port 21 comes now
        QTRY_VERIFY(editor()->preview()->nftables()->toPlainText().contains("dport 2121"));
        QVERIFY(editor()->preview()->iptables()->toPlainText().contains("--dport 2121"));
        QVERIFY(editor()->preview()->nftables()->isEnabled());
        line("Destination ports")->setText("none");
        QVERIFY(!editor()->preview()->nftables()->isEnabled()); // what is shown there is not this rule
    }

    void typingAsksForOnePreviewNotForEach()
    {
        openEditor();
        combo("Helper")->setEditText("ftp");
        QTRY_VERIFY(!editor()->preview()->nftables()->toPlainText().isEmpty());
        const auto asked = [this] {
            return std::ranges::count(m_backend->calls(), QString("Preview"), &FakeBackend::Call::method);
        };
        const auto before = asked();
        for (const char *typed : {"1", "10", "100", "1000"}) {
            line("Destination ports")->setText(typed);
        }
        QTRY_VERIFY(editor()->preview()->nftables()->toPlainText().contains("dport 1000"));
        QCOMPARE(asked(), before + 1);
    }

    void whatOnlyTheBackendKnowsIsSaidInTheDialog()
    {
        m_backend->failNext("Preview", ErrorCode::InvalidRule, "this cannot be");
        openEditor();
        combo("Helper")->setEditText("ftp");
        QTRY_VERIFY(editor()->notice()->text().contains("this cannot be"));
        QCOMPARE(editor()->notice()->kind(), Notice::Kind::Error);
        editor()->form()->setProtocols({}); // what comes to be known later does not make it possible
        QCOMPARE(editor()->notice()->kind(), Notice::Kind::Error);
        line("From")->setText("10.0.1.0/24");
        QCOMPARE(editor()->notice()->kind(), Notice::Kind::Hint);
    }

    void theKeyboardOpensIt()
    {
        m_backend->addRule(ftpRule());
        openPage();
        page()->table()->setFocus();
        QTest::keyClick(page()->table(), Qt::Key_Return);
        QVERIFY(editor() && editor()->ruleId());
        editor()->reject();
        QTRY_VERIFY(!editor());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        page()->table()->setFocus();
        QTest::keyClick(page()->table(), Qt::Key_R, Qt::ControlModifier);
        QVERIFY(editor() && !editor()->ruleId());
    }

    void aRefusalKeepsTheDialogAndWhatWasTyped()
    {
        openEditor();
        combo("Helper")->setEditText("ftp");
        line("From")->setText("10.0.1.0/24");
        m_backend->failNext("Add", ErrorCode::NotAuthorized, "you may not manage rules");
        submit();
        QTRY_COMPARE(editor()->notice()->kind(), Notice::Kind::Error);
        QVERIFY(editor()->notice()->text().contains("you may not manage rules"));
        QVERIFY(host()->messages()->text().isEmpty());
        QCOMPARE(line("From")->text(), QString("10.0.1.0/24"));
        submit(); // the password is right this time
        QTRY_COMPARE(m_backend->rules().size(), 1);
    }

    void aTemplateFillsTheFieldsAndLeavesTheCursorWhereItIsTooWide()
    {
        openEditor();
        QAction *chosen = nullptr;
        for (QAction *action : editor()->templatesButton()->menu()->actions()) {
            if (action->text().contains("FTP clients")) {
                chosen = action;
            }
        }
        QVERIFY(chosen);
        chosen->trigger();
        QCOMPARE(combo("Helper")->currentText(), QString("ftp"));
        QCOMPARE(remark(RuleField::Source)->kind(), Remark::Kind::Advice);
        QCOMPARE(editor()->focusWidget(), line("From"));
        QTest::keyClicks(line("From"), "10.0.1.0/24");
        QVERIFY(remark(RuleField::Source)->text().isEmpty());
        QVERIFY(editor()->submitButton()->isEnabled());
    }

    void everyControlHasAName()
    {
        openEditor();
        for (const QWidget *widget : editor()->findChildren<QWidget *>()) {
            if (qobject_cast<const QLineEdit *>(widget) && qobject_cast<const QComboBox *>(widget->parent())) {
                continue; // speaks for its combo box
            }
            if (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QPlainTextEdit *>(widget)) {
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
            }
        }
    }

    void looksRight_data() { Look::rows(); }

    void looksRight()
    {
        QFETCH(int, look);
        const Look worn(look);
        m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
        m_backend->addRule(ftpRule());
        openEditor();
        combo("Helper")->setEditText("sip");
        line("To")->setText("10.0.2.2/24");
        picture("editor-wrong");
        combo("Helper")->setEditText("ftp");
        line("To")->clear();
        QTRY_VERIFY(editor()->preview()->nftables()->toPlainText().contains("ftp"));
        picture("editor-wide");
        QVERIFY(editor()->minimumSizeHint().height() <= 700);
        QVERIFY(editor()->minimumSizeHint().width() <= 1000);
    }

private:
    void openPage()
    {
        openWindow();
        m_window->showPage(int(PageKind::Rules));
    }

    void openEditor()
    {
        openPage();
        page()->addRuleAction()->trigger();
        QVERIFY(editor());
        QVERIFY(QTest::qWaitForWindowActive(editor()));
    }

    static RuleArguments ftpRule()
    {
        RuleArguments rule;
        rule.helper = "ftp";
        rule.l4 = "tcp";
        rule.ports = {{21, 21}};
        rule.hooks = QStringList {"prerouting"};
        rule.source = "10.0.1.0/24";
        return rule;
    }

    void submit()
    {
        QVERIFY(editor()->submitButton()->isEnabled());
        QTest::mouseClick(editor()->submitButton(), Qt::LeftButton);
    }

    void picture(const char *what) { keepPicture(editor(), what); }

    template <typename T>
    T *named(const QString &name)
    {
        for (T *each : editor()->findChildren<T *>()) {
            if (each->accessibleName() == name) {
                return each;
            }
        }
        return nullptr;
    }

    QCheckBox *box(const QString &text)
    {
        for (QCheckBox *each : editor()->findChildren<QCheckBox *>()) {
            if (each->text() == text) {
                return each;
            }
        }
        return nullptr;
    }

    QLineEdit *line(const QString &name) { return named<QLineEdit>(name); }
    QComboBox *combo(const QString &name) { return named<QComboBox>(name); }
    Remark *remark(RuleField field) { return editor()->form()->remark(field); }
    RulesPage *page() { return static_cast<RulesPage *>(host()->pages().at(int(PageKind::Rules))); }
    RuleEditor *editor() { return page()->findChild<RuleEditor *>(); }
};

QTEST_MAIN(TestRuleEditor)
#include "tst_ruleeditor.moc"
