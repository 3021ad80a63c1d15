// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace Trackhand {

/// SIGTERM and SIGINT as a Qt signal. One object a process. (By a handler and a descriptor rather than a blocked mask
/// and a signalfd: the helper processes would inherit the mask.)
class StopSignals : public QObject {
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

signals:
    void received();
};

} // namespace Trackhand
