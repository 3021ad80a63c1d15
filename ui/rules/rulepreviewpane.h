// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QTabWidget>
#include <QTimer>

class QLabel;
class QPlainTextEdit;

namespace Trackhand {

class BackendLink;

/// What a rule would be, in nftables' words and in iptables': the backend is asked a moment after the last change, and
/// an answer that was overtaken is dropped. What was shown before stays, dimmed, until then.
class RulePreviewPane : public QTabWidget {
    Q_OBJECT
public:
    explicit RulePreviewPane(BackendLink *link, QWidget *parent = nullptr);

    void ask(const RuleArguments &rule);
    /// The rule is not one that could be asked for.
    void showNothing();

    QPlainTextEdit *nftables() const { return m_nftables; }
    QPlainTextEdit *iptables() const { return m_iptables; }

signals:
    /// The backend would refuse it, for this reason; "" when it would not.
    void judged(const QString &refusal);

private:
    void send();
    void setStale(bool stale);

    BackendLink *m_link;
    QPlainTextEdit *m_nftables;
    QPlainTextEdit *m_iptables;
    RuleArguments m_rule;
    QString m_refusal; ///< of m_rule, once it is known
    QTimer m_delay;
    quint64 m_round = 0;
};

} // namespace Trackhand
