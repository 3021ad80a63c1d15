// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "tests/client/faketraffic.h"
#include "translations/translations.h"
#include "ui/wizard/addhelperwizard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTranslator>

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

QStringList clippedIn(QWidget *root)
{
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
    }
    return clipped;
}

} // namespace

/// Every page and the wizard in every language, in a window of the size that it opens with.
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

    void arabicRunsFromRightToLeft()
    {
        openIn("ar_EG");
        QCOMPARE(m_window->layoutDirection(), Qt::RightToLeft);
    }

private:
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
