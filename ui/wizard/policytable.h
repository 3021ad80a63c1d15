// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QTableWidget>

namespace Trackhand {

/// The expectation classes of a helper, edited in place: name, how many at a time, how long each waits.
class PolicyTable : public QTableWidget {
    Q_OBJECT
public:
    enum Column { NameColumn, MaximumColumn, TimeoutColumn, ColumnCount };
    static constexpr int MaxPolicies = 4; ///< of the kernel (NF_CT_MAX_EXPECT_CLASSES)

    explicit PolicyTable(QWidget *parent = nullptr);

    /// From now on only the figures of the classes can be edited.
    void fixNames() { m_namesFixed = true; }
    void setPolicies(const PolicyList &policies);
    PolicyList policies() const;

signals:
    void edited();

private:
    void addRow(const Policy &policy);

    bool m_filling = false;
    bool m_namesFixed = false;
};

} // namespace Trackhand
