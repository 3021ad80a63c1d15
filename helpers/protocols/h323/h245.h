// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/protocols/h323/pertypes.h"

namespace Trackhand::H245 {

/// H.245 (module MULTIMEDIA-SYSTEM-CONTROL): OpenLogicalChannel and its acknowledgement, read up to the addresses of
/// media and data channels. Of other messages only the kind is read. Channels that are not of H.225.0 (H.222, H.223,
/// V.76), t84, and MPEG audio are not read.
extern const Per::Type ControlMessage; ///< MultimediaSystemControlMessage
extern const Per::Type Channel; ///< OpenLogicalChannel alone, as fastStart has it

} // namespace Trackhand::H245
