// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window costs and how fast it is, offscreen: one measurement a process, so that no one's memory is another's.
//     windowbench memory PACKETS | search PACKETS | items PACKETS | frames SECONDS | first-paint | hidden SECONDS
//                 | write-capture FILE PACKETS | read-capture FILE
// Prints lines "FIGURE<TAB>VALUE<TAB>UNIT<TAB>GOAL".

#include "client/export/pcapngwriter.h"
#include "client/session/hostsession.h"
#include "measuredapplication.h"
#include "tests/client/sampleevents.h"
#include "traffic.h"
#include "translations/translations.h"
#include "ui/capture/capturesource.h"
#include "ui/packets/packetspage.h"
#include "ui/parts/page.h"
#include "ui/window/hostview.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QPaintEvent>
#include <QProcess>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Trackhand;

namespace {

constexpr QSize WindowSize(1280, 800);
constexpr int PerSecond = 100'000;

void figure(const QString &name, double value, const char *unit, const char *goal = "")
{
    std::printf("%s\t%.*f\t%s\t%s\n", qPrintable(name), value < 10 ? 2 : 1, value, unit, goal);
    std::fflush(stdout);
}

[[noreturn]] void giveUp(const char *why)
{
    std::fprintf(stderr, "windowbench: %s\n", why);
    std::exit(1);
}

/// Resident memory of this process, in bytes.
double resident()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        giveUp("/proc/self/statm cannot be read");
    }
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE));
}

/// Seconds of processor time that this process has used.
double processorTime()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/// Says when a widget was painted last.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }

    int paints() const { return m_paints; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    int m_paints = 0;
};

/// The packets' page of a host that nobody contacts, as it is in the window.
struct ShownPage {
    ShownPage()
        : page(&session)
        , painted(page.table()->viewport())
    {
        page.resize(WindowSize);
        page.show();
        QApplication::processEvents();
    }

    PacketModel *model() { return session.packetModel(); }

    void fill(std::size_t packets)
    {
        model()->setCapacity(packets);
        for (std::size_t done = 0; done < packets; done += 20'000) {
            model()->append(Bench::packets(done, std::min<std::size_t>(20'000, packets - done)));
        }
        QApplication::processEvents();
    }

    HostSession session {HostAddress()};
    PacketsPage page;
    PaintWatch painted;
};

/// Milliseconds until @p done, while events are handled; the longest of them into @p longest.
double waitFor(const std::function<bool()> &done, const QElapsedTimer &since, double *longest = nullptr)
{
    QTimer tick; // so that nothing waits for an event that does not come
    tick.start(1);
    QElapsedTimer one;
    while (!done()) {
        one.start();
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (longest) {
            *longest = std::max(*longest, double(one.nsecsElapsed()) / 1e6);
        }
    }
    return double(since.nsecsElapsed()) / 1e6;
}

QString million(std::size_t packets)
{
    return QStringLiteral("%1 packets").arg(QLocale::c().toString(qulonglong(packets)));
}

void measureMemory(std::size_t packets)
{
    ShownPage shown;
    const double before = resident();
    shown.fill(packets);
    const double bytes = resident() - before;
    const QString name = million(packets);
    figure(name + QStringLiteral(" shown, resident beyond an empty page"), bytes / 1e6, "MB",
        packets > 1'000'000 ? "<= 1000" : "<= 100");
    figure(
        name + QStringLiteral(", in the store alone"), double(shown.model()->bytes()) / double(packets), "bytes each");
}

/// Applies what @p start asks for, and prints how long it takes to be seen.
void measureSearch(ShownPage &shown, const QString &name, const std::function<void()> &start, const char *firstGoal,
    const char *wholeGoal)
{
    int paints = -1;
    const auto connection = QObject::connect(shown.model(), &PacketModel::rowsReplaced, &shown.page,
        [&] { paints = paints < 0 ? shown.painted.paints() : paints; });
    const double processor = processorTime();
    QElapsedTimer since;
    since.start();
    start();
    const double first = waitFor([&] { return paints >= 0 && shown.painted.paints() > paints; }, since);
    int last = -1;
    const double whole = waitFor(
        [&] {
            last = last < 0 && !shown.model()->isSearching() ? shown.painted.paints() : last;
            return last >= 0 && (shown.painted.paints() > last || first > 0);
        },
        since);
    QObject::disconnect(connection);
    if (firstGoal) {
        figure(name + QStringLiteral(", to first paint"), first, "ms", firstGoal);
    }
    figure(name, whole, "ms", wholeGoal);
    figure(name + QStringLiteral(", processor time"), 1000 * (processorTime() - processor), "ms");
}

void measureFilters(ShownPage &shown, const QString &of)
{
    struct Case {
        const char *text;
        const char *whole;
    };
    constexpr Case cases[] = {{"dport == 21", "<= 100"}, {"helper == ftp and verdict == drop", "<= 100"},
        {"src == 10.0.1.0/28", "<= 100"}, {"note contains \",77\"", "<= 100"},
        {"note matches \"port .*,2[0-9],1[0-9]$\"", "<= 500"}};
    for (const Case &one : cases) {
        const auto filter = EventFilter::compile(QString::fromLatin1(one.text));
        if (!filter.ok()) {
            giveUp(one.text);
        }
        measureSearch(
            shown, QStringLiteral("%1, filter %2").arg(of, QString::fromLatin1(one.text)),
            [&] { shown.model()->setFilter(filter.filter); }, "<= 50", one.whole);
    }
    shown.model()->setFilter({});
}

void measureSorts(ShownPage &shown, const QString &of)
{
    for (int column = 0; column < PacketModel::ColumnCount; ++column) {
        measureSearch(
            shown, QStringLiteral("%1, sort by %2").arg(of, PacketModel::columnKey(column)),
            [&] { shown.model()->sort(column, Qt::DescendingOrder); }, nullptr, "<= 200");
        shown.model()->sort(PacketOrder::Arrival);
        QApplication::processEvents();
    }
}

void measureSearches(std::size_t packets)
{
    ShownPage shown;
    shown.model()->setColorRules(defaultColorRules());
    shown.fill(packets);
    measureFilters(shown, million(packets));
    measureSorts(shown, million(packets));
}

/// What one would write first: a standard model of texts and Qt's own proxy, in the same table.
void measureItems(std::size_t packets)
{
    PacketModel texts;
    texts.append(Bench::packets(0, packets));
    const double before = resident();
    QStandardItemModel items(0, PacketModel::ColumnCount);
    for (int row = 0; row < int(packets); ++row) {
        QList<QStandardItem *> cells;
        for (int column = 0; column < PacketModel::ColumnCount; ++column) {
            cells.append(new QStandardItem(texts.index(row, column).data().toString()));
        }
        items.appendRow(cells);
    }
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&items);
    QTableView *table = createTable(&proxy, QStringList(PacketModel::ColumnCount, QString()), nullptr);
    table->resize(WindowSize);
    table->show();
    QApplication::processEvents();
    const QString of = QStringLiteral("QStandardItemModel, ") + million(packets);
    figure(of + QStringLiteral(", resident"), (resident() - before) / double(packets), "bytes each");
    QElapsedTimer since;
    since.start();
    proxy.setFilterKeyColumn(PacketModel::HelperColumn);
    proxy.setFilterFixedString(QStringLiteral("tftp"));
    table->repaint();
    figure(of + QStringLiteral(", filter"), double(since.nsecsElapsed()) / 1e6, "ms");
    proxy.setFilterFixedString({});
    since.restart();
    proxy.sort(PacketModel::SourceColumn);
    table->repaint();
    figure(of + QStringLiteral(", sort by source"), double(since.nsecsElapsed()) / 1e6, "ms");
    delete table;
}

void measureOurs(std::size_t packets)
{
    ShownPage shown;
    const double before = resident();
    shown.fill(packets);
    const QString of = QStringLiteral("Trackhand, ") + million(packets);
    figure(of + QStringLiteral(", resident"), (resident() - before) / double(packets), "bytes each");
    measureSearch(
        shown, of + QStringLiteral(", filter"),
        [&] { shown.model()->setFilter(EventFilter::compile(QStringLiteral("helper == tftp")).filter); }, nullptr, "");
    shown.model()->setFilter({});
    QApplication::processEvents();
    measureSearch(
        shown, of + QStringLiteral(", sort by source"),
        [&] { shown.model()->sort(PacketModel::SourceColumn, Qt::AscendingOrder); }, nullptr, "");
}

/// The table fills up to its million while it is measured, and goes on from there.
void measureFrames(int seconds)
{
    ShownPage shown;
    const std::size_t before = 1'000'000 - std::size_t(PerSecond) * std::size_t(std::min(seconds, 10)) / 2;
    shown.fill(before);
    shown.model()->setCapacity(1'000'000);
    auto *application = static_cast<Bench::MeasuredApplication *>(qApp);
    Bench::Generator *generator = nullptr;
    shown.session.packetFeed()->startSource([&generator, before](std::shared_ptr<EventQueue> queue) {
        auto made = std::make_unique<Bench::Generator>(PerSecond, before, queue);
        generator = made.get();
        return made;
    });
    QTimer::singleShot(seconds * 1000, qApp, &QApplication::quit);
    const int paints = shown.painted.paints();
    application->startMeasuring();
    QApplication::exec();
    const double processor = application->processorTime();
    const std::vector<double> frames = application->frames();
    generator->stop();
    const double sent = double(generator->sent());
    shown.session.packetFeed()->finish();
    const double shownOnes = double(shown.model()->packets().end() - before);
    const QString of = QStringLiteral("100,000 packets/s for %1 s, ").arg(seconds);
    figure(of + QStringLiteral("really sent"), sent / seconds, "packets/s");
    figure(of + QStringLiteral("frames"), double(shown.painted.paints() - paints) / seconds, "a second");
    figure(of + QStringLiteral("longest frame"), frames.back(), "ms", "<= 50");
    figure(of + QStringLiteral("99th percentile"), frames.at(frames.size() * 99 / 100), "ms", "<= 16");
    figure(of + QStringLiteral("a frame, processor time"), processor / double(frames.size()), "ms");
    figure(of + QStringLiteral("lost and said"), double(shown.model()->lost()), "packets");
    figure(
        of + QStringLiteral("lost and not said"), sent - shownOnes - double(shown.model()->lost()), "packets", "<= 0");
}

/// As main() does it, up to the first paint.
void paintOnce()
{
    installTranslations(*qApp, QLocale());
    MainWindow window {QString()};
    window.openHost(HostAddress());
    PaintWatch painted(&window);
    window.show();
    while (painted.paints() == 0) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    std::_Exit(0);
}

void measureFirstPaint()
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer since;
        since.start();
        if (QProcess::execute(QCoreApplication::applicationFilePath(), {QStringLiteral("paint-once")}) != 0) {
            giveUp("the window was not painted");
        }
        times.push_back(double(since.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    figure(QStringLiteral("from the start of the program to the first paint, median of 5"), times[2], "ms", "<= 400");
}

void measureHidden(int seconds)
{
    MainWindow window {QString()};
    window.openHost(HostAddress());
    window.show();
    QApplication::processEvents();
    window.currentHost()->session()->packetFeed()->startSource(
        [](std::shared_ptr<EventQueue> queue) { return std::make_unique<Bench::Generator>(PerSecond, 0, queue); });
    window.hide();
    QTimer::singleShot(1000, qApp, &QApplication::quit); // what was under way
    QApplication::exec();
    const double before = processorTime();
    QTimer::singleShot(seconds * 1000, qApp, &QApplication::quit);
    QApplication::exec();
    figure(QStringLiteral("hidden window, processor"), 100 * (processorTime() - before) / seconds, "%", "<= 0.2");
}

void writeCapture(const QString &name, std::size_t packets)
{
    QFile file(name);
    PcapngWriter writer(&file);
    if (!file.open(QIODevice::WriteOnly) || !writer.begin("windowbench")) {
        giveUp("the capture cannot be written");
    }
    for (std::size_t i = 0; i < packets; ++i) {
        const EventRecord event = Bench::packet(i);
        const auto bytes = Samples::packetBytes(event, std::string(event.noteText()) + "\r\n");
        if (!writer.write(event, bytes, std::uint32_t(bytes.size()))) {
            giveUp("the capture cannot be written");
        }
    }
}

void readCapture(const QString &name)
{
    ShownPage shown;
    bool ended = false;
    QElapsedTimer since;
    since.start();
    shown.session.packetFeed()->startSource([&](std::shared_ptr<EventQueue> queue) {
        auto source =
            std::make_unique<CaptureSource>(name, shown.model()->capacity(), queue, std::make_shared<CaptureBytes>());
        QObject::connect(
            source.get(), &CaptureSource::ended, &shown.page, [&ended] { ended = true; }, Qt::QueuedConnection);
        return source;
    });
    waitFor([&ended] { return ended; }, since);
    shown.session.packetFeed()->finish();
    QApplication::processEvents();
    figure(QStringLiteral("capture, Trackhand reads it"), double(since.nsecsElapsed()) / 1e6, "ms");
    measureSearch(
        shown, QStringLiteral("capture, Trackhand filters it"),
        [&] { shown.model()->setFilter(EventFilter::compile(QStringLiteral("dport == 5060")).filter); }, nullptr, "");
}

} // namespace

int main(int argc, char **argv)
{
    Bench::MeasuredApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("windowbench"));
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    const auto number = arguments.value(arguments.size() - 1).toULongLong();
    const std::pair<const char *, std::function<void()>> known[] = {
        {"memory",
            [&] {
                measureMemory(number);
            }},
        {"search",
            [&] {
                measureSearches(number);
            }},
        {"items",
            [&] {
                measureItems(number);
            }},
        {"ours",
            [&] {
                measureOurs(number);
            }},
        {"frames",
            [&] {
                measureFrames(int(number));
            }},
        {"first-paint", measureFirstPaint},
        {"paint-once", paintOnce},
        {"hidden",
            [&] {
                measureHidden(int(number));
            }},
        {"write-capture",
            [&] {
                writeCapture(arguments.value(2), number);
            }},
        {"read-capture",
            [&] {
                readCapture(arguments.value(2));
            }},
    };
    const auto found = std::find_if(
        std::begin(known), std::end(known), [&what](const auto &one) { return what == QLatin1String(one.first); });
    if (found == std::end(known)) {
        giveUp("nothing of this name is measured");
    }
    found->second();
    return 0;
}
