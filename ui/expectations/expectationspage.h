// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/page.h"

class QLabel;

namespace Trackhand {

/// The connections that helpers expect: those that may still come, counting down, and what became of the others.
class ExpectationsPage : public Page {
    Q_OBJECT
public:
    explicit ExpectationsPage(HostSession *session, QWidget *parent = nullptr);

    void goingOn() override;
    QTableView *table() const { return m_table; }

private:
    void updateCounts();

    QTableView *m_table;
    QLabel *m_counts;
};

} // namespace Trackhand
