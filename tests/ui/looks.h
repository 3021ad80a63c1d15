// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/darkpalette.h"

#include <QApplication>
#include <QPalette>
#include <QTest>
#include <QWidget>

namespace Trackhand {

/// White on black, with yellow for what is selected: as people have it who see little.
inline QPalette highContrastPalette()
{
    QPalette palette(Qt::black);
    for (const auto role :
        {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button, QPalette::ToolTipBase}) {
        palette.setColor(role, Qt::black);
    }
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, Qt::white);
    }
    palette.setColor(QPalette::PlaceholderText, QColor(0xc0, 0xc0, 0xc0));
    palette.setColor(QPalette::Highlight, Qt::yellow);
    palette.setColor(QPalette::HighlightedText, Qt::black);
    return palette;
}

/// Makes the program look otherwise while it exists: colours and direction.
class Look {
public:
    enum Kind { Light, Dark, HighContrast, FromTheRight };

    explicit Look(int kind)
        : m_before(QApplication::palette())
    {
        if (kind == Dark) {
            useDarkPalette();
        } else if (kind == HighContrast) {
            QApplication::setPalette(highContrastPalette());
        }
        QApplication::setLayoutDirection(kind == FromTheRight ? Qt::RightToLeft : Qt::LeftToRight);
    }
    ~Look()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setPalette(m_before);
    }
    Look(const Look &) = delete;
    Look &operator=(const Look &) = delete;

    /// The test's data: a column "look" with all of them.
    static void rows()
    {
        QTest::addColumn<int>("look");
        QTest::addRow("light") << int(Light);
        QTest::addRow("dark") << int(Dark);
        QTest::addRow("high contrast") << int(HighContrast);
        QTest::addRow("right to left") << int(FromTheRight);
    }

private:
    const QPalette m_before;
};

/// For people: into the folder TRACKHAND_PICTURES, if there is one, named after @p what and the test's row.
inline void keepPicture(QWidget *widget, const QString &what)
{
    const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
    if (!folder.isEmpty()) {
        QTest::qWait(50);
        const QString row = QString::fromUtf8(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-'));
        widget->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, what, row));
    }
}

} // namespace Trackhand
