// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/ring/eventnames.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace Trackhand {

std::string_view verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Accept:
        return "accept";
    case Verdict::Drop:
        return "drop";
    }
    return "";
}

std::string_view actionName(EventAction action)
{
    switch (action) {
    case EventAction::New:
        return "new";
    case EventAction::Matched:
        return "matched";
    case EventAction::Expired:
        return "expired";
    case EventAction::Evicted:
        return "evicted";
    case EventAction::Removed:
        return "removed";
    case EventAction::Updated:
        return "updated";
    }
    return "";
}

std::string_view ctInfoName(CtInfo info)
{
    switch (info) {
    case CtInfo::Established:
    case CtInfo::EstablishedReply:
        return "established";
    case CtInfo::Related:
    case CtInfo::RelatedReply:
        return "related";
    case CtInfo::New:
        return "new";
    case CtInfo::Absent:
        break;
    }
    return "";
}

std::string_view directionName(CtInfo info)
{
    if (ctInfoName(info).empty()) {
        return "";
    }
    return isReply(info) ? "reply" : "original";
}

std::string_view hookName(std::uint8_t hook)
{
    constexpr std::array<std::string_view, 5> names {"prerouting", "input", "forward", "output", "postrouting"};
    return hook < names.size() ? names[hook] : std::string_view();
}

std::string_view kindName(EventKind kind)
{
    switch (kind) {
    case EventKind::Packet:
        return "packet";
    case EventKind::Expectation:
        return "expectation";
    case EventKind::Flow:
        return "flow";
    case EventKind::None:
        break;
    }
    return "";
}

std::string microseconds(std::uint32_t ns)
{
    char text[32] = {};
    std::snprintf(text, sizeof text, "%u.%03u", ns / 1000, ns % 1000);
    std::string result = text;
    result.erase(result.find_last_not_of('0') + 1);
    if (result.back() == '.') {
        result.pop_back();
    }
    return result;
}

std::string hexNumber(std::uint16_t number)
{
    char text[8] = {};
    std::snprintf(text, sizeof text, "0x%04x", number);
    return text;
}

std::string rfc3339(std::uint64_t timeNs)
{
    const auto seconds = static_cast<std::time_t>(timeNs / 1'000'000'000);
    std::tm parts {};
    ::gmtime_r(&seconds, &parts);
    char date[32] = {};
    std::strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%S", &parts);
    char text[48] = {};
    std::snprintf(text, sizeof text, "%s.%09uZ", date, static_cast<unsigned>(timeNs % 1'000'000'000));
    return text;
}

} // namespace Trackhand
