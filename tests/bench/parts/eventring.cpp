// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What events cost their writer, and that no reader can make it slower: the rings by themselves on two processors, then
// the verdict rate of a real gate whose packets come from a socket pair.

#include "wire/ring/eventring.h"
#include "backend/gate/gate.h"
#include "backend/gate/packetlog.h"
#include "queuebytes.h"
#include "wire/base/futex.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <memory>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Trackhand;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int WriterCpu = 0;
constexpr int ReaderCpu = 1;
constexpr std::uint32_t Capacity = 16384; // as PacketLog has it

bool isQuick()
{
    const char *quick = std::getenv("BENCH_QUICK");
    return quick && *quick;
}

const std::chrono::milliseconds MeasuringTime(isQuick() ? 100 : 500);
const std::chrono::milliseconds SliceTime(isQuick() ? 20 : 40);
const int Slices = isQuick() ? 5 : 21;

[[noreturn]] void giveUp(const char *why)
{
    std::fprintf(stderr, "%s\n", why);
    std::exit(1);
}

void figure(const char *name, double value, const char *unit, const char *goal = "")
{
    std::printf("%s\t%.*f\t%s\t%s\n", name, value < 10 ? 3 : 1, value, unit, goal);
}

void pinTo(int cpu)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    if (::sched_setaffinity(0, sizeof set, &set) != 0) {
        giveUp("needs two processors: one for the writer, one for readers");
    }
}

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + values.size() / 2);
    return values[values.size() / 2];
}

Fd duplicate(int fd)
{
    return Fd(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
}

Wire::EventRingReader readerOf(int fd)
{
    auto reader = Wire::EventRingReader::open(duplicate(fd), Wire::EventRingReader::Start::Newest);
    if (!reader) {
        giveUp(reader.error().text.c_str());
    }
    return reader.take();
}

/// A packet's event as a gate writes it, with a note of an ordinary length.
EventRecord sampleEvent()
{
    EventRecord event = emptyEvent(EventKind::Packet);
    event.setTuple(QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21));
    event.setHelper("ftp");
    event.setNote("227 10,0,2,2,195,80 -> expects 10.0.2.2:50000");
    event.payloadLength = 92;
    return event;
}

/// Nanoseconds a call of @p work that does @p units of it takes for each, over @p time.
double nanosecondsEach(std::chrono::nanoseconds time, unsigned units, const std::function<void()> &work)
{
    constexpr int CallsBetweenLooks = 64; // the clock must not be what is measured
    std::uint64_t done = 0;
    const auto begin = Clock::now();
    auto now = begin;
    while (now - begin < time) {
        for (int i = 0; i < CallsBetweenLooks; ++i) {
            work();
        }
        done += std::uint64_t {CallsBetweenLooks} * units;
        now = Clock::now();
    }
    return std::chrono::duration<double, std::nano>(now - begin).count() / static_cast<double>(done);
}

/// Another process with the ring's descriptor, doing its worst with it on the readers' processor.
class Reader {
public:
    explicit Reader(const std::function<void()> &life)
    {
        m_pid = ::fork();
        if (m_pid == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            pinTo(ReaderCpu);
            life();
            ::_exit(0);
        }
    }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
    ~Reader()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }

    void stop() const
    {
        ::kill(m_pid, SIGSTOP);
        ::waitpid(m_pid, nullptr, WUNTRACED);
    }
    void goOn() const { ::kill(m_pid, SIGCONT); }

private:
    pid_t m_pid = -1;
};

void readForEver(int fd)
{
    auto reader = readerOf(fd);
    std::array<EventRecord, 64> records;
    for (;;) {
        reader.read(records);
    }
}

/// Reads, without a pause, the very cache lines that the writer is about to write.
void readAheadForEver(int fd)
{
    auto memory = SharedMemory::mapReadOnly(duplicate(fd));
    if (!memory) {
        ::_exit(1);
    }
    auto *header = reinterpret_cast<const Wire::EventRingHeader *>(memory->data());
    const std::uint8_t *slots = memory->data() + sizeof(Wire::EventRingHeader);
    for (;;) {
        const std::uint64_t head = header->head.load(std::memory_order_relaxed);
        const std::uint8_t *next = slots + (head & (Capacity - 1)) * sizeof(EventRecord);
        for (std::size_t at = 0; at < sizeof(EventRecord); at += 64) {
            static_cast<void>(*static_cast<const volatile std::uint8_t *>(next + at));
        }
    }
}

/// Many threads that ask to be woken, again and again.
void sleepForEver(int fd)
{
    constexpr int Sleepers = 64;
    std::vector<std::thread> threads;
    for (int i = 0; i < Sleepers; ++i) {
        threads.emplace_back([fd] {
            const auto reader = readerOf(fd);
            for (;;) {
                reader.wait(std::chrono::seconds(1));
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
}

/// Something that writes into a ring: how it is measured, and the ring that readers read.
struct Writer {
    int fd;
    std::function<double()> nanoseconds; ///< for each record, over one slice
};

/// How much of its speed the writer keeps, as the median of slices with a reader next to slices without.
double speedKept(const Writer &writer, const std::function<std::function<void()>()> &disturb)
{
    std::vector<double> kept;
    for (int i = 0; i < Slices; ++i) {
        const auto endOfDisturbance = disturb();
        const double disturbed = writer.nanoseconds();
        endOfDisturbance();
        kept.push_back(writer.nanoseconds() / disturbed);
    }
    return median(std::move(kept));
}

double speedKeptBesideRunning(const Writer &writer, void (*life)(int))
{
    const Reader reader([&] { life(writer.fd); });
    reader.stop();
    return speedKept(writer, [&] {
        reader.goOn();
        return [&] {
            reader.stop();
        };
    });
}

/// Stopped in the middle of reading: they hold the ring and whatever else a reader can hold.
double speedKeptBesideStopped(const Writer &writer)
{
    constexpr int Count = 16;
    return speedKept(writer, [&] {
        auto readers = std::make_shared<std::vector<std::unique_ptr<Reader>>>();
        for (int i = 0; i < Count; ++i) {
            readers->push_back(std::make_unique<Reader>([&] { readForEver(writer.fd); }));
        }
        writer.nanoseconds();
        for (const auto &reader : *readers) {
            reader->stop();
        }
        return [readers] {
            readers->clear();
        };
    });
}

/// Killed in the middle of reading, as many as can be while the writer is measured.
double speedKeptWhileKilling(const Writer &writer)
{
    return speedKept(writer, [&] {
        for (int i = 0; i < 4; ++i) {
            const Reader reader([&] { readForEver(writer.fd); });
            writer.nanoseconds();
        }
        return [] {
        };
    });
}

Wire::EventRingWriter newRing()
{
    auto ring = Wire::EventRingWriter::create("bench-events", Capacity);
    if (!ring) {
        giveUp(ring.error().text.c_str());
    }
    return ring.take();
}

std::unique_ptr<PacketLog> newLog()
{
    auto log = PacketLog::create();
    if (!log) {
        giveUp(log.error().text.c_str());
    }
    return log.take();
}

void measureRingAlone()
{
    auto ring = newRing();
    const EventRecord event = sampleEvent();
    figure("a record, no reader", nanosecondsEach(MeasuringTime, 1, [&] { ring.write(event); }), "ns", "<= 60");
}

void measureLog(const char *name, std::size_t batch, std::size_t payload)
{
    const auto log = newLog();
    log->setPayloadObservers(payload == 0 ? 0 : 1);
    const std::vector<std::uint8_t> bytes(payload, 0x5a);
    std::vector<PacketLog::Entry> entries(batch, PacketLog::Entry {sampleEvent(), bytes});
    const double each = nanosecondsEach(MeasuringTime, static_cast<unsigned>(batch), [&] { log->write(entries); });
    figure(name, each, "ns", batch > 1 && payload == 0 ? "<= 60" : "");
}

/// Counts what it reads and loses until it has come to the event with packetId 0xffffffff.
struct Tally {
    std::uint64_t read = 0;
    std::uint64_t lost = 0;
};
Tally readToTheEnd(int fd, std::atomic<bool> &ready)
{
    pinTo(ReaderCpu);
    auto reader = readerOf(fd);
    std::vector<EventRecord> records(256);
    Tally tally;
    ready = true;
    for (;;) {
        const auto batch = reader.read(records);
        tally.read += batch.count;
        tally.lost += batch.lost;
        if (batch.count != 0 && records[batch.count - 1].packetId == UINT32_MAX) {
            return tally;
        }
    }
}

struct Race {
    double written = 0; ///< a second
    double read = 0; ///< a second
    std::uint64_t lost = 0;
};

/// Writes for @p time, in batches as a gate does, as fast as it goes or @p perSecond, beside one reader that tries to
/// keep up.
Race race(std::chrono::milliseconds time, double perSecond)
{
    constexpr unsigned Batch = 32;
    auto ring = newRing();
    EventRecord event = sampleEvent();
    Tally tally;
    std::atomic<bool> ready = false;
    std::thread reader([&] { tally = readToTheEnd(ring.fd(), ready); });
    while (!ready) {
        std::this_thread::yield();
    }
    const auto begin = Clock::now();
    std::uint64_t written = 0;
    auto now = begin;
    for (; now - begin < time; now = Clock::now()) {
        const double due = perSecond * std::chrono::duration<double>(now - begin).count();
        if (perSecond != 0 && static_cast<double>(written + Batch) > due) {
            continue;
        }
        for (unsigned i = 0; i < Batch; ++i) {
            ring.append(event);
        }
        ring.publish();
        written += Batch;
    }
    event.packetId = UINT32_MAX;
    ring.write(event);
    reader.join();
    const double seconds = std::chrono::duration<double>(now - begin).count();
    return {static_cast<double>(written) / seconds, static_cast<double>(tally.read) / seconds, tally.lost};
}

void measureWithReader()
{
    constexpr double Pace = 6e6;
    const Race fastest = race(MeasuringTime, 0);
    figure("written as fast as it goes beside a reader", fastest.written / 1e6, "million/s", ">= 5");
    figure("of these the reader got", fastest.read / 1e6, "million/s");
    // Somebody else may have the reader's processor for longer than the ring holds: that is not the ring's doing.
    std::vector<double> written;
    std::vector<double> lost;
    for (int i = 0; i < 5; ++i) {
        const Race paced = race(std::chrono::milliseconds(100), Pace);
        written.push_back(paced.written);
        lost.push_back(static_cast<double>(paced.lost));
    }
    figure("written beside a reader that keeps up", median(written) / 1e6, "million/s", ">= 5");
    figure("lost by that reader in 0.1 s, median of 5", median(lost), "events", "<= 0");
}

/// A gate without a helper process, which accepts at once; the kernel's end of its queue is played from the same
/// thread that measures.
class GateUnderTest {
public:
    GateUnderTest()
        : m_log(newLog())
    {
        int ends[2] = {-1, -1};
        if (::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends) != 0) {
            giveUp("no socket pair");
        }
        m_kernel.reset(ends[0]);
        QueueBytes::Packet packet;
        packet.original = QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21);
        packet.reply = packet.original.inverted();
        packet.payload = QueueBytes::tcp4(packet.original, "PASV\r\n");
        for (packet.id = 1; packet.id <= InFlight; ++packet.id) {
            m_messages.push_back(QueueBytes::packetMessage(packet));
        }
        Gate::Settings settings;
        settings.helper = "ftp";
        settings.holdLimit = std::chrono::milliseconds(0);
        auto gate = Gate::create(settings, QueueSocket::adopt(Fd(ends[1])), *m_log, {});
        if (!gate) {
            giveUp(gate.error().text.c_str());
        }
        m_gate = gate.take();
    }

    Writer writer()
    {
        return {m_log->eventFd(), [this] {
                    return nanosecondsEach(SliceTime, InFlight, [this] { roundTrip(); });
                }};
    }

private:
    static constexpr unsigned InFlight = 8; // net.unix.max_dgram_qlen is 10 on old systems

    void roundTrip()
    {
        for (const auto &message : m_messages) {
            if (::send(m_kernel.get(), message.data(), message.size(), 0) < 0) {
                giveUp("the gate's socket takes no packet");
            }
        }
        std::uint32_t answered = 0;
        while (answered != InFlight) {
            const ssize_t size = ::recv(m_kernel.get(), m_buffer.data(), m_buffer.size(), 0);
            if (size <= 0) {
                giveUp("the gate does not answer");
            }
            answered = QueueBytes::verdictsIn(m_buffer.data(), static_cast<std::size_t>(size)).back().id;
        }
    }

    std::unique_ptr<PacketLog> m_log;
    Fd m_kernel;
    std::vector<std::vector<std::uint8_t>> m_messages;
    std::array<std::uint8_t, 1 << 16> m_buffer;
    std::unique_ptr<Gate> m_gate;
};

void measureDisturbance()
{
    auto ring = newRing();
    const EventRecord event = sampleEvent();
    const Writer writer {ring.fd(), [&] {
                             return nanosecondsEach(SliceTime, 1, [&] { ring.write(event); });
                         }};
    figure("ring: speed beside 16 stopped readers", speedKeptBesideStopped(writer), "of its own", ">= 0.97");
    figure("ring: speed after readers were killed", speedKeptWhileKilling(writer), "of its own", ">= 0.97");
    figure("ring: speed beside a reader of the next lines", speedKeptBesideRunning(writer, readAheadForEver),
        "of its own");

    GateUnderTest gate;
    const Writer verdicts = gate.writer();
    figure("gate: a verdict without a reader", verdicts.nanoseconds(), "ns");
    figure("gate: speed beside 16 stopped readers", speedKeptBesideStopped(verdicts), "of its own", ">= 0.97");
    figure("gate: speed after readers were killed", speedKeptWhileKilling(verdicts), "of its own", ">= 0.97");
    figure("gate: speed beside a reader that spins", speedKeptBesideRunning(verdicts, readForEver), "of its own",
        ">= 0.97");
    figure("gate: speed beside a reader of the next lines", speedKeptBesideRunning(verdicts, readAheadForEver),
        "of its own", ">= 0.97");
    figure("gate: speed beside 64 threads that ask to be woken", speedKeptBesideRunning(verdicts, sleepForEver),
        "of its own", ">= 0.97");
}

} // namespace

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    std::puts("# Events: the writer's cost, and what readers can do to it");
    pinTo(WriterCpu);
    measureRingAlone();
    measureLog("a record through the log, one at a time", 1, 0);
    measureLog("a record through the log, 32 at a time", 32, 0);
    measureLog("the same with 60 bytes of payload", 32, 60);
    measureLog("the same with 1400 bytes of payload", 32, 1400);
    measureWithReader();
    measureDisturbance();
}
