// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperbounds.h"
#include "scriptgrammar.h"

#include "helpers/script/scripthelper.h"

using namespace Trackhand;

namespace {

constexpr std::size_t MaxScriptInput = 1024; ///< bytes

bool isOneLine(const std::string &text)
{
    return !text.empty() && text.find('\n') == std::string::npos;
}

} // namespace

/// Random Lua, and random packets for it. The first two bytes say how many the script is made of; a conversation
/// follows. A script that cannot be loaded is told so in one line; any other stays within its limits, and asks for no
/// more than its own table says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Fuzz::Input input(data, size);
    const std::size_t length = input.number<std::uint16_t>() % MaxScriptInput;
    const auto decisions = input.bytes(length);
    Fuzz::Input grammar(decisions.data(), decisions.size());
    const ScriptSource source {"fuzz.lua", Fuzz::scriptFrom(grammar)};
    auto helper = ScriptHelper::create(source);
    if (!helper) {
        Fuzz::check(isOneLine(helper.error().text), "an error that is not one line");
        return 0;
    }
    std::unique_ptr<Helper> loaded = helper.take();
    const HelperDescriptor descriptor = loaded->descriptor();
    // Loading costs most of the time, and without options it would be the same helper again.
    const auto withOptions = [&](const HelperOptions &options) -> std::unique_ptr<Helper> {
        return options.empty() ? std::move(loaded) : ScriptHelper::create(source, options).take();
    };
    Fuzz::FuzzedConversation conversation(descriptor, withOptions, input);
    Fuzz::holdToItsDescriptor(conversation, descriptor);
    return 0;
}
