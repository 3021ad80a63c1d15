// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace Trackhand::Hostile {

class Attacker;

/// One way in which a helper process that was taken over may turn on the backend.
struct Attack {
    const char *name; ///< as a helper's name: at most 15 characters
    const char *sentence;
    void (*run)(Attacker &); ///< in the sandbox; when it returns, the process ends
};

std::span<const Attack> lies(); ///< well-formed proposals that ask for what they must not
std::span<const Attack> forgeries(); ///< bytes in the channel that no honest process writes
std::span<const Attack> misdeeds(); ///< silence, storms, and what the sandbox forbids

std::vector<Attack> allAttacks();
const Attack *findAttack(std::string_view name);

} // namespace Trackhand::Hostile
