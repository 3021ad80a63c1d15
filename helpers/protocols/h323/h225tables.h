// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/protocols/h323/pertypes.h"

namespace Trackhand::H225 {

/// H.225.0 version 7 (module H323-MESSAGES), read as far as the addresses need it.
extern const Per::Type UserInformation; ///< H323-UserInformation
extern const Per::Type RasMessage;

/// Elements that both have in common.
extern const Per::Type NonStandard; ///< NonStandardParameter
extern const Per::Type Transport; ///< TransportAddress
extern const Per::Type Aliases; ///< SEQUENCE OF AliasAddress
extern const Per::Type EndpointType;
extern const Per::Type CallType;

} // namespace Trackhand::H225
