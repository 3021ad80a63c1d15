// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "app/tray/trayicon.h"
#include "tests/client/faketraffic.h"
#include "tests/client/modeltext.h"
#include "translations/translations.h"
#include "ui/helpers/helperspage.h"
#include "ui/overview/helpercard.h"
#include "ui/packets/packetspage.h"
#include "ui/packets/profilemenu.h"
#include "ui/parts/messagebar.h"
#include "ui/rules/rulespage.h"
#include "ui/wizard/addhelperwizard.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <algorithm>
#include <functional>

using namespace Trackhand;

namespace {

constexpr QSize SmallestWindow(1280, 800);

bool isClipped(const QLabel *label)
{
    if (label->text().isEmpty() || !label->pixmap().isNull()) {
        return false;
    }
    if (label->wordWrap()) {
        return label->heightForWidth(label->width()) > label->height();
    }
    return label->textFormat() != Qt::RichText && label->sizeHint().width() > label->width();
}

/// What of this widget's own text is not to be seen whole; "" when all is.
QString clippedText(QWidget *widget)
{
    if (const auto *label = qobject_cast<QLabel *>(widget)) {
        return isClipped(label) ? label->text() : QString();
    }
    if (const auto *button = qobject_cast<QAbstractButton *>(widget)) {
        return button->sizeHint().width() > button->width() ? button->text() : QString();
    }
    if (const auto *box = qobject_cast<QComboBox *>(widget)) {
        return box->minimumSizeHint().width() > box->width() ? box->currentText() : QString();
    }
    return {};
}

/// Titles of columns that end in dots.
QStringList clippedTitles(const QHeaderView *header)
{
    QStringList clipped;
    if (header->orientation() != Qt::Horizontal || !header->isVisible()) {
        return clipped;
    }
    for (int section = 0; section < header->count(); ++section) {
        const QString title = header->model()->headerData(section, Qt::Horizontal).toString();
        const int needed = header->fontMetrics().horizontalAdvance(title);
        if (!header->isSectionHidden(section) && needed > header->sectionSize(section)) {
            clipped.append(title);
        }
    }
    return clipped;
}

/// Numbers that end in dots. Words may: they say in the tool tip, or in a pane, what they say.
QStringList clippedNumbers(const QTableView *table)
{
    constexpr int Margins = 16;
    QStringList clipped;
    const QAbstractItemModel *model = table->model();
    for (int column = 0; column < model->columnCount(); ++column) {
        const int alignment = model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        if ((alignment & Qt::AlignRight) == 0 || table->isColumnHidden(column)) {
            continue;
        }
        for (int row = 0; row < qMin(model->rowCount(), 100); ++row) {
            const QString text = model->index(row, column).data().toString();
            if (table->fontMetrics().horizontalAdvance(text) + Margins > table->columnWidth(column)) {
                clipped.append(text);
            }
        }
    }
    return clipped;
}

QStringList clippedIn(QWidget *root)
{
    // What a label has been told last may be laid out only when the event loop comes to it.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QStringList clipped;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible()) {
            continue;
        }
        const QString text = clippedText(widget);
        if (!text.isEmpty()) {
            clipped.append(QString("%1 (%2)").arg(text, widget->metaObject()->className()));
        }
        if (const auto *header = qobject_cast<QHeaderView *>(widget)) {
            clipped.append(clippedTitles(header));
        }
        if (const auto *table = qobject_cast<QTableView *>(widget)) {
            clipped.append(clippedNumbers(table));
        }
    }
    return clipped;
}

QDialog *openedDialog()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<QDialog *>(widget);
        if (dialog && dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

/// Whether a digit is none of 0 to 9.
bool hasOtherDigits(const QString &text)
{
    return std::any_of(
        text.begin(), text.end(), [](QChar letter) { return letter.isDigit() && letter.unicode() > 0x7f; });
}

/// All that the labels and tables of @p root say.
QStringList textsIn(const QWidget *root)
{
    QStringList texts;
    for (const QLabel *label : root->findChildren<QLabel *>()) {
        texts.append(label->text());
    }
    for (const QTableView *table : root->findChildren<QTableView *>()) {
        texts.append(modelText(*table->model()));
    }
    return texts;
}

} // namespace

/// Every page, every dialog, the wizard and the tray's menu in every language, in a window of the size that it opens
/// with.
class TestLanguages : public PlayedWindow {
    Q_OBJECT
private slots:
    void cleanup()
    {
        end();
        for (QTranslator *translator : qApp->findChildren<QTranslator *>()) {
            delete translator; // takes itself out
        }
        QLocale::setDefault(QLocale::c());
        QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
    }

    void noLabelIsClippedOnAnyPage_data() { languages(); }

    void noLabelIsClippedOnAnyPage()
    {
        QFETCH(QString, locale);
        openIn(locale);
        FakeTraffic traffic(m_backend.get());
        traffic.setUp();
        traffic.start();
        QStringList clipped;
        for (int page = 0; page < m_window->pageCount(); ++page) {
            m_window->showPage(page);
            QTest::qWait(300); // until there is something in the tables
            clipped.append(clippedIn(m_window.get()));
            keepPicture(locale, page);
        }
        QVERIFY2(clipped.isEmpty(), qPrintable("clipped:\n" + clipped.join('\n')));
    }

    void noLabelIsClippedInTheWizard_data() { languages(); }

    void noLabelIsClippedInTheWizard()
    {
        QFETCH(QString, locale);
        openIn(locale);
        host()->addHelper();
        auto *wizard = host()->findChild<AddHelperWizard *>();
        QStringList clipped;
        for (int step = 0; step < 3; ++step) {
            QTRY_COMPARE(int(wizard->step()), step);
            QTRY_VERIFY(wizard->nextButton()->isEnabled());
            clipped.append(clippedIn(wizard));
            if (step < 2) {
                wizard->nextButton()->click();
            }
        }
        QVERIFY2(clipped.isEmpty(), qPrintable("clipped:\n" + clipped.join('\n')));
    }

    void noLabelIsClippedInAnyDialog_data() { languages(); }

    void noLabelIsClippedInAnyDialog()
    {
        QFETCH(QString, locale);
        openIn(locale);
        auto *helpers = page<HelpersPage>(PageKind::Helpers);
        auto *rules = page<RulesPage>(PageKind::Rules);
        const ProfileMenu *profiles = page<PacketsPage>(PageKind::Packets)->profileMenu();
        const QList<std::function<void()>> openers {[&] { helpers->changeAction()->trigger(); },
            [&] { rules->addRuleAction()->trigger(); }, [&] { profiles->colorRules()->trigger(); },
            [&] { askForProfileName(profiles); }, [&] { QTest::keyClick(m_window.get(), Qt::Key_Question); },
            [&] {
                askForHost();
            }};
        const QList<PageKind> pages {PageKind::Helpers, PageKind::Rules, PageKind::Packets, PageKind::Packets,
            PageKind::Overview, PageKind::Overview};
        QStringList clipped;
        for (qsizetype i = 0; i < openers.size(); ++i) {
            m_window->showPage(int(pages.at(i)));
            m_window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
            openers.at(i)();
            QTRY_VERIFY2(openedDialog(), qPrintable(QString("dialog %1 did not open").arg(i)));
            QTest::qWait(100); // answers of the backend change what is said
            clipped.append(clippedIn(openedDialog()));
            openedDialog()->reject();
            QTRY_VERIFY(!openedDialog());
        }
        QVERIFY2(clipped.isEmpty(), qPrintable("clipped:\n" + clipped.join('\n')));
    }

    void theTraysMenuIsWhole_data() { languages(); }

    void theTraysMenuIsWhole()
    {
        QFETCH(QString, locale);
        openIn(locale);
        TrayIcon tray;
        tray.watch(host()->session()->link(), host()->session()->helpers());
        tray.menu()->popup({});
        QTRY_VERIFY(tray.menu()->isVisible());
        QCOMPARE(tray.menu()->actions().size(), 7); // open, three helpers, quit, and two lines between
        for (QAction *action : tray.menu()->actions()) {
            const QRect place = tray.menu()->actionGeometry(action);
            const int needed = tray.menu()->fontMetrics().horizontalAdvance(action->text().remove('&'));
            QVERIFY2(tray.menu()->rect().contains(place) && place.width() >= needed, qPrintable(action->text()));
        }
        tray.menu()->close();
    }

    void digitsAreTheSameEverywhere_data() { languages(); }

    void digitsAreTheSameEverywhere()
    {
        QFETCH(QString, locale);
        openIn(locale);
        FakeTraffic traffic(m_backend.get());
        traffic.setUp();
        traffic.start();
        QStringList other;
        bool anyDigit = false;
        for (int page = 0; page < m_window->pageCount(); ++page) {
            m_window->showPage(page);
            QTest::qWait(300);
            for (const QString &text : textsIn(host()->currentPage())) {
                anyDigit = anyDigit || text.contains('1');
                if (hasOtherDigits(text)) {
                    other.append(text);
                }
            }
        }
        QVERIFY(anyDigit);
        QVERIFY2(other.isEmpty(), qPrintable(other.join('\n')));
    }

    void whatBeginsWithANameBeginsAtTheRightInArabic()
    {
        openIn("ar_EG");
        const auto *card = host()->findChild<HelperCard *>();
        QVERIFY(card);
        int latin = 0;
        for (const QLabel *label : card->findChildren<QLabel *>()) {
            const bool beginsInLatin = label->text().contains("p99") || label->text().contains(card->helper());
            latin += beginsInLatin ? 1 : 0;
            QVERIFY2(!beginsInLatin || label->text().isRightToLeft(), qPrintable(label->text()));
        }
        QCOMPARE(latin, 2);
        const auto *messages = host()->messages();
        host()->messages()->showError("trackhandd did not answer in time.");
        QVERIFY(messages->text().isRightToLeft());
        QVERIFY(messages->text().contains("trackhandd did not answer in time."));
    }

    void arabicRunsFromRightToLeft()
    {
        openIn("ar_EG");
        QCOMPARE(m_window->layoutDirection(), Qt::RightToLeft);
    }

private:
    template <typename T>
    T *page(PageKind kind)
    {
        return static_cast<T *>(host()->pages().at(int(kind)));
    }

    static void askForProfileName(const ProfileMenu *profiles)
    {
        emit profiles->profilesMenu()->aboutToShow();
        const QList<QAction *> entries = profiles->profilesMenu()->actions();
        entries.at(entries.size() - 3)->trigger();
    }

    void askForHost()
    {
        for (QToolButton *button : m_window->findChildren<QToolButton *>()) {
            if (button->text() == MainWindow::tr("Add host…")) {
                button->click();
            }
        }
    }

    static void languages()
    {
        QTest::addColumn<QString>("locale");
        QTest::addRow("English") << "en_US";
        QTest::addRow("German") << "de_DE";
        QTest::addRow("Chinese") << "zh_CN";
        QTest::addRow("Arabic") << "ar_EG";
    }

    void openIn(const QString &locale)
    {
        installTranslations(*qApp, QLocale(locale));
        start();
        m_backend->setProtocols(sampleProtocols());
        for (const char *name : {"ftp", "sip", "netbios-ns"}) {
            m_backend->addHelper(helper(name, "running"));
        }
        openWindow();
        m_window->resize(SmallestWindow);
    }

    void keepPicture(const QString &locale, int page)
    {
        const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!folder.isEmpty()) {
            m_window->grab().save(QString("%1/%2-%3.png").arg(folder, locale).arg(page));
        }
    }
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
