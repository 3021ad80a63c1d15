// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks.h"
#include "playedwindow.h"

#include "tests/client/faketraffic.h"
#include "ui/charts/chartcolors.h"
#include "ui/colors/contrast.h"
#include "ui/parts/page.h"
#include "ui/parts/quietlabel.h"
#include "ui/parts/rulecolors.h"
#include "ui/parts/statepainter.h"
#include "ui/workbench/editorcolors.h"

#include <QStyle>
#include <QTest>

using namespace Trackhand;

namespace {

constexpr int Lines = 12; // more than a chart ever has

QString named(const QColor &color)
{
    return color.name();
}

/// What keeps @p color from standing out from @p ground enough; "" when nothing does.
QString complaint(const char *what, const QColor &color, const QColor &ground, double least)
{
    const double seen = contrast(color, ground);
    return seen >= least ? QString() : QString("%1: %2 on %3 is %4").arg(what, named(color), named(ground)).arg(seen);
}

} // namespace

/// The colours that the program makes of a palette can be told apart on it: text 4.5 to 1, graphics 3 to 1.
class TestContrast : public PlayedWindow {
    Q_OBJECT
private slots:
    void initTestCase() { m_own = QApplication::palette(); }

    void statesStandOut_data() { palettes(); }
    void statesStandOut()
    {
        QFETCH(QPalette, palette);
        for (const StateKind state :
            {StateKind::Running, StateKind::Disabled, StateKind::Attention, StateKind::Failed}) {
            const QColor color = stateColor(state, palette);
            for (const auto ground : {QPalette::Window, QPalette::Base}) {
                const QString wrong = complaint("state", color, palette.color(ground), TextContrast);
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            }
        }
    }

    void quietTextCanBeRead_data() { palettes(); }
    void quietTextCanBeRead()
    {
        QFETCH(QPalette, palette);
        for (const double amount : {0.35, 0.4, 0.5, 0.85}) {
            for (const auto ground : {QPalette::Window, QPalette::Base}) {
                const QString wrong =
                    complaint("quiet text", dimmed(palette, amount), palette.color(ground), TextContrast);
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            }
        }
    }

    void quietTextGoesAlongWithTheDesktop()
    {
        QWidget window;
        auto *label = new QuietLabel(QStringLiteral("3 of 7"), &window);
        const auto ink = [label] {
            return label->palette().color(QPalette::WindowText);
        };
        QCOMPARE(ink(), dimmed(QApplication::palette()));
        {
            const Look worn(Look::Dark);
            QTRY_COMPARE(ink(), dimmed(QApplication::palette()));
            QVERIFY(contrast(ink(), label->palette().color(QPalette::Window)) >= TextContrast);
        }
        QTRY_COMPARE(ink(), dimmed(m_own));
    }

    void linesOfChartsStandOut_data() { palettes(); }
    void linesOfChartsStandOut()
    {
        QFETCH(QPalette, palette);
        const QColor base = palette.color(QPalette::Base);
        for (int line = 0; line < Lines; ++line) {
            const QString wrong = complaint("line", seriesPen(palette, line).color(), base, GraphicsContrast);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
        QCOMPARE(complaint("axis", axisInk(palette), base, GraphicsContrast), QString());
        QCOMPARE(complaint("label", labelInk(palette), base, TextContrast), QString());
    }

    void colouredRowsCanBeRead_data() { palettes(); }
    void colouredRowsCanBeRead()
    {
        QFETCH(QPalette, palette);
        for (int hue = 0; hue < RuleHueCount; ++hue) {
            const QColor ground = ruleColor(RuleHue(hue), palette);
            const QString wrong = complaint("coloured row", palette.color(QPalette::Text), ground, TextContrast);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }

    void scriptsCanBeReadOnEveryLine_data() { palettes(); }
    void scriptsCanBeReadOnEveryLine()
    {
        QFETCH(QPalette, palette);
        for (int syntax = 0; syntax < SyntaxCount; ++syntax) {
            for (int ground = 0; ground < LineGroundCount; ++ground) {
                const QString wrong = complaint("script", syntaxColor(Syntax(syntax), palette),
                    lineGround(LineGround(ground), palette), TextContrast);
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            }
        }
    }

    void whatLiesOnAWindowHasAnEdge_data() { palettes(); }
    void whatLiesOnAWindowHasAnEdge()
    {
        QFETCH(QPalette, palette);
        const QColor window = palette.color(QPalette::Window);
        const bool groundShows = contrast(palette.color(QPalette::Base), window) > 1.05;
        QVERIFY(groundShows || contrast(outline(palette), window) >= GraphicsContrast);
    }

    void aColourThatIsReadableStaysAsItIs()
    {
        QCOMPARE(readable(Qt::red, Qt::black, Qt::white, GraphicsContrast), QColor(Qt::red));
        const QColor lifted = readable(QColor(0x20, 0, 0), Qt::black, Qt::white, TextContrast);
        QVERIFY(contrast(lifted, Qt::black) >= TextContrast);
        QVERIFY(lifted != QColor(Qt::white)); // no more than needed
        QCOMPARE(readable(Qt::gray, Qt::gray, Qt::gray, TextContrast), QColor(Qt::gray)); // nothing helps
    }

    void everyPageIsAliveInEveryLook_data() { Look::rows(); }
    void everyPageIsAliveInEveryLook()
    {
        QFETCH(int, look);
        const Look worn(look);
        start();
        FakeTraffic traffic(m_backend.get());
        traffic.setUp();
        openWindow();
        traffic.start();
        m_window->resize(1280, 800);
        for (int page = 0; page < m_window->pageCount(); ++page) {
            m_window->showPage(page);
            QTRY_VERIFY(!host()->currentPage()->isEmpty());
            keepPicture(m_window.get(), QString("page%1").arg(page));
        }
        end();
    }

private:
    void palettes()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addRow("light") << m_own;
        QTest::addRow("dark") << paletteOf(Look::Dark);
        QTest::addRow("high contrast") << highContrastPalette();
        QPalette inverse(Qt::white);
        inverse.setColor(QPalette::Window, Qt::white);
        inverse.setColor(QPalette::Highlight, Qt::black);
        QTest::addRow("black on white") << inverse;
        QPalette green = highContrastPalette(); // a ground that no colour of ours was chosen for
        green.setColor(QPalette::WindowText, Qt::green);
        green.setColor(QPalette::Text, Qt::green);
        green.setColor(QPalette::Highlight, Qt::blue);
        QTest::addRow("green on black") << green;
    }

    static QPalette paletteOf(int look)
    {
        const Look worn(look);
        return QApplication::palette();
    }

    QPalette m_own;
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
