// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/descriptorcheck.h"

#include <algorithm>
#include <initializer_list>

namespace Trackhand {

namespace {

namespace Limit = DescriptorLimit;

bool isLine(std::string_view text)
{
    return text.size() <= Limit::Line
        && std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
}

/// Whether there is at least one, each is among @p known, and none is there twice.
template <typename Value>
bool areAmong(const std::vector<Value> &values, std::initializer_list<Value> known)
{
    return !values.empty() && values.size() <= known.size() && std::ranges::all_of(values, [&](Value value) {
        return std::ranges::find(known, value) != known.end() && std::ranges::count(values, value) == 1;
    });
}

template <typename Named>
bool haveNamesOfTheirOwn(const std::vector<Named> &all)
{
    return std::ranges::all_of(
        all, [&](const Named &each) { return std::ranges::count(all, each.name, &Named::name) == 1; });
}

bool isClass(const ExpectationClass &kind)
{
    return kind.name.size() <= Limit::Name && isPlainName(kind.name, "-_") && kind.maximum >= 1
        && kind.maximum <= Limit::Expectations && kind.timeoutSeconds >= 1
        && kind.timeoutSeconds <= Limit::TimeoutSeconds;
}

bool isOption(const OptionSpec &option)
{
    return option.name.size() <= Limit::OptionName && isPlainName(option.name, "_") && isLine(option.text)
        && isLine(option.defaultValue) && OptionValues::check({option}, {{option.name, option.defaultValue}}).ok();
}

/// The member that is out of bounds and what it has to be; empty when none is.
std::string_view whatIsWrong(const HelperDescriptor &descriptor)
{
    if (!isHelperName(descriptor.name)) {
        return "name: small letters, digits and '-', a letter first, 15 at most";
    }
    if (!isLine(descriptor.summary) || !isLine(descriptor.advice)) {
        return "summary, advice: one line each, 200 bytes at most";
    }
    if (!areAmong(descriptor.l3, {L3Protocol::Ipv4, L3Protocol::Ipv6})) {
        return "l3: Ipv4, Ipv6 or both, each once";
    }
    if (!areAmong(descriptor.l4, {L4Protocol::Tcp, L4Protocol::Udp, L4Protocol::Sctp, L4Protocol::Dccp})) {
        return "l4: one or more of Tcp, Udp, Sctp and Dccp, each once";
    }
    if (descriptor.ports.size() > Limit::Ports || std::ranges::count(descriptor.ports, 0) != 0) {
        return "ports: 64 at most, from 1 to 65535";
    }
    if (descriptor.classes.empty() || descriptor.classes.size() > Limit::Classes
        || !haveNamesOfTheirOwn(descriptor.classes) || !std::ranges::all_of(descriptor.classes, isClass)) {
        return "classes: 1 to 4 with names of their own, maximum 1 to 255, timeout 1 to 86400 seconds";
    }
    if (descriptor.privateDataLength > Limit::PrivateData) {
        return "privateDataLength: 0 to 32";
    }
    if (descriptor.options.size() > Limit::Options || !haveNamesOfTheirOwn(descriptor.options)
        || !std::ranges::all_of(descriptor.options, isOption)) {
        return "options: 64 at most with names of their own, texts of one line, and defaults that they take";
    }
    return {};
}

} // namespace

bool isPlainName(std::string_view text, std::string_view further)
{
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::ranges::all_of(text, [further](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || further.find(c) != std::string_view::npos;
    });
}

bool isHelperName(std::string_view text)
{
    return text.size() <= Limit::Name && isPlainName(text, "-");
}

Status checkDescriptor(const HelperDescriptor &descriptor)
{
    const std::string_view wrong = whatIsWrong(descriptor);
    return wrong.empty() ? Status(Done {}) : Error {ErrorCode::InvalidArgument, std::string(wrong)};
}

} // namespace Trackhand
