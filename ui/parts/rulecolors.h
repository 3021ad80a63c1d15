// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/colorrules.h"
#include "ui/colors/contrast.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

/// How the colours of colour rules look. Text keeps a contrast of at least 4.5 to 1 on each.
namespace Trackhand {

/// A ground for the palette's text.
QColor ruleColor(RuleHue hue, const QPalette &palette);
QString hueName(RuleHue hue); ///< "Red", for people
QIcon hueIcon(RuleHue hue, const QPalette &palette);

} // namespace Trackhand
