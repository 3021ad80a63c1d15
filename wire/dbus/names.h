// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <optional>
#include <string>
#include <string_view>

/// Every name that goes over the bus, once. The interfaces themselves are the XML files beside this header.
namespace Trackhand::Wire::Bus {

constexpr const char *ServiceName = "org.trackhand.Trackhand1";
constexpr const char *RootPath = "/org/trackhand/Trackhand1";
constexpr const char *HelpersPath = "/org/trackhand/Trackhand1/helpers";
constexpr const char *RulesPath = "/org/trackhand/Trackhand1/rules";

constexpr const char *ManagerInterface = "org.trackhand.Trackhand1.Manager";
constexpr const char *HelpersInterface = "org.trackhand.Trackhand1.Helpers";
constexpr const char *HelperInterface = "org.trackhand.Trackhand1.Helper";
constexpr const char *RulesInterface = "org.trackhand.Trackhand1.Rules";
constexpr const char *RuleInterface = "org.trackhand.Trackhand1.Rule";
constexpr const char *ScriptsInterface = "org.trackhand.Trackhand1.Scripts";
constexpr const char *EvidenceInterface = "org.trackhand.Trackhand1.Evidence";
constexpr const char *TrafficInterface = "org.trackhand.Trackhand1.Traffic";

constexpr const char *ActionStatusRead = "org.trackhand.status.read";
constexpr const char *ActionTrafficObserve = "org.trackhand.traffic.observe";
constexpr const char *ActionPayloadObserve = "org.trackhand.payload.observe";
constexpr const char *ActionHelpersManage = "org.trackhand.helpers.manage";
constexpr const char *ActionRulesManage = "org.trackhand.rules.manage";
constexpr const char *ActionScriptsEdit = "org.trackhand.scripts.edit";

/// "org.trackhand.Error.NotAuthorized" and its siblings.
std::string errorName(ErrorCode code);
/// Nothing when the name is not one of ours.
std::optional<ErrorCode> errorCode(std::string_view name);

/// Object path of a helper: bytes outside [A-Za-z0-9] become _XX.
std::string helperPath(std::string_view name);
std::string rulePath(unsigned id);

} // namespace Trackhand::Wire::Bus
