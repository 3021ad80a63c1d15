// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/base/processor.h"

#include <QTest>

#include <optional>
#include <thread>

using namespace Trackhand::Wire;

namespace {

cpu_set_t allowedHere()
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    ::sched_getaffinity(0, sizeof allowed, &allowed);
    return allowed;
}

/// One that this thread may run on and does not.
std::optional<unsigned> anotherProcessor()
{
    const cpu_set_t allowed = allowedHere();
    for (unsigned processor = 0; processor < CPU_SETSIZE; ++processor) {
        if (CPU_ISSET(processor, &allowed) && processor != currentProcessor()) {
            return processor;
        }
    }
    return std::nullopt;
}

void bindToOneProcessor()
{
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(currentProcessor(), &one);
    ::sched_setaffinity(0, sizeof one, &one);
}

} // namespace

class TestProcessor : public QObject {
    Q_OBJECT

private slots:
    void aThreadGoesWhereItIsTakenAndIsNotBoundThere();
    void itRestsBetweenChanges();
    void itStaysAmongTheProcessorsItMayRunOn();
};

// Another thread of this machine may take this one elsewhere between a change and the look: it is tried again.
void TestProcessor::aThreadGoesWhereItIsTakenAndIsNotBoundThere()
{
    if (!anotherProcessor()) {
        QSKIP("this machine lets the test run on one processor only");
    }
    const cpu_set_t before = allowedHere();
    ProcessorChange change;
    bool arrived = false;
    for (int attempt = 0; attempt < 20 && !arrived; ++attempt) {
        std::this_thread::sleep_for(ProcessorChange::Rest);
        const unsigned there = *anotherProcessor();
        change.to(there);
        arrived = currentProcessor() == there;
    }
    QVERIFY(arrived);
    const cpu_set_t after = allowedHere();
    QVERIFY(CPU_EQUAL(&before, &after));
}

void TestProcessor::itRestsBetweenChanges()
{
    if (!anotherProcessor()) {
        QSKIP("this machine lets the test run on one processor only");
    }
    ProcessorChange change;
    const auto began = std::chrono::steady_clock::now();
    int changes = 0;
    for (int i = 0; i < 1000; ++i) {
        const unsigned there = *anotherProcessor();
        change.to(there);
        changes += currentProcessor() == there;
    }
    const auto rests = (std::chrono::steady_clock::now() - began) / ProcessorChange::Rest;
    QVERIFY2(changes < 500 || rests > 100, qPrintable(QString::number(changes)));
}

void TestProcessor::itStaysAmongTheProcessorsItMayRunOn()
{
    const auto other = anotherProcessor();
    std::thread([other] {
        bindToOneProcessor();
        const unsigned here = currentProcessor();
        ProcessorChange change;
        change.to(other.value_or(here + 1));
        change.to(CPU_SETSIZE);
        QCOMPARE(currentProcessor(), here);
    }).join();
}

QTEST_APPLESS_MAIN(TestProcessor)
#include "tst_processor.moc"
