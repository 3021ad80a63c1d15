// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/wizard/helperplan.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace Trackhand {

class HelperStore;
class Notice;
class PolicyTable;
class TopologyPicture;

/// Where the traffic is, which of it, and how the helper is registered. What is typed is checked at every key.
class WhereStep : public QWidget {
    Q_OBJECT
public:
    explicit WhereStep(const HelperStore *helpers, QWidget *parent = nullptr);

    /// Fills the fields anew when @p protocol or @p name is another than before; else keeps what was typed.
    void begin(const ProtocolInfo &protocol, const QString &name);
    /// Names that are offered beside what can be typed.
    void setInterfaces(const QStringList &names);

    HelperPlan plan() const;
    bool isComplete() const { return m_complete; }

signals:
    void completeChanged();

private:
    QWidget *buildPlaces();
    QFormLayout *buildTraffic();
    QFormLayout *buildHelper();
    void fill(const HelperPlan &plan);
    void changed();
    QString problem(const HelperPlan &plan) const;
    TrafficPlace place() const;

    const HelperStore *m_helpers;
    ProtocolInfo m_protocol;
    QString m_name;
    bool m_complete = false;
    bool m_filling = false;

    QButtonGroup *m_places;
    QCheckBox *m_own;
    QCheckBox *m_toIt;
    TopologyPicture *m_picture;
    QLineEdit *m_ports;
    QCheckBox *m_tcp;
    QCheckBox *m_udp;
    QLineEdit *m_source;
    QLineEdit *m_destination;
    QLabel *m_interfaceLabel;
    QComboBox *m_interface;
    QSpinBox *m_queue;
    QCheckBox *m_ipv4;
    QCheckBox *m_ipv6;
    PolicyTable *m_policies;
    Notice *m_notice;
};

} // namespace Trackhand
