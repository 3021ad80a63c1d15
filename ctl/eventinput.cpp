// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/eventinput.h"

#include "ctl/remoteinput.h"
#include "ctl/ringinput.h"
#include "ctl/session.h"

namespace Trackhand {

Result<std::unique_ptr<EventInput>> EventInput::open(Session &session, const Wanted &wanted)
{
    return session.host().isLocal() ? RingInput::open(session, wanted) : RemoteInput::open(session, wanted);
}

} // namespace Trackhand
