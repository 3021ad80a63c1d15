// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace Trackhand {

/// SIGTERM and SIGINT ("stop") and SIGHUP ("reload") as Qt signals. One object a process. (By handlers and descriptors
/// rather than a blocked mask and a signalfd: the helper processes would inherit the mask.)
class ServiceSignals : public QObject {
    Q_OBJECT

public:
    explicit ServiceSignals(QObject *parent = nullptr);
    ~ServiceSignals() override;

signals:
    void stop();
    void reload();
};

} // namespace Trackhand
