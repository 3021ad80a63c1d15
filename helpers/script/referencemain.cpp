// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/api.h"

#include <cstdio>

/// Prints docs/script-api.md.
int main()
{
    return std::fputs(Trackhand::Script::apiReference().c_str(), stdout) < 0 ? 1 : 0;
}
