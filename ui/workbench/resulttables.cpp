// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/resulttables.h"

#include "client/models/expectationfilter.h"
#include "client/models/flowfilter.h"
#include "ui/flows/flowtree.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/page.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>

namespace Trackhand {

namespace {

constexpr int NarrowestNote = 80; // pixels
constexpr int ReasonWidth = 400;

/// The column with the line stands second, wherever the model has it.
void moveForward(QTableView *table, int column)
{
    QHeaderView *header = table->horizontalHeader();
    header->moveSection(header->visualIndex(column), 1);
    header->setStretchLastSection(true); // the last one is text now
}

} // namespace

ResultTables::ResultTables(QWidget *parent)
    : QTabWidget(parent)
{
    setDocumentMode(true);
    setAccessibleName(tr("Results"));
    buildPackets();
    buildExpectations();
    buildConnections();
    buildTroubles();
    buildDifferences();
    show(RunOutcome());
}

void ResultTables::show(const RunOutcome &outcome)
{
    const auto &run = outcome.run;
    m_packetModel.show(run);
    m_expectationModel.show(run);
    m_flowModel.clear();
    if (run && !run->reports.empty()) {
        m_flowModel.append({run->reports, 0});
        m_flowModel.tick(run->reports.back().timeNs);
    }
    m_troubleModel.show(run);
    showDifferences(outcome.differences);
    setCount(Packets, tr("Packets"), run ? run->packets.size() : 0);
    setCount(Expectations, tr("Expectations"), run ? run->made.size() : 0);
    setCount(Connections, tr("Connections"), quint64(m_flowModel.live()));
    setCount(Troubles, tr("Errors"), run ? run->troubles.size() : 0);
}

bool ResultTables::step(int by)
{
    const int row = m_packets->currentIndex().row() + by;
    const int rows = m_packetModel.rowCount();
    if (rows == 0 || row < 0 || row >= rows) {
        return false;
    }
    setCurrentIndex(Packets);
    goToPacket(row);
    return true;
}

void ResultTables::goToPacket(int row)
{
    m_packets->setCurrentIndex(m_packetModel.index(row, PacketModel::NumberColumn));
}

void ResultTables::buildPackets()
{
    m_packets = createTable(&m_packetModel,
        {QStringLiteral("100,000"), QStringLiteral("00:00:00.000"), QString(), QStringLiteral("→"),
            QStringLiteral("192.168.1.1:50000"), QStringLiteral("192.168.1.1:50000"), QStringLiteral("1,500"),
            QString(), QStringLiteral("accept, ..."), QString(), QString(), QString(), QStringLiteral("100, 200")},
        this);
    // What a script says is in the note; the ends stand in the pane below.
    for (const int column : {PacketModel::TimeColumn, PacketModel::HelperColumn, PacketModel::SourceColumn,
             PacketModel::DestinationColumn, PacketModel::LengthColumn, PacketModel::ConnectionColumn,
             PacketModel::LatencyColumn, PacketModel::RuleColumn}) {
        m_packets->setColumnHidden(column, true);
    }
    moveForward(m_packets, RunPacketModel::LineColumn);
    m_packets->setColumnWidth(PacketModel::NoteColumn, NarrowestNote); // it stretches from there
    setUpTable(m_packets, tr("Packets that the script saw"));
    addTab(m_packets, QString());
}

void ResultTables::buildExpectations()
{
    auto *sorted = new ExpectationFilter(&m_expectationModel, this);
    m_expectations = createTable(sorted,
        {QStringLiteral("00:00:00.000"), QString(), QStringLiteral("netbios"), QStringLiteral("tcp"),
            QStringLiteral("192.168.1.1"), QStringLiteral("192.168.1.1:50000"), QString(), QStringLiteral("removed MM"),
            QString(), QStringLiteral("1000")},
        this);
    m_expectations->setSortingEnabled(true);
    m_expectations->sortByColumn(ExpectationModel::TimeColumn, Qt::AscendingOrder);
    m_expectations->setColumnHidden(ExpectationModel::HelperColumn, true);
    m_expectations->setColumnHidden(ExpectationModel::TimeLeftColumn, true);
    moveForward(m_expectations, RunExpectationModel::LineColumn);
    setUpTable(m_expectations, tr("What the script expected"));
    addTab(m_expectations, QString());
}

void ResultTables::buildConnections()
{
    m_connections = new FlowTree(new FlowFilter(&m_flowModel, this), this);
    m_connections->setAccessibleName(tr("Connections, and those that were expected on them"));
    for (int column = FlowModel::BytesOriginalColumn; column < FlowModel::ColumnCount; ++column) {
        m_connections->setColumnHidden(column, true);
    }
    addTab(m_connections, QString());
}

void ResultTables::buildTroubles()
{
    m_troubles = createTable(&m_troubleModel,
        {QStringLiteral("100,000"), QStringLiteral("1000"), QStringLiteral("short packet"), QString()}, this);
    setUpTable(m_troubles, tr("Packets at which the script came to an early end"));
    addTab(m_troubles, QString());
}

void ResultTables::buildDifferences()
{
    m_differences = createTable(&m_differenceModel,
        {QStringLiteral("100,000"), QStringLiteral("1000"), QStringLiteral("packet not seen"),
            QStringLiteral("10.0.2.2 → 10.0.1.2:50000"), QString()},
        this);
    m_same = new EmptyState(this, ReasonWidth);
    setUpTable(m_differences, tr("What changed since the last run"));
    auto *stack = new QStackedWidget(this);
    stack->addWidget(m_same);
    stack->addWidget(m_differences);
    addTab(stack, QString());
}

void ResultTables::setUpTable(QTableView *table, const QString &name)
{
    table->setAccessibleName(name);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    QAction *toLine = rowAction(tr("Go to the line"), {Qt::Key_Return, Qt::Key_Enter}, table);
    const auto go = [this, table] {
        const int line = table->currentIndex().data(LineRole).toInt();
        if (line > 0) {
            emit lineRequested(line);
        }
    };
    connect(toLine, &QAction::triggered, this, go);
    connect(table, &QTableView::doubleClicked, this, go);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid()) {
            emit frameChosen(row.data(FrameRole).toULongLong());
        }
    });
}

void ResultTables::showDifferences(const std::optional<RunDifferences> &differences)
{
    m_differenceModel.show(differences.value_or(RunDifferences()));
    if (!differences) {
        m_same->setTexts(tr("Nothing to compare with"),
            tr("After the second run over the same capture, what it does otherwise than the one before stands here."));
    } else {
        m_same->setTexts(tr("No change"), tr("This run did exactly what the last one did."));
    }
    auto *stack = static_cast<QStackedWidget *>(widget(Differences));
    const bool any = differences && differences->count() != 0;
    stack->setCurrentWidget(any ? static_cast<QWidget *>(m_differences) : m_same);
    setCount(Differences, tr("Changes"), differences ? differences->count() : 0);
}

void ResultTables::setCount(Tab tab, const QString &title, quint64 count)
{
    setTabText(tab, count == 0 ? title : tr("%1 (%2)").arg(title, QLocale().toString(count)));
}

} // namespace Trackhand
