// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "ui/parts/page.h"
#include "ui/window/keysheet.h"

#include <QAbstractButton>
#include <QAction>
#include <QMap>
#include <QSet>
#include <QShortcut>
#include <QTest>

using namespace Trackhand;

namespace {

using Meanings = QMap<QString, QSet<QString>>; ///< of each key

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

QString nameOf(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::PortableText);
}

/// Those that every widget has for its own selection, and their like on the other half of the keyboard.
bool followsTheFocus(const QString &key)
{
    return QSet<QString> {"Return", "Enter", "Del", "Esc", "Ctrl+C"}.contains(key);
}

/// What each key of the window and its pages does.
Meanings meaningsIn(const QWidget *window)
{
    Meanings meanings;
    for (const QAction *action : window->findChildren<QAction *>()) {
        for (const QKeySequence &keys : action->shortcuts()) {
            meanings[nameOf(keys)].insert(plain(action->text()));
        }
    }
    for (const QShortcut *shortcut : window->findChildren<QShortcut *>()) {
        meanings[nameOf(shortcut->key())].insert(QStringLiteral("the window's own"));
    }
    for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        if (!button->shortcut().isEmpty() && button->shortcut() != QKeySequence::mnemonic(button->text())) {
            meanings[nameOf(button->shortcut())].insert(plain(button->text()));
        }
    }
    meanings.remove(QString()); // of actions that could have a key and have none
    return meanings;
}

} // namespace

class TestShortcuts : public PlayedWindow {
    Q_OBJECT
private slots:
    void init()
    {
        start();
        openWindow();
    }
    void cleanup() { end(); }

    void noKeyHasTwoMeanings()
    {
        const Meanings meanings = meaningsIn(m_window.get());
        QVERIFY(meanings.contains("Ctrl+E") && meanings.contains("Ctrl+R")); // those of hidden pages are seen, too
        QStringList doubtful;
        for (auto key = meanings.cbegin(); key != meanings.cend(); ++key) {
            if (key->size() > 1 && !followsTheFocus(key.key())) {
                doubtful.append(key.key() + ": " + QStringList(key->cbegin(), key->cend()).join(", "));
            }
        }
        QVERIFY2(doubtful.isEmpty(), qPrintable(doubtful.join('\n')));
    }

    void aSecondMeaningWouldBeNoticed()
    {
        auto *intruder = new QAction("Export", static_cast<QObject *>(host()->pages().first()));
        intruder->setShortcut(Qt::CTRL | Qt::Key_E);
        QCOMPARE(meaningsIn(m_window.get()).value("Ctrl+E"), (QSet<QString> {"Export", "Show its expectation"}));
    }

    void theSheetHasEveryKeyOnce()
    {
        QMap<QString, int> onSheet;
        for (const KeySheet::Group &group : KeySheet::groups()) {
            for (const KeySheet::Key &key : group.keys) {
                for (const QKeySequence &keys : key.keys) {
                    ++onSheet[nameOf(keys)];
                }
            }
        }
        for (auto key = onSheet.cbegin(); key != onSheet.cend(); ++key) {
            QVERIFY2(*key == 1, qPrintable(key.key() + " is on the sheet more than once"));
        }
        const QStringList within {"Enter", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6", "Ctrl+8"}; // of ranges
        for (const QString &key : meaningsIn(m_window.get()).keys()) {
            QVERIFY2(onSheet.contains(key) || within.contains(key), qPrintable(key + " is not on the sheet"));
        }
    }
};

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
