// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/place.h"

#include <QDBusConnection>
#include <QObject>

namespace Trackhand {

/// Brings up the window at a place, from outside of its process: asks the one that is open, or has the bus start one,
/// or starts the program that lies beside this one. Never waits.
class WindowStarter : public QObject {
    Q_OBJECT
public:
    explicit WindowStarter(const QDBusConnection &bus, QObject *parent = nullptr);

    /// @p activationToken comes from what the person clicked; "" when there is none.
    void show(const Place &place, const QString &activationToken);

signals:
    /// Nothing could be started; the text says what was tried.
    void failed(const QString &text);

private:
    void startProgram(const Place &place, const QString &activationToken);

    QDBusConnection m_bus;
};

} // namespace Trackhand
