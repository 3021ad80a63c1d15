// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attacks.h"

#include <algorithm>

namespace Trackhand::Hostile {

std::vector<Attack> allAttacks()
{
    std::vector<Attack> all;
    for (const auto group : {lies(), forgeries(), misdeeds()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

const Attack *findAttack(std::string_view name)
{
    static const std::vector<Attack> all = allAttacks();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Attack &attack) { return attack.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace Trackhand::Hostile
