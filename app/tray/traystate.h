// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QCoreApplication>
#include <QIcon>

namespace Trackhand {

/// What the tray says about one host: the worst of its helpers, or that there is no backend.
struct TrayState {
    enum class Kind { NoBackend, Running, Disabled, Attention, Failed };

    Kind kind = Kind::NoBackend;
    QString text; ///< for a person: one line, then one for each helper that is not simply running

    bool operator==(const TrayState &) const = default;
};

class TrayText {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::TrayText)
public:
    /// @p problem is why there is no backend; only used when @p connected is false.
    static TrayState state(bool connected, const QString &problem, const QList<HelperInfo> &helpers);
};

/// The state as a shape: disc running, ring disabled, triangle attention, square failed, struck ring no backend. Drawn
/// in mid tones that show on light panels and on dark ones, because nobody tells which the panel is.
QIcon trayIcon(TrayState::Kind kind);

} // namespace Trackhand
