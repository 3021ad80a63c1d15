// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/script/scripthelper.h"

#include <memory>
#include <string>
#include <string_view>

namespace Trackhand::Test {

/// A helper with these statements in its on_packet; for TCP port 7000 unless @p fields, which end the table, say else.
inline std::string scriptText(std::string_view body, std::string_view fields = {}, std::string_view before = {})
{
    return std::string(before) + "\nreturn { name = \"test\", transports = { \"tcp\", \"udp\" }, ports = { 7000 },\n"
        + "on_packet = function(packet, connection)\n" + std::string(body) + "\nend, " + std::string(fields) + " }\n";
}

inline std::unique_ptr<Helper> scripted(std::string_view body, std::string_view fields = {},
    std::string_view before = {}, const HelperOptions &options = {})
{
    return ScriptHelper::create({"test.lua", scriptText(body, fields, before)}, options).take();
}

/// What is wrong with a script; "" when it is good.
inline std::string complaintAbout(const std::string &text)
{
    const auto helper = ScriptHelper::create({"test.lua", text});
    return helper ? std::string() : helper.error().text;
}

} // namespace Trackhand::Test
