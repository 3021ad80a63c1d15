// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A shared object that is no module.

extern "C" [[gnu::visibility("default")]] int trackhand_something_else();

int trackhand_something_else()
{
    return 0;
}
