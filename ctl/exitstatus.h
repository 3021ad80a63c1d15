// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

namespace Trackhand {

/// What scripts rely on.
enum class ExitStatus {
    Done = 0,
    Failed = 1,
    Usage = 2,
    NoBackend = 3,
    NotAuthorized = 4,
    UnsupportedByKernel = 5,
};

constexpr ExitStatus exitStatusFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NoBackend:
        return ExitStatus::NoBackend;
    case ErrorCode::NotAuthorized:
        return ExitStatus::NotAuthorized;
    case ErrorCode::UnsupportedByKernel:
        return ExitStatus::UnsupportedByKernel;
    default:
        return ExitStatus::Failed;
    }
}

} // namespace Trackhand
