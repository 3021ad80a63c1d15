// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "wire/ring/event.h"

#include <optional>
#include <string>

/// The JSON events that scripts rely on: one object on one line, without the line's end. Unknown values are absent.
namespace Trackhand {

/// A packet, an expectation or a flow. @p frame is the capture's frame number, from 1, in a replay.
std::string eventJson(const EventRecord &event, std::optional<std::uint64_t> frame = {});

/// The health of one helper, from its properties.
std::string healthJson(const HelperInfo &helper);

/// A helper with its settings, as `helper list --json` prints it.
std::string helperJson(const HelperInfo &helper);

/// A rule, as `rule list --json` prints it.
std::string ruleJson(const RuleInfo &rule);

} // namespace Trackhand
