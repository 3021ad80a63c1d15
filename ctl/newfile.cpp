// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/newfile.h"

#include <QFile>

namespace Trackhand {

Status writeNewFile(const QString &name, const QByteArray &contents, QFileDevice::Permissions permissions)
{
    const auto failed = [&name](const QString &why) {
        return Error {ErrorCode::Failed, QStringLiteral("\"%1\": %2").arg(name, why).toStdString()};
    };
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, permissions)) {
        return failed(file.exists() ? QStringLiteral("there is one already") : file.errorString());
    }
    if (file.write(contents) != contents.size() || !file.flush()) {
        const QString why = file.errorString();
        file.remove();
        return failed(why);
    }
    return Done {};
}

} // namespace Trackhand
