// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/module/helpermodule.h"

// It was built for another version. Whoever calls its functions all the same ends.

extern "C" [[gnu::visibility("default")]] const Trackhand::HelperModule trackhand_helper_module;

const Trackhand::HelperModule trackhand_helper_module {Trackhand::HelperModule::Magic, Trackhand::HelperAbiVersion,
    Trackhand::HelperAbiStamp + 1, "9.9.9", nullptr, nullptr};
