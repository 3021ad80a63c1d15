// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QFileDevice>

namespace Trackhand {

/// After an attempt to write @p file: which file it is and what the system says.
inline Error cannotWrite(const QFileDevice &file)
{
    return {
        ErrorCode::Failed, "cannot write " + file.fileName().toStdString() + ": " + file.errorString().toStdString()};
}

} // namespace Trackhand
