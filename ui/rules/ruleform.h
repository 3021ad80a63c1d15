// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/rules/ruledraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace Trackhand {

class HelperStore;
class Remark;

/// The fields of one rule. What is typed is checked at every key, and what is to be said about a field stands beside
/// it.
class RuleForm : public QWidget {
    Q_OBJECT
public:
    explicit RuleForm(const HelperStore *helpers, QWidget *parent = nullptr);

    void setDraft(const RuleDraft &draft);
    RuleDraft draft() const;
    /// What the backend knows of protocols: their usual ports, and advice.
    void setProtocols(const QList<ProtocolInfo> &protocols);
    /// Names that are offered beside what can be typed.
    void setInterfaces(const QStringList &names);
    /// Nothing in it would be refused as far as can be known here.
    bool isComplete() const { return m_complete; }
    /// Puts the cursor there.
    void goTo(RuleField field);

    /// What stands beside the field; several fields of one row share it.
    Remark *remark(RuleField field) const { return m_remarks.value(field); }

signals:
    void changed();

private:
    void addRow(QGridLayout *grid, const QString &title, const QList<QWidget *> &fields, const QList<RuleField> &about);
    void buildFields();
    void connectFields();
    void check();
    void showPorts(const ProtocolInfo *protocol);
    const ProtocolInfo *protocol() const;

    const HelperStore *m_helpers;
    QList<ProtocolInfo> m_protocols;
    QMap<RuleField, Remark *> m_remarks;
    bool m_filling = false;
    bool m_complete = false;

    QComboBox *m_helper;
    QComboBox *m_transport;
    QCheckBox *m_ipv4;
    QCheckBox *m_ipv6;
    QLineEdit *m_ports;
    QCheckBox *m_everyPort;
    QLineEdit *m_source;
    QLineEdit *m_destination;
    QCheckBox *m_prerouting;
    QCheckBox *m_output;
    QComboBox *m_in;
    QComboBox *m_out;
};

} // namespace Trackhand
