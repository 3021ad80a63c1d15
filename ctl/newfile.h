// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

namespace Trackhand {

/// Writes @p name, whole or not at all; what is there already is left alone. Failed, naming the file.
Status writeNewFile(const QString &name, const QByteArray &contents, QFileDevice::Permissions permissions);

} // namespace Trackhand
