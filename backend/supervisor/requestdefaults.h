// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/supervisor/helpermanager.h"

namespace Trackhand {

struct GatePolicy;

/// @p request laid over @p base: what it says wins, what it leaves out stays.
HelperSettings applyRequest(const HelperRequest &request, HelperSettings base);

/// The settings a new helper of this name gets when its request says nothing. The observer's name is somebody's own
/// protocol, which is tcp until told otherwise.
HelperSettings defaultSettings(const std::string &name, const ProtocolDescription &protocol, std::uint16_t freeQueue);

/// A rule with the defaults of the helper's protocol filled in; without an id.
RuleSettings completeRule(
    const RuleRequest &request, const ProtocolDescription &protocol, const HelperSettings *helper);

/// What the gate lets this helper's process ask for.
GatePolicy gatePolicyOf(const HelperSettings &settings, const ProtocolDescription &protocol);

} // namespace Trackhand
