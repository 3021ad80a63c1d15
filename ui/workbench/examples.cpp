// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/examples.h"

#include "client/export/fileproblem.h"
#include "helpers/script/scripttemplate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

// A resource in a static library is dropped by the linker unless somebody names it, from the global namespace.
static void initExamples()
{
    Q_INIT_RESOURCE(examples);
}

namespace Trackhand::Examples {

namespace {

QByteArray contentOf(const QString &file)
{
    initExamples();
    QFile stream(QStringLiteral(":/examples/") + file);
    return stream.open(QIODevice::ReadOnly) ? stream.readAll() : QByteArray();
}

} // namespace

QStringList names()
{
    initExamples();
    QStringList names;
    for (const QString &file : QDir(QStringLiteral(":/examples")).entryList({QStringLiteral("*.lua")})) {
        names.append(QFileInfo(file).completeBaseName());
    }
    return names;
}

QString scriptOf(const QString &name)
{
    return QString::fromUtf8(contentOf(name + QStringLiteral(".lua")));
}

Result<QString> captureOf(const QString &name)
{
    const QDir cache(
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/trackhand/examples"));
    const QString path = cache.filePath(name + QStringLiteral(".pcap"));
    const QByteArray content = contentOf(name + QStringLiteral(".pcap"));
    if (QFileInfo(path).size() == content.size()) {
        return path;
    }
    cache.mkpath(QStringLiteral("."));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit()) {
        return cannotWrite(file);
    }
    return path;
}

QString newScript(const QString &name)
{
    return QString::fromLatin1(ScriptTemplate).replace(QLatin1String("@NAME@"), name);
}

} // namespace Trackhand::Examples
