// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/runpane.h"

#include "client/session/hostsession.h"
#include "ui/packets/packetpane.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/page.h"
#include "ui/parts/quietlabel.h"
#include "ui/parts/textdirection.h"
#include "ui/workbench/recordbutton.h"

#include <QCheckBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr int NameWidth = 200; // pixels; what does not fit is in the tool tip
constexpr int ReasonWidth = 400;

/// The one file that is dropped; "" when it is none of this machine.
QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

RunPane::RunPane(HostSession *session, QWidget *parent)
    : QWidget(parent)
    , m_bytes(session->link())
    , m_choose(new QPushButton(tr("Capture…"), this))
    , m_record(new RecordButton(session, this))
    , m_name(new QuietLabel(this))
    , m_afterSaving(new QCheckBox(tr("Run after saving"), this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_tables(new ResultTables(this))
    , m_packet(new PacketPane(&m_bytes, m_tables->expectationModel(), this))
    , m_summary(new QuietLabel(this))
    , m_empty(new EmptyState(this, ReasonWidth))
    , m_stack(new QStackedWidget(this))
{
    setAcceptDrops(true);
    m_packet->standUpright(QStringLiteral("workbench-packet"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildResults());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(buildTools());
    layout->addWidget(buildProgress());
    layout->addWidget(m_stack, 1);
    connect(m_choose, &QPushButton::clicked, this, &RunPane::askForCapture);
    connect(m_record, &RecordButton::recorded, this, &RunPane::captureChosen);
    connect(m_record, &RecordButton::failed, this, &RunPane::errorHappened);
    connect(m_record, &RecordButton::noted, this, &RunPane::noteHappened);
    connect(m_cancel, &QPushButton::clicked, this, &RunPane::cancelRequested);
    connect(m_tables, &ResultTables::frameChosen, this, &RunPane::showFrame);
    connect(m_tables, &ResultTables::lineRequested, this, &RunPane::lineRequested);
    connect(m_empty->button(), &QPushButton::clicked, this, &RunPane::askForCapture);
    sayWhatIsMissing();
}

QWidget *RunPane::buildTools()
{
    auto *tools = new QWidget(this);
    m_choose->setToolTip(tr("The pcap or pcapng file that the script runs over; it can be dropped here, too"));
    m_afterSaving->setToolTip(tr("Run again each time the script was saved"));
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_choose);
    layout->addWidget(m_record);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_afterSaving);
    return tools;
}

QWidget *RunPane::buildProgress()
{
    m_progressRow = new QWidget(this);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("How much of the capture was read"));
    m_cancel->setAccessibleName(tr("Cancel the run"));
    auto *layout = new QHBoxLayout(m_progressRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_cancel);
    m_progressRow->hide();
    return m_progressRow;
}

QWidget *RunPane::buildResults()
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("workbench-results"));
    splitter->addWidget(m_tables);
    splitter->addWidget(m_packet);
    splitter->setSizes({1000, 1000}); // a proportion
    splitter->setCollapsible(0, false);
    m_summary->setWordWrap(true);
    auto *results = new QWidget(this);
    auto *layout = new QVBoxLayout(results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_summary);
    return results;
}

void RunPane::setCapture(const QString &file)
{
    m_capture = file;
    const QString name = QFileInfo(file).fileName();
    m_name->setText(inReadingDirection(m_name->fontMetrics().elidedText(name, Qt::ElideMiddle, NameWidth)));
    m_name->setToolTip(QDir::toNativeSeparators(file));
    show(RunOutcome());
}

void RunPane::askForCapture()
{
    auto *dialog = new QFileDialog(this, tr("Capture for the script"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Capture files (*.pcapng *.pcap *.cap)"), tr("All files (*)")});
    if (!m_capture.isEmpty()) {
        dialog->setDirectory(QFileInfo(m_capture).absolutePath());
    }
    connect(dialog, &QFileDialog::fileSelected, this, &RunPane::captureChosen);
    dialog->open();
}

void RunPane::show(const RunOutcome &outcome)
{
    const int row = m_tables->packets()->currentIndex().row();
    m_run = outcome.run;
    if (m_run) {
        m_bytes.readCapture([bytes = m_run->bytes](const EventRecord &packet) { return bytes->of(packet.sequence); });
    }
    m_packet->showNone();
    m_tables->show(outcome);
    m_stale = false;
    sayWhatIsMissing();
    updateSummary();
    const int rows = m_tables->packetModel()->rowCount();
    if (rows != 0) {
        m_tables->goToPacket(qBound(0, row, rows - 1)); // where one was before the run
    } else {
        emit linesChosen({});
    }
}

void RunPane::showRunning(bool running)
{
    if (!running) {
        m_progressRow->hide();
    }
}

void RunPane::showProgress(int permille)
{
    m_progress->setValue(permille);
    m_progressRow->show();
}

void RunPane::setStale(bool stale)
{
    if (m_stale != stale) {
        m_stale = stale;
        updateSummary();
    }
}

void RunPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void RunPane::dropEvent(QDropEvent *event)
{
    const QString file = droppedFile(event->mimeData());
    if (!file.isEmpty()) {
        event->acceptProposedAction();
        emit captureChosen(file);
    }
}

void RunPane::showFrame(quint64 frame)
{
    if (!m_run) {
        return;
    }
    const auto packet = std::ranges::lower_bound(m_run->packets, frame, {}, &EventRecord::sequence);
    if (packet != m_run->packets.end() && packet->sequence == frame) {
        m_packet->show(*packet);
    } else {
        m_packet->showNone();
    }
    std::vector<int> lines = m_run->linesOf(frame);
    const ScriptRun::Trouble *trouble = m_run->troubleOf(frame);
    if (trouble && trouble->line > 0 && std::ranges::find(lines, trouble->line) == lines.end()) {
        lines.push_back(trouble->line);
    }
    emit linesChosen(lines);
}

void RunPane::sayWhatIsMissing()
{
    const bool hasPackets = m_run && !m_run->packets.empty();
    m_stack->setCurrentIndex(hasPackets ? 1 : 0);
    if (m_capture.isEmpty()) {
        m_empty->setTexts(tr("No capture yet"),
            tr("A helper is written against a capture, because a capture says the same thing every time. Choose a pcap "
               "or pcapng file, or drop one here; then run the script over it."),
            tr("Choose a capture…"));
    } else if (!m_run) {
        m_empty->setTexts(tr("Not run yet"), tr("Run the script (F5) to see what it does with this capture."));
    } else if (!m_run->scriptProblem.isEmpty()) {
        m_empty->setTexts(tr("The script cannot run"), m_run->scriptProblem);
    } else if (!m_run->captureProblem.isEmpty()) {
        m_empty->setTexts(tr("The capture cannot be read"), m_run->captureProblem, tr("Choose a capture…"));
    } else {
        m_empty->setTexts(tr("The script saw no packet"),
            tr("Of the frames in this capture none belongs to a connection of the protocols and ports that the "
               "script's table names. Frames: %1.")
                .arg(QLocale().toString(qulonglong(m_run->summary.frames))),
            tr("Choose another capture…"));
    }
}

QString RunPane::summaryText() const
{
    const ReplaySummary &summary = m_run->summary;
    const QLocale locale;
    QStringList texts {tr("%n frame(s)", nullptr, int(summary.frames)),
        tr("%n packet(s) judged", nullptr, int(summary.packets)), tr("%n expected", nullptr, int(summary.expectations)),
        tr("%n matched", nullptr, int(summary.matched)), tr("%1 s").arg(locale.toString(summary.seconds, 'f', 3))};
    if (m_run->errors != 0) {
        texts.insert(2, tr("%n error(s)", nullptr, int(m_run->errors)));
    }
    if (m_run->leftOut != 0) {
        texts.append(tr("the first %1 are shown").arg(locale.toString(qulonglong(m_run->packets.size()))));
    }
    if (!m_run->captureProblem.isEmpty()) {
        texts.append(m_run->captureProblem);
    }
    return texts.join(QStringLiteral(" · "));
}

void RunPane::updateSummary()
{
    if (!m_run) {
        m_summary->clear();
        return;
    }
    m_summary->setText(
        m_stale ? tr("The script has changed since this run.") + QLatin1Char(' ') + summaryText() : summaryText());
}

} // namespace Trackhand
