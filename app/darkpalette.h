// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Trackhand {

/// Puts a dark palette on the program, for looking at it on a desktop that has none. The program otherwise takes the
/// palette it is given.
void useDarkPalette();

} // namespace Trackhand
