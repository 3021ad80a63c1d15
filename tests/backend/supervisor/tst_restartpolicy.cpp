// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/restartpolicy.h"

#include <QTest>

using namespace Trackhand;
using namespace std::chrono_literals;

class TestRestartPolicy : public QObject {
    Q_OBJECT

    const RestartPolicy::Clock::time_point m_start {};

private slots:
    void aKilledProcessComesBackAtOnceHoweverOften()
    {
        RestartPolicy policy;
        for (int i = 0; i < 200; ++i) {
            QVERIFY(policy.processEnded(false, m_start) == 0ms);
        }
    }

    void faultsAreSpacedFurtherAndFurtherThenEnough()
    {
        RestartPolicy policy;
        for (const auto delay : {0ms, 100ms, 200ms, 400ms, 800ms}) {
            QVERIFY(policy.processEnded(true, m_start) == delay);
        }
        QVERIFY(!policy.processEnded(true, m_start));
    }

    void oldFaultsAreForgiven()
    {
        RestartPolicy policy;
        for (int i = 0; i < 5; ++i) {
            (void)policy.processEnded(true, m_start);
        }
        QVERIFY(policy.processEnded(true, m_start + 61s) == 0ms);
    }
};

QTEST_GUILESS_MAIN(TestRestartPolicy)
#include "tst_restartpolicy.moc"
