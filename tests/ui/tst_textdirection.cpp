// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/celldelegate.h"
#include "ui/parts/textdirection.h"

#include "client/models/modelroles.h"

#include <QStandardItemModel>
#include <QTest>

using namespace Trackhand;

namespace {

const QString ArabicExpects = QStringLiteral("\u064a\u062a\u0648\u0642\u0651\u0639"); // "expects"
const QString Ends = QStringLiteral("tcp 10.0.2.2 \u2192 10.0.1.2:50000");

/// What a table draws of a cell in a fixed font with this text, in a window that runs from right to left.
class PlayedDelegate : public CellDelegate {
public:
    QStyleOptionViewItem optionOf(const QString &text) const
    {
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), text, Qt::DisplayRole);
        model.setData(model.index(0, 0), true, FixedFontRole);
        QStyleOptionViewItem option;
        option.direction = Qt::RightToLeft;
        option.displayAlignment = Qt::AlignLeading | Qt::AlignVCenter;
        initStyleOption(&option, model.index(0, 0));
        return option;
    }
};

} // namespace

class TestTextDirection : public QObject {
    Q_OBJECT

private slots:
    void codeAfterAnArabicWordKeepsItsOrder();
    void textOfOneDirectionStaysAsItIs();
    void arabicWordComesFirstInItsRow();
    void addressesAloneReadFromTheLeftAtTheRightEdge();
};

void TestTextDirection::codeAfterAnArabicWordKeepsItsOrder()
{
    QCOMPARE(withCodeInItsOrder(ArabicExpects + " " + Ends), ArabicExpects + " \u2066" + Ends + "\u2069");
}

void TestTextDirection::textOfOneDirectionStaysAsItIs()
{
    QCOMPARE(withCodeInItsOrder(Ends), Ends);
    QCOMPARE(withCodeInItsOrder(ArabicExpects), ArabicExpects);
    QCOMPARE(withCodeInItsOrder(ArabicExpects + " "), ArabicExpects + " ");
    QCOMPARE(withCodeInItsOrder(QString()), QString());
}

void TestTextDirection::arabicWordComesFirstInItsRow()
{
    const QStyleOptionViewItem option = PlayedDelegate().optionOf(ArabicExpects + " " + Ends);
    QCOMPARE(option.direction, Qt::RightToLeft);
    QVERIFY(option.text.contains("\u2066" + Ends + "\u2069"));
}

void TestTextDirection::addressesAloneReadFromTheLeftAtTheRightEdge()
{
    const QStyleOptionViewItem option = PlayedDelegate().optionOf(Ends);
    QCOMPARE(option.direction, Qt::LeftToRight);
    QVERIFY(option.displayAlignment.testFlag(Qt::AlignRight));
    QCOMPARE(option.text, Ends);
}

QTEST_MAIN(TestTextDirection)
#include "tst_textdirection.moc"
