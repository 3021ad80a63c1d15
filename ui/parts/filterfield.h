// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/eventfilter.h"

#include <QLineEdit>

class QLabel;

namespace Trackhand {

/// A line for a filter of events, with what is wrong with it and where in a label of its own.
class FilterField : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterField(QWidget *parent = nullptr);

    /// To be put near the field; hidden while the filter is good.
    QLabel *problem() const { return m_problem; }

    /// What the text is now. Shows or hides the problem.
    EventFilter::Compiled check();
    /// Selects the word that is wrong.
    void selectProblem();

private:
    QLabel *m_problem;
};

} // namespace Trackhand
