// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/footprint.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Trackhand;

namespace {

/// Kilobytes of files that are mapped here and in memory.
int residentOfFiles()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    static const QRegularExpression line(QStringLiteral("RssFile:\\s*(\\d+) kB"));
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toInt();
}

} // namespace

class TestFootprint : public QObject {
    Q_OBJECT

private slots:
    void codeThatIsNotRunWeighsNothingAndStillRuns()
    {
        const int before = residentOfFiles();
        giveBackMemory();
        const int after = residentOfFiles();
        QVERIFY(after > 0);
        QVERIFY2(after < before, qPrintable(QStringLiteral("%1 kB, before %2 kB").arg(after).arg(before)));
        QCOMPARE(QString::number(12.5, 'f', 3), QStringLiteral("12.500"));
    }
};

QTEST_GUILESS_MAIN(TestFootprint)
#include "tst_footprint.moc"
