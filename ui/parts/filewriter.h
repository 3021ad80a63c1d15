// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

class QObject;

namespace Trackhand {

/// Writes @p path, whole or not at all, in a thread of the pool: a file system may take its time, and the window has
/// none. Then calls @p done in the thread of @p context, unless that is gone, with what was the trouble, or with
/// nothing.
void writeFile(const QString &path, const QByteArray &bytes, QObject *context,
    const std::function<void(const QString &trouble)> &done);

} // namespace Trackhand
