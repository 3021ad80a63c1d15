// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperbounds.h"

#include "helpers/registry.h"

using namespace Trackhand;

/// Conversations with one built-in helper.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const HelperDescriptor *const helper = findHelper(TRACKHAND_FUZZED_HELPER);
    Fuzz::check(helper, "no protocol has this fuzzer's name");
    Fuzz::Input input(data, size);
    Fuzz::FuzzedConversation conversation(
        *helper, [](const HelperOptions &options) { return createHelper(TRACKHAND_FUZZED_HELPER, options).take(); },
        input);
    Fuzz::holdToItsDescriptor(conversation, *helper);
    return 0;
}
