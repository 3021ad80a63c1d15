// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/helpertext.h"
#include "client/rules/rulehit.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Trackhand {

class HostSession;
class RuleListing;
class StateIndicator;

/// "Which rule would this packet meet?": describe a packet and read the answer, at every key. The rules are tried in
/// the order in which the kernel has them, which the listing tells.
class HitTestPane : public QWidget {
    Q_OBJECT
public:
    HitTestPane(HostSession *session, RuleListing *listing, QWidget *parent = nullptr);

    StateIndicator *verdict() const { return m_verdict; }
    QLabel *answer() const { return m_answer; }
    QLabel *reason() const { return m_reason; }
    QPushButton *showButton() const { return m_show; }

signals:
    /// The rule that the answer is about shall be looked at.
    void ruleWanted(uint id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QFormLayout *buildForm();
    QLayout *buildAnswer();
    void connectFields();
    void fieldsChanged();
    void updateAnswer();
    std::optional<RulePacket> packet();
    void say(StateKind state, const QString &word, const QString &answer, const QString &reason, uint rule = 0);
    void sayHit(const QList<RuleInfo> &rules, const RuleHit &hit, const RulePacket &packet);

    HostSession *m_session;
    RuleListing *m_listing;
    uint m_rule = 0;
    QComboBox *m_hook;
    QComboBox *m_interface;
    QLabel *m_interfaceLabel;
    QComboBox *m_transport;
    QSpinBox *m_port;
    QLineEdit *m_source;
    QLineEdit *m_destination;
    StateIndicator *m_verdict;
    QLabel *m_answer;
    QLabel *m_reason;
    QPushButton *m_show;
};

} // namespace Trackhand
