// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/expectationmodel.h"
#include "client/models/packetmodel.h"
#include "ui/workbench/rundifference.h"

#include <QAbstractTableModel>
#include <memory>

namespace Trackhand {

enum RunRole {
    LineRole = Qt::UserRole + 100, ///< int: the script's line that a row is about; 0 none
    FrameRole, ///< quint64: the capture's frame that a row is about
};

/// The packets that a script saw, in the columns of live ones and one more: which line said what the note says.
class RunPacketModel : public PacketModel {
    Q_OBJECT
public:
    static constexpr int LineColumn = PacketModel::ColumnCount;

    explicit RunPacketModel(QObject *parent = nullptr);

    void show(const std::shared_ptr<const ScriptRun> &run);
    int rowOfFrame(quint64 frame) const; ///< -1 when the script did not see it

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder direction = Qt::AscendingOrder) override;

private:
    std::shared_ptr<const ScriptRun> m_run;
};

/// What a script expected, with its fate when the capture had ended, and the line that expected it.
class RunExpectationModel : public ExpectationModel {
    Q_OBJECT
public:
    static constexpr int LineColumn = ExpectationModel::ColumnCount;

    using ExpectationModel::ExpectationModel;

    void show(const std::shared_ptr<const ScriptRun> &run);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const ScriptRun> m_run;
};

/// Calls of the script that came to an early end.
class TroubleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FrameColumn, LineColumn, KindColumn, TextColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::shared_ptr<const ScriptRun> &run);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const ScriptRun::Trouble &trouble, int column) const;

    std::shared_ptr<const ScriptRun> m_run;
};

/// What the last run did otherwise than the one before.
class DifferenceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FrameColumn, LineColumn, KindColumn, BeforeColumn, NowColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const RunDifferences &differences);
    const RunDifferences &differences() const { return m_differences; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString kindText(RunDifference::Kind kind);
    QString text(const RunDifference &difference, int column) const;

    RunDifferences m_differences;
};

} // namespace Trackhand
