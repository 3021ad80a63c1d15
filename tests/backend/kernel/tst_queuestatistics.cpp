// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/queuestatistics.h"

#include <QFile>
#include <QtTest>

using namespace Trackhand;

class TestQueueStatistics : public QObject {
    Q_OBJECT

private slots:
    void readsEveryColumn();
    void readsALastLineWithoutItsNewline();
    void leavesOutLinesOfAnotherForm_data();
    void leavesOutLinesOfAnotherForm();
};

void TestQueueStatistics::readsEveryColumn()
{
    QFile file(QStringLiteral(TRACKHAND_TEST_DATA "/nfnetlink_queue"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto queues = parseQueueStatistics(file.readAll().toStdString());
    QCOMPARE(queues.size(), std::size_t(2));
    QVERIFY((queues[0] == QueueStatistics {0, 4242, 3, 2, 65531, 6, 2, 175}));
    QVERIFY((queues[1] == QueueStatistics {77, 18811, 0, 2, 65531, 0, 0, 4294967295u}));
}

void TestQueueStatistics::readsALastLineWithoutItsNewline()
{
    QCOMPARE(parseQueueStatistics("    5   1     0 2 65531     0     0        9  1").size(), std::size_t(1));
}

void TestQueueStatistics::leavesOutLinesOfAnotherForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("nothing") << QByteArray("");
    QTest::addRow("too few columns") << QByteArray("0 1 2 3\n");
    QTest::addRow("words") << QByteArray("queue port waiting mode range dropped dropped id\n");
    QTest::addRow("a queue number above 65535") << QByteArray("70000 1 0 2 65531 0 0 9 1\n");
    QTest::addRow("a number too large") << QByteArray("0 1 0 2 65531 0 0 4294967296 1\n");
    QTest::addRow("letters behind a number") << QByteArray("0 1 0 2 65531 0 0 9x 1\n");
}

void TestQueueStatistics::leavesOutLinesOfAnotherForm()
{
    QFETCH(QByteArray, text);
    QVERIFY(parseQueueStatistics(text.toStdString()).empty());
}

QTEST_GUILESS_MAIN(TestQueueStatistics)
#include "tst_queuestatistics.moc"
