// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/eventfilter.h"
#include "client/filter/filtercompletion.h"

#include <QLineEdit>
#include <QStringListModel>
#include <QTimer>
#include <functional>

class QCompleter;
class QLabel;

namespace Trackhand {

/// A line for a filter of events, with what is wrong with it and where in a label of its own. It takes effect a moment
/// after the last key, or with Enter, and when it is no filter, the last good one stays. Offers what may stand at the
/// cursor while one types, and at any time with Ctrl+Space.
class FilterField : public QLineEdit {
    Q_OBJECT
public:
    FilterField(const QString &accessibleName, const QString &example, QWidget *parent = nullptr);

    /// To be put near the field; hidden while the filter is good.
    QLabel *problem() const { return m_problem; }

    /// What the text is now. Shows or hides the problem.
    EventFilter::Compiled check();
    /// Lets the text take effect at once.
    void apply();
    /// Where the values come from that fields have at present.
    void setKnownValues(const std::function<FilterValues()> &values) { m_values = values; }
    QCompleter *offers() const { return m_completer; }

    /// Selects the word that is wrong.
    void selectProblem();

signals:
    void filterChanged(const Trackhand::EventFilter &filter);

protected:
    bool event(QEvent *event) override;

private:
    void offer(bool always);
    void take(const QString &candidate);

    QLabel *m_problem;
    std::function<FilterValues()> m_values;
    QStringListModel m_candidates;
    QCompleter *m_completer;
    FilterCompletion m_completion;
    QTimer m_delay;
};

} // namespace Trackhand
