// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/flowmodel.h"
#include "ui/workbench/runmodels.h"
#include "ui/workbench/workbenchrun.h"

#include <QTabWidget>

class QTableView;

namespace Trackhand {

class EmptyState;
class FlowFilter;
class FlowTree;

/// What a run has brought, in tables like those of live traffic, a tab each.
class ResultTables : public QTabWidget {
    Q_OBJECT
public:
    explicit ResultTables(QWidget *parent = nullptr);

    void show(const RunOutcome &outcome);

    RunPacketModel *packetModel() { return &m_packetModel; }
    RunExpectationModel *expectationModel() { return &m_expectationModel; }
    QTableView *packets() const { return m_packets; }
    QTableView *expectations() const { return m_expectations; }
    FlowTree *connections() const { return m_connections; }
    QTableView *troubles() const { return m_troubles; }
    QTableView *differences() const { return m_differences; }
    EmptyState *sameAsBefore() const { return m_same; }

    void goToPacket(int row);
    /// Selects the next packet, or the one before. False when there is none.
    bool step(int by);

signals:
    /// A row was chosen that is about this frame.
    void frameChosen(quint64 frame);
    /// A person wants to see the line that made a row.
    void lineRequested(int line);

private:
    enum Tab { Packets, Expectations, Connections, Troubles, Differences };

    void buildPackets();
    void buildExpectations();
    void buildConnections();
    void buildTroubles();
    void buildDifferences();
    void setUpTable(QTableView *table, const QString &name);
    void showDifferences(const std::optional<RunDifferences> &differences);
    void setCount(Tab tab, const QString &title, quint64 count);

    RunPacketModel m_packetModel;
    RunExpectationModel m_expectationModel;
    FlowModel m_flowModel;
    TroubleModel m_troubleModel;
    DifferenceModel m_differenceModel;
    QTableView *m_packets = nullptr;
    QTableView *m_expectations = nullptr;
    FlowTree *m_connections = nullptr;
    QTableView *m_troubles = nullptr;
    QTableView *m_differences = nullptr;
    EmptyState *m_same = nullptr;
};

} // namespace Trackhand
