// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/script/scripthelper.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>
#include <optional>

namespace Trackhand {

/// What a script says that it is, or what is wrong with it.
struct ScriptFacts {
    std::optional<HelperDescriptor> descriptor;
    int line = 0; ///< of the problem, from 1; 0 when it is about no line
    QString problem; ///< "" when there is none
};

/// Judges a script while it is written: a moment after the last change, in a thread of the pool.
class ScriptCheck : public QObject {
    Q_OBJECT
public:
    static constexpr int DelayMs = 300;

    explicit ScriptCheck(QObject *parent = nullptr);
    ~ScriptCheck() override;

    void checkSoon(const ScriptSource &source);
    const ScriptFacts &facts() const { return m_facts; } ///< of the last text that was judged

    /// What checkSoon() finds out; on any thread.
    static ScriptFacts factsOf(const ScriptSource &source);

signals:
    void checked();

private:
    void check();

    ScriptSource m_source;
    QTimer m_delay;
    QFutureWatcher<ScriptFacts> m_watcher;
    ScriptFacts m_facts;
};

} // namespace Trackhand
