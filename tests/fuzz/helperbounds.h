// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fuzzedconversation.h"

namespace Fuzz {

/// Runs the conversation. Whatever hosts say to each other, the helper must not ask for more than it is registered for
/// and its options allow, and what it rewrites must still be packets; else the run ends with what was broken.
void holdToItsDescriptor(FuzzedConversation &conversation, const Trackhand::HelperDescriptor &helper);

} // namespace Fuzz
