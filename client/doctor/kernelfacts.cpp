// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/doctor/kernelfacts.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>

namespace Trackhand {

namespace {

/// "kernel/net/netfilter/nfnetlink_cthelper.ko.xz: ..." -> "nfnetlink_cthelper"
QString moduleName(const QString &line)
{
    const QString file = line.section(u':', 0, 0).section(u'/', -1);
    return file.section(u'.', 0, 0).replace(u'-', u'_');
}

/// Qt cannot read gzip; every system that has a compressed kernel configuration has gzip.
QString decompressed(const QString &file)
{
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-cd"), QStringLiteral("--"), file}, QIODevice::ReadOnly);
    gzip.waitForFinished(5000);
    return QString::fromLatin1(gzip.readAllStandardOutput());
}

} // namespace

KernelFacts::KernelFacts(const QString &root)
    : m_root(root.endsWith(u'/') ? root.chopped(1) : root)
    , m_release(read(QStringLiteral("/proc/sys/kernel/osrelease")).trimmed())
{
    readConfiguration();
    readModules();
}

QString KernelFacts::read(const QString &path) const
{
    QFile file(m_root + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool KernelFacts::exists(const QString &path) const
{
    return QFileInfo::exists(m_root + path);
}

void KernelFacts::readConfiguration()
{
    QString text;
    const QString packed = QStringLiteral("/proc/config.gz");
    if (exists(packed)) {
        text = decompressed(m_root + packed);
    }
    for (const char *place : {"/boot/config-%1", "/lib/modules/%1/config"}) {
        if (text.isEmpty() && !m_release.isEmpty()) {
            text = read(QString::fromLatin1(place).arg(m_release));
        }
    }
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1String("CONFIG_"))) {
            m_options.insert(line.section(u'=', 0, 0).mid(7), line.section(u'=', 1));
        } else if (line.startsWith(QLatin1String("# CONFIG_")) && line.endsWith(QLatin1String(" is not set"))) {
            m_options.insert(line.mid(9).section(u' ', 0, 0), QStringLiteral("n"));
        }
    }
}

void KernelFacts::readModules()
{
    for (const QString &line : read(QStringLiteral("/proc/modules")).split(u'\n', Qt::SkipEmptyParts)) {
        m_loaded.append(line.section(u' ', 0, 0));
    }
    const QString folder = QStringLiteral("/lib/modules/") + m_release;
    for (const char *list : {"/modules.dep", "/modules.builtin"}) {
        const QString text = read(folder + QLatin1String(list));
        m_knowsModules = m_knowsModules || !text.isEmpty();
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
            m_installed.append(moduleName(line));
        }
    }
}

KernelFacts::Presence KernelFacts::presence(const QString &module, const QString &option) const
{
    if (m_loaded.contains(module) || m_installed.contains(module)) {
        return Presence::Present;
    }
    const QString configured = m_options.value(option, m_options.isEmpty() ? QString() : QStringLiteral("n"));
    if (configured == u'y') {
        return Presence::Present;
    }
    if (configured == u'm') {
        return Presence::ModuleFileMissing;
    }
    return configured.isEmpty() && !m_knowsModules ? Presence::Unknown : Presence::Absent;
}

KernelFacts::Presence KernelFacts::presence(const QString &option) const
{
    if (m_options.isEmpty()) {
        return Presence::Unknown;
    }
    return m_options.value(option) == u'y' ? Presence::Present : Presence::Absent;
}

bool KernelFacts::hasSymbol(const QString &name) const
{
    QFile file(m_root + QStringLiteral("/proc/kallsyms"));
    return file.open(QIODevice::ReadOnly) && file.readAll().contains(' ' + name.toLatin1());
}

} // namespace Trackhand
