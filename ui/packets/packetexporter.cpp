// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/packetexporter.h"

#include "client/session/hostsession.h"
#include "ui/packets/selectedrows.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr int PatienceMs = 200; // what takes less is over before one looks

constexpr ExportFormat Formats[] = {ExportFormat::Pcapng, ExportFormat::Csv, ExportFormat::JsonLines};

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Pcapng:
        return QStringLiteral("pcapng");
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::JsonLines:
        break;
    }
    return QStringLiteral("jsonl");
}

QString nameFilterOf(ExportFormat format)
{
    const QString pattern = QStringLiteral(" (*.%1)").arg(suffixOf(format));
    switch (format) {
    case ExportFormat::Pcapng:
        return PacketExporter::tr("Capture files") + pattern;
    case ExportFormat::Csv:
        return PacketExporter::tr("Comma-separated values") + pattern;
    case ExportFormat::JsonLines:
        break;
    }
    return PacketExporter::tr("JSON lines") + pattern;
}

QString whyBytesAreMissing(const PayloadFeed &payloads)
{
    switch (payloads.state()) {
    case PayloadFeed::State::NotAsked:
    case PayloadFeed::State::Asking:
        return PacketExporter::tr(
            "the right to read them was not asked for: select a packet and press \"Show the bytes\"");
    case PayloadFeed::State::Refused:
        return QString::fromStdString(payloads.problem().text);
    case PayloadFeed::State::Unreachable:
        return PacketExporter::tr("they do not come through ssh");
    case PayloadFeed::State::Capture:
        return PacketExporter::tr("the capture has none of them");
    case PayloadFeed::State::Open:
        break;
    }
    return PacketExporter::tr("newer packets took their place, or nobody looked when they came");
}

} // namespace

PacketExporter::PacketExporter(HostSession *session, QTableView *table, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(table)
    , m_menu(new QMenu(this))
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    buildMenu();
    m_label->setTextFormat(Qt::PlainText);
    m_bar->setAccessibleName(tr("Packets written"));
    m_cancel->setAccessibleName(tr("Cancel the export"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancel);
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setVisible(m_export.isRunning()); });
    connect(m_cancel, &QPushButton::clicked, &m_export, &PacketExport::cancel);
    connect(&m_export, &PacketExport::progressed, this, [this](int done, int all) {
        m_bar->setRange(0, all);
        m_bar->setValue(done);
    });
    connect(&m_export, &PacketExport::finished, this, &PacketExporter::report);
    connect(&m_export, &PacketExport::cancelled, this, [this] {
        hide();
        emit done(tr("Nothing was written to %1.").arg(QDir::toNativeSeparators(m_file)));
    });
}

void PacketExporter::ask(Scope scope, ExportFormat format)
{
    auto *dialog = new QFileDialog(this, tr("Export packets"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(nameFilterOf(format));
    dialog->setDefaultSuffix(suffixOf(format));
    dialog->selectFile(tr("packets") + QLatin1Char('.') + suffixOf(format));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, scope, format](const QString &file) { exportTo(file, scope, format); });
    dialog->open();
}

void PacketExporter::exportTo(const QString &file, Scope scope, ExportFormat format)
{
    if (m_export.isRunning()) {
        emit failed(tr("The export to %1 is not done yet.").arg(m_file));
        return;
    }
    m_file = file;
    m_reason = whyBytesAreMissing(*m_session->payloads());
    m_label->setText(tr("Writing %1").arg(QFileInfo(file).fileName()));
    m_bar->setRange(0, 0);
    m_export.start(request(file, scope, format));
    m_patience.start();
}

void PacketExporter::buildMenu()
{
    addEntries(Scope::Shown,
        {tr("Shown packets as capture file (pcapng)…"), tr("Shown packets as CSV…"),
            tr("Shown packets as JSON lines…")});
    m_menu->addSeparator();
    addEntries(Scope::Selected,
        {tr("Selected packets as capture file (pcapng)…"), tr("Selected packets as CSV…"),
            tr("Selected packets as JSON lines…")});
    connect(m_menu, &QMenu::aboutToShow, this, &PacketExporter::updateEntries);
}

void PacketExporter::addEntries(Scope scope, const QStringList &texts)
{
    for (std::size_t i = 0; i < std::size(Formats); ++i) {
        QAction *action = m_menu->addAction(texts.at(qsizetype(i)));
        action->setData(int(scope));
        connect(action, &QAction::triggered, this, [this, scope, format = Formats[i]] { ask(scope, format); });
    }
}

void PacketExporter::updateEntries()
{
    const bool any = m_table->model()->rowCount() != 0;
    const bool selected = m_table->selectionModel()->hasSelection();
    const QList<QAction *> actions = m_menu->actions();
    for (QAction *action : actions) {
        action->setEnabled(!m_export.isRunning() && (action->data().toInt() == int(Scope::Selected) ? selected : any));
    }
}

// In order of arrival, however the table is sorted.
std::vector<PacketNumber> PacketExporter::numbers(Scope scope) const
{
    const PacketModel *model = m_session->packetModel();
    std::vector<PacketNumber> numbers;
    if (scope == Scope::Selected) {
        for (const int row : selectedRows(*m_table)) {
            numbers.push_back(model->numberOfRow(row));
        }
    } else {
        numbers.reserve(std::size_t(model->rowCount()));
        for (int row = 0; row < model->rowCount(); ++row) {
            numbers.push_back(model->numberOfRow(row));
        }
    }
    if (!model->shownOrder().isArrival()) {
        std::sort(numbers.begin(), numbers.end());
    }
    return numbers;
}

ExportRequest PacketExporter::request(const QString &file, Scope scope, ExportFormat format) const
{
    const PacketModel *model = m_session->packetModel();
    return {file, format, model->snapshot(), numbers(scope), m_session->payloads()->reader(), model->ringStart()};
}

void PacketExporter::report(const ExportOutcome &outcome)
{
    hide();
    if (!outcome.status) {
        emit failed(QString::fromStdString(outcome.status.error().text));
        return;
    }
    const QString written =
        tr("%n packet(s) written to %1.", nullptr, int(outcome.packets)).arg(QDir::toNativeSeparators(m_file));
    emit done(written + missingBytes(outcome));
}

QString PacketExporter::missingBytes(const ExportOutcome &outcome) const
{
    QString text;
    if (outcome.withoutBytes != 0) {
        text = QLatin1Char(' ')
            + tr("%n packet(s) went without bytes: %1.", nullptr, int(outcome.withoutBytes)).arg(m_reason);
    }
    if (outcome.cutShort != 0) {
        text +=
            QLatin1Char(' ') + tr("Of %n packet(s) only the first bytes were kept.", nullptr, int(outcome.cutShort));
    }
    return text;
}

} // namespace Trackhand
