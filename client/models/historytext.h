// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// The figures of a history as text for people; an en dash for what is unknown.
namespace Trackhand {

QString rateText(double perSecond); ///< "1,204"; below ten with one digit after the point, unless that is a zero
QString countText(double count); ///< "1,204"
QString latencyPointText(double ns); ///< "41 µs", "1.2 ms"
QString agoText(qint64 seconds); ///< "now", "3 s ago", "5 min ago", "2 h ago", "3 d ago"

} // namespace Trackhand
