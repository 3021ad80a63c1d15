// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/helperlookup.h"

#include "ctl/session.h"

namespace Trackhand {

Result<HelperInfo> lookUpHelper(Session &session, const QString &name)
{
    const auto objects = session.call(Requests::objects());
    if (!objects) {
        return objects.error();
    }
    for (const HelperInfo &helper : objects->helpers) {
        if (helper.name == name) {
            return helper;
        }
    }
    return Error {ErrorCode::NoSuchHelper,
        "there is no helper \"" + name.toStdString() + "\"; \"trackhandctl helper list\" shows those that exist"};
}

} // namespace Trackhand
