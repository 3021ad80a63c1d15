// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/scriptdocument.h"

#include "client/export/fileproblem.h"
#include "helpers/script/limits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>
#include <memory>
#include <utility>

namespace Trackhand {

namespace {

Result<QString> readScript(const QString &file)
{
    const auto failed = [&](const QString &why) {
        return Error {ErrorCode::Failed,
            ScriptDocument::tr("%1 cannot be opened: %2").arg(QDir::toNativeSeparators(file), why).toStdString()};
    };
    QFile stream(file);
    if (const QFileInfo info(file); info.exists() && !info.isFile()) {
        return failed(ScriptDocument::tr("it is a folder, a pipe or a device"));
    }
    if (!stream.open(QIODevice::ReadOnly)) {
        return failed(stream.errorString());
    }
    const QByteArray bytes = stream.read(qint64(Script::MaxSourceLength) + 1);
    if (bytes.size() > qint64(Script::MaxSourceLength)) {
        return failed(ScriptDocument::tr("a script has at most 256 KiB"));
    }
    const QString text = QString::fromUtf8(bytes);
    if (bytes.contains('\0') || text.toUtf8() != bytes) {
        return failed(ScriptDocument::tr("it is no text in UTF-8"));
    }
    return text;
}

} // namespace

ScriptDocument::ScriptDocument(QObject *parent)
    : QObject(parent)
{
    connect(&m_disk, &QFileSystemWatcher::fileChanged, this, &ScriptDocument::look);
    connect(&m_disk, &QFileSystemWatcher::directoryChanged, this, &ScriptDocument::look);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &ScriptDocument::written);
}

ScriptDocument::~ScriptDocument()
{
    m_writing.disconnect(this);
}

QString ScriptDocument::name() const
{
    return m_file.isEmpty() ? m_name : QFileInfo(m_file).fileName();
}

void ScriptDocument::startNew(const QString &name)
{
    m_name = name;
    use({}, {});
}

Result<QString> ScriptDocument::open(const QString &file)
{
    const auto text = readScript(file);
    if (text) {
        use(QFileInfo(file).absoluteFilePath(), *text);
    }
    return text;
}

QString ScriptDocument::resume(const QString &file, const QString &name)
{
    const auto text = file.isEmpty() ? Result<QString>(QString()) : readScript(file);
    m_name = name;
    use(file, text ? *text : QString());
    return m_saved;
}

void ScriptDocument::save(const QString &file, const QString &text)
{
    const auto promise = std::make_shared<QPromise<Written>>();
    promise->start();
    m_writing.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, file, text] {
        promise->addResult(write(file, text));
        promise->finish();
    });
}

ScriptDocument::Written ScriptDocument::write(const QString &file, const QString &text)
{
    QSaveFile stream(file);
    const QByteArray bytes = text.toUtf8();
    if (!stream.open(QIODevice::WriteOnly) || stream.write(bytes) != bytes.size() || !stream.commit()) {
        return {file, text, QString::fromStdString(cannotWrite(stream).text)};
    }
    return {file, text, QString()};
}

void ScriptDocument::use(const QString &file, const QString &saved)
{
    m_file = file;
    m_saved = saved;
    watch();
}

// An editor that writes a file anew takes the watched one away, so its folder is watched too.
void ScriptDocument::watch()
{
    const QStringList before = m_disk.files() + m_disk.directories();
    if (!before.isEmpty()) {
        m_disk.removePaths(before);
    }
    if (!m_file.isEmpty()) {
        m_disk.addPaths({m_file, QFileInfo(m_file).absolutePath()});
    }
}

void ScriptDocument::look()
{
    if (m_file.isEmpty() || m_writing.isRunning()) {
        return;
    }
    const auto text = readScript(m_file);
    if (!m_disk.files().contains(m_file) && QFileInfo::exists(m_file)) {
        m_disk.addPath(m_file);
    }
    if (text && *text != m_saved) {
        emit changedOnDisk(std::exchange(m_saved, *text), *text);
    }
}

void ScriptDocument::written()
{
    const Written done = m_writing.result();
    if (!done.problem.isEmpty()) {
        emit saveFailed(done.problem);
        return;
    }
    use(QFileInfo(done.file).absoluteFilePath(), done.text);
    emit saved();
}

} // namespace Trackhand
