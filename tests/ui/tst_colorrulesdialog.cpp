// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "app/darkpalette.h"
#include "tests/client/sampleevents.h"
#include "ui/packets/colorrulesdialog.h"
#include "ui/packets/packetspage.h"
#include "ui/packets/profilemenu.h"
#include "ui/parts/filterfield.h"
#include "ui/parts/rulecolors.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Trackhand;

class TestColorRulesDialog : public PlayedWindow {
    Q_OBJECT
private slots:
    void init() { start(); }

    void cleanup() { end(); }

    void aRuleIsAddedAndFilledIn()
    {
        ColorRulesDialog dialog({});
        QVERIFY(!dialog.removeButton()->isEnabled());
        dialog.addButton()->click();
        QVERIFY(!dialog.okButton()->isEnabled()); // it has no filter yet
        type(dialog.nameField(), "Office");
        type(dialog.filterField(), "src == 10.0.1.0/24");
        emit dialog.hueField()->activated(int(RuleHue::Violet));
        QVERIFY(dialog.okButton()->isEnabled());
        QCOMPARE(dialog.rules(), (ColorRuleList {{"Office", "src == 10.0.1.0/24", RuleHue::Violet, true}}));
    }

    void aWrongFilterIsSaidWhileOneTypes()
    {
        ColorRulesDialog dialog({{"ftp", "helper == ftp", RuleHue::Red, true}});
        dialog.show();
        type(dialog.filterField(), "helper == ");
        QVERIFY(dialog.filterField()->problem()->isVisible());
        QCOMPARE(dialog.filterField()->problem()->text(), QStringLiteral("At character 11: a value is missing here."));
        QVERIFY(!dialog.okButton()->isEnabled());
        tick(dialog, 0); // off: it may stay unfinished
        QVERIFY(dialog.okButton()->isEnabled());
        QVERIFY(!dialog.rules().first().enabled);
    }

    void rulesAreMovedAndRemoved()
    {
        ColorRulesDialog dialog(three());
        dialog.table()->selectRow(2);
        QVERIFY(!dialog.downButton()->isEnabled());
        dialog.upButton()->click();
        QCOMPARE(namesOf(dialog), QStringList({"a", "c", "b"}));
        QCOMPARE(dialog.table()->currentIndex().row(), 1);
        dialog.removeButton()->click();
        QCOMPARE(namesOf(dialog), QStringList({"a", "b"}));
        QCOMPARE(dialog.nameField()->text(), QStringLiteral("b"));
    }

    void everyStepIsUndone()
    {
        ColorRulesDialog dialog(three());
        dialog.table()->selectRow(1);
        type(dialog.nameField(), "better");
        type(dialog.filterField(), "dport == 2222");
        dialog.removeButton()->click();
        dialog.addButton()->click();
        const int steps = dialog.undoStack()->count();
        QCOMPARE(steps, 4); // what is typed in one go is one step
        for (int step = 0; step < steps; ++step) {
            dialog.undoStack()->undo();
        }
        QCOMPARE(dialog.rules(), three());
        QCOMPARE(dialog.nameField()->text(), QStringLiteral("b"));
        dialog.undoStack()->redo();
        QCOMPARE(dialog.rules().at(1).name, QStringLiteral("better"));
    }

    void theLastRuleCanBeRemoved()
    {
        ColorRulesDialog dialog({{"ftp", "helper == ftp", RuleHue::Red, true}});
        dialog.removeButton()->click();
        QVERIFY(dialog.rules().isEmpty());
        QVERIFY(!dialog.nameField()->isEnabled());
        dialog.undoStack()->undo();
        QCOMPARE(dialog.nameField()->text(), QStringLiteral("ftp"));
        QVERIFY(dialog.nameField()->isEnabled());
    }

    void okColoursTheTableAndCancelDoesNot()
    {
        openPackets();
        for (const bool accept : {false, true}) {
            page()->profileMenu()->colorRules()->trigger();
            auto *dialog = page()->findChild<ColorRulesDialog *>();
            QVERIFY(dialog);
            dialog->addButton()->click();
            type(dialog->filterField(), "helper == sip");
            dialog->upButton()->setFocus();
            accept ? dialog->accept() : dialog->reject();
            QTRY_VERIFY(!page()->findChild<ColorRulesDialog *>());
            QCOMPARE(page()->profileMenu()->rules().size(), defaultColorRules().size() + (accept ? 1 : 0));
        }
        const QAbstractItemModel *model = page()->table()->model();
        QCOMPARE(model->index(1, PacketModel::RuleColumn).data().toString(), QStringLiteral("New rule"));
        QCOMPARE(model->index(0, PacketModel::RuleColumn).data().toString(), QString());
    }

    void textIsReadableOnEveryColour_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textIsReadableOnEveryColour()
    {
        QFETCH(bool, dark);
        const QPalette before = QApplication::palette();
        if (dark) {
            useDarkPalette();
        }
        const QPalette palette = QApplication::palette();
        for (int hue = 0; hue < RuleHueCount; ++hue) {
            const QColor ground = ruleColor(RuleHue(hue), palette);
            QVERIFY(contrast(palette.color(QPalette::Text), ground) >= 4.5);
            QVERIFY(ground != palette.color(QPalette::Base));
        }
        QApplication::setPalette(before);
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::gray, Qt::gray), 1.0);
    }

    void looksRight_data() { textIsReadableOnEveryColour_data(); }

    // For people who look: with TRACKHAND_PICTURES set, the page and the dialog are left there as pictures.
    void looksRight()
    {
        QFETCH(bool, dark);
        const QPalette before = QApplication::palette();
        if (dark) {
            useDarkPalette();
        }
        m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
        openPackets();
        page()->table()->setColumnHidden(PacketModel::RuleColumn, false);
        page()->profileMenu()->colorRules()->trigger();
        auto *dialog = page()->findChild<ColorRulesDialog *>();
        dialog->table()->selectRow(3);
        type(dialog->filterField(), "mangled and");
        QVERIFY(dialog->rect().contains(dialog->filterField()->problem()->geometry()));
        page()->table()->selectRow(0);
        page()->filterField()->setText("helper =");
        QTRY_VERIFY(page()->filterError()->isVisible());
        const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!folder.isEmpty()) {
            QTest::qWait(100);
            m_window->grab().save(folder + "/packets-colours-" + QTest::currentDataTag() + ".png");
            emit page()->profileMenu()->aboutToShow();
            page()->profileMenu()->grab().save(folder + "/columns-menu-" + QTest::currentDataTag() + ".png");
            dialog->grab().save(folder + "/colour-rules-" + QTest::currentDataTag() + ".png");
        }
        QApplication::setPalette(before);
    }

private:
    static ColorRuleList three()
    {
        return {{"a", "dport == 1", RuleHue::Red, true}, {"b", "dport == 2", RuleHue::Blue, true},
            {"c", "dport == 3", RuleHue::Green, true}};
    }

    static QStringList namesOf(const ColorRulesDialog &dialog)
    {
        QStringList names;
        for (const ColorRule &rule : dialog.rules()) {
            names.append(rule.name);
        }
        return names;
    }

    static void type(QLineEdit *field, const char *text)
    {
        field->selectAll();
        QTest::keyClicks(field, text);
    }

    static void tick(ColorRulesDialog &dialog, int row)
    {
        QAbstractItemModel *model = dialog.table()->model();
        const QModelIndex rule = model->index(row, 0);
        const bool on = rule.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        model->setData(rule, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }

    void openPackets()
    {
        openWindow();
        m_window->showPage(int(PageKind::Packets));
        m_backend->write(Samples::ftpPacket());
        m_backend->write(Samples::packet("sip", "10.0.1.2", 5060, "10.0.2.2", 5060, "INVITE"));
        for (const int flag : {0, int(EventFlag::Mangled), int(EventFlag::Refused), int(EventFlag::FailOpen)}) {
            EventRecord packet = Samples::ftpPacket();
            packet.flags = std::uint8_t(flag);
            packet.outcome = std::uint8_t(flag == 0 ? Verdict::Drop : Verdict::Accept);
            m_backend->write(packet);
        }
        QTRY_COMPARE(page()->table()->model()->rowCount(), 6);
    }

    PacketsPage *page() const { return static_cast<PacketsPage *>(host()->pages().at(int(PageKind::Packets))); }
};

QTEST_MAIN(TestColorRulesDialog)
#include "tst_colorrulesdialog.moc"
