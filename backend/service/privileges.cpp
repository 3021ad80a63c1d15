// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/privileges.h"

#include <cap-ng.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/prctl.h>

namespace Trackhand {

namespace {

constexpr std::array<unsigned, 4> Needed {CAP_NET_ADMIN, CAP_SETUID, CAP_SETGID, CAP_KILL};

} // namespace

Status dropPrivileges()
{
    capng_get_caps_process();
    std::array<bool, Needed.size()> had {};
    for (std::size_t i = 0; i < Needed.size(); ++i) {
        had[i] = capng_have_capability(CAPNG_PERMITTED, Needed[i]);
    }
    capng_clear(CAPNG_SELECT_ALL);
    for (std::size_t i = 0; i < Needed.size(); ++i) {
        if (had[i]) {
            const auto sets = static_cast<capng_type_t>(CAPNG_EFFECTIVE | CAPNG_PERMITTED | CAPNG_BOUNDING_SET);
            capng_update(CAPNG_ADD, sets, Needed[i]);
        }
    }
    // Only a process with CAP_SETPCAP can lower the bounding set; under systemd the unit has done it already, ignoring.
    (void)capng_apply(CAPNG_SELECT_BOUNDS);
    if (capng_apply(CAPNG_SELECT_CAPS) != 0 || capng_apply(CAPNG_SELECT_AMBIENT) != 0
        || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return Error {ErrorCode::Failed, std::string("cannot drop capabilities: ") + std::strerror(errno)};
    }
    return Done {};
}

} // namespace Trackhand
