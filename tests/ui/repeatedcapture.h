// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QString>

namespace Trackhand::Captured {

/// Writes the frames of a pcap file @p times over, for tests that need a large one.
inline bool repeat(const QString &file, int times, const QString &into)
{
    constexpr int HeaderSize = 24;
    QFile from(file);
    QFile to(into);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly)) {
        return false;
    }
    const QByteArray content = from.readAll();
    return to.write(content.left(HeaderSize)) == HeaderSize && to.write(content.mid(HeaderSize).repeated(times)) > 0;
}

} // namespace Trackhand::Captured
