// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/helperoptions.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace Trackhand {

namespace {

bool isTrue(std::string_view value)
{
    return value == "true" || value == "yes" || value == "on" || value == "1";
}

bool isFalse(std::string_view value)
{
    return value == "false" || value == "no" || value == "off" || value == "0";
}

std::optional<std::int64_t> toInteger(std::string_view value)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size()) {
        return std::nullopt;
    }
    return number;
}

/// What @p spec takes, when @p value is not that.
std::optional<std::string> mismatch(const OptionSpec &spec, std::string_view value)
{
    switch (spec.kind) {
    case OptionKind::Boolean:
        return isTrue(value) || isFalse(value) ? std::nullopt : std::optional<std::string>("true or false");
    case OptionKind::Integer: {
        const auto number = toInteger(value);
        if (number && *number >= spec.minimum && *number <= spec.maximum) {
            return std::nullopt;
        }
        return "a number from " + std::to_string(spec.minimum) + " to " + std::to_string(spec.maximum);
    }
    case OptionKind::Text:
        break;
    }
    if (static_cast<std::int64_t>(value.size()) <= spec.maximum) {
        return std::nullopt;
    }
    return "a text of at most " + std::to_string(spec.maximum) + " bytes";
}

Error unknownOption(const std::vector<OptionSpec> &specs, std::string_view name)
{
    std::string known;
    for (const OptionSpec &spec : specs) {
        known += (known.empty() ? "" : ", ") + spec.name;
    }
    return {ErrorCode::InvalidArgument,
        "there is no option \"" + std::string(name) + "\"; "
            + (known.empty() ? "this helper has none" : "this helper has " + known)};
}

} // namespace

std::string_view toString(OptionGrant grant)
{
    switch (grant) {
    case OptionGrant::ForeignAddresses:
        return "foreign-addresses";
    case OptionGrant::LowPorts:
        return "low-ports";
    case OptionGrant::LooseSource:
        return "loose-source";
    case OptionGrant::None:
        break;
    }
    return "none";
}

std::string_view toString(OptionKind kind)
{
    switch (kind) {
    case OptionKind::Boolean:
        return "bool";
    case OptionKind::Integer:
        return "int";
    case OptionKind::Text:
        break;
    }
    return "string";
}

Result<OptionValues> OptionValues::check(const std::vector<OptionSpec> &specs, const HelperOptions &given)
{
    OptionValues values;
    for (const OptionSpec &spec : specs) {
        values.m_values[spec.name] = spec.defaultValue;
    }
    for (const auto &[name, value] : given) {
        const auto spec = std::find_if(
            specs.begin(), specs.end(), [&wanted = name](const auto &each) { return each.name == wanted; });
        if (spec == specs.end()) {
            return unknownOption(specs, name);
        }
        if (const auto expected = mismatch(*spec, value)) {
            return Error {ErrorCode::InvalidArgument, "option \"" + name + "\" takes " + *expected};
        }
        values.m_values[name] = value;
    }
    return values;
}

bool OptionValues::boolean(std::string_view name) const
{
    return isTrue(text(name));
}

std::int64_t OptionValues::integer(std::string_view name) const
{
    return toInteger(text(name)).value_or(0);
}

std::string_view OptionValues::text(std::string_view name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace Trackhand
