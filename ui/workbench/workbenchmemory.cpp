// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/workbenchmemory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

namespace Trackhand {

namespace {

constexpr qint64 MaxDraft = 4 * 1024 * 1024; ///< bytes; nobody has written more

} // namespace

WorkbenchMemory::WorkbenchMemory(const QString &host)
    : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("trackhand"), QStringLiteral("trackhand"))
    , m_host(host.isEmpty() ? QStringLiteral("here")
                            : QString::fromLatin1(QUrl::toPercentEncoding(host, {}, QByteArrayLiteral("."))))
    , m_draft(QFileInfo(m_settings.fileName()).dir().filePath(QStringLiteral("workbench-%1.lua").arg(m_host)))
{
    m_writer.setMaxThreadCount(1); // what was said last is written last
}

WorkbenchMemory::~WorkbenchMemory()
{
    m_writer.waitForDone();
}

WorkbenchMemory::Script WorkbenchMemory::script() const
{
    Script script {m_settings.value(key("file")).toString(), m_settings.value(key("name")).toString(), QString()};
    QFile draft(m_draft);
    if (QFileInfo(m_draft).isFile() && draft.open(QIODevice::ReadOnly)) {
        script.unsaved = QString::fromUtf8(draft.read(MaxDraft));
        script.unsaved = script.unsaved.isNull() ? QStringLiteral("") : script.unsaved;
    }
    return script;
}

void WorkbenchMemory::keepScript(const Script &script)
{
    m_settings.setValue(key("file"), script.file);
    m_settings.setValue(key("name"), script.name);
    m_writer.start([draft = m_draft, text = script.unsaved] {
        if (text.isNull()) {
            QFile::remove(draft);
            return;
        }
        QDir().mkpath(QFileInfo(draft).path());
        QSaveFile file(draft);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(text.toUtf8());
            file.commit();
        }
    });
}

QString WorkbenchMemory::capture() const
{
    return m_settings.value(key("capture")).toString();
}

void WorkbenchMemory::setCapture(const QString &file)
{
    m_settings.setValue(key("capture"), file);
}

bool WorkbenchMemory::runsAfterSaving() const
{
    return m_settings.value(key("run-after-saving"), true).toBool();
}

void WorkbenchMemory::setRunsAfterSaving(bool on)
{
    m_settings.setValue(key("run-after-saving"), on);
}

QString WorkbenchMemory::key(const char *name) const
{
    return QStringLiteral("workbench-%1/%2").arg(m_host, QLatin1String(name));
}

} // namespace Trackhand
