// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/scriptfile.h"

#include <QFile>
#include <QFileInfo>

namespace Trackhand {

Result<ScriptSource> readScript(const QString &file)
{
    QFile stream(file);
    if (!stream.open(QIODevice::ReadOnly)) {
        return Error {ErrorCode::Failed, QStringLiteral("\"%1\": %2").arg(file, stream.errorString()).toStdString()};
    }
    // One byte more than a script may have: longer ones need not be read to be refused.
    const QByteArray text = stream.read(qint64(Script::MaxSourceLength) + 1);
    return ScriptSource {QFileInfo(file).fileName().toStdString(), text.toStdString()};
}

} // namespace Trackhand
