// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/base/adaptivespin.h"

#include <QTest>

#include <thread>

using namespace Trackhand::Wire;

namespace {

constexpr std::chrono::microseconds Longest {50};
constexpr std::chrono::seconds ForEver {3600};

struct Waiter {
    AdaptiveSpin spin {Longest};

    /// How often a wait looks out for something that never comes.
    int looks()
    {
        int count = 0;
        [[maybe_unused]] const bool came = spin.spin([&count] {
            ++count;
            return false;
        });
        return count;
    }

    /// A wait without a look out, over in no time but for what else this machine does. Whether it was.
    bool waitsShortly()
    {
        const auto began = std::chrono::steady_clock::now();
        looks();
        spin.slept();
        return std::chrono::steady_clock::now() - began < Longest;
    }

    void waitsLong()
    {
        looks();
        std::this_thread::sleep_for(Longest);
        spin.slept();
    }
};

} // namespace

class TestAdaptiveSpin : public QObject {
    Q_OBJECT

private slots:
    void whatIsThereAlreadyNeedsOneLook();
    void whatComesDuringTheLookOutEndsIt();
    void whatCostsASystemCallIsAskedForLessOften();
    void aLongWaitIsFollowedByNone();
    void aShortWaitBringsItBack();
};

void TestAdaptiveSpin::whatIsThereAlreadyNeedsOneLook()
{
    AdaptiveSpin spin(Longest);
    int looks = 0;
    QVERIFY(spin.spin([&looks] { return ++looks == 1; }));
    QCOMPARE(looks, 1);
}

void TestAdaptiveSpin::whatComesDuringTheLookOutEndsIt()
{
    AdaptiveSpin spin(ForEver);
    int looks = 0;
    QVERIFY(spin.spin([&looks] { return ++looks == 20; }));
    QCOMPARE(looks, 20);
}

void TestAdaptiveSpin::whatCostsASystemCallIsAskedForLessOften()
{
    AdaptiveSpin spin(ForEver);
    int looks = 0;
    int questions = 0;
    QVERIFY(spin.spin(
        [&looks] {
            ++looks;
            return false;
        },
        [&questions] { return ++questions == 1; }));
    QVERIFY2(looks > questions, qPrintable(QString::number(looks)));
}

void TestAdaptiveSpin::aLongWaitIsFollowedByNone()
{
    Waiter waiter;
    QVERIFY(waiter.looks() > 1);
    waiter.waitsLong();
    QCOMPARE(waiter.looks(), 1);
}

void TestAdaptiveSpin::aShortWaitBringsItBack()
{
    Waiter waiter;
    waiter.waitsLong();
    QTRY_VERIFY(waiter.waitsShortly());
    QVERIFY(waiter.looks() > 1);
}

QTEST_APPLESS_MAIN(TestAdaptiveSpin)
#include "tst_adaptivespin.moc"
