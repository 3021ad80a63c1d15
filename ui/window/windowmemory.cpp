// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/windowmemory.h"

#include <QSplitter>

namespace Trackhand {

namespace {

constexpr int MaxHosts = 64; // more were not added by hand

const QString Geometry = QStringLiteral("window/geometry");
const QString PageNumber = QStringLiteral("window/page");
const QString Hosts = QStringLiteral("window/hosts");

QString splitterKey(const QSplitter *splitter)
{
    return QStringLiteral("splitters/") + splitter->objectName();
}

QList<QSplitter *> namedSplitters(const QWidget *root)
{
    QList<QSplitter *> splitters = root->findChildren<QSplitter *>();
    splitters.removeIf([](const QSplitter *splitter) { return splitter->objectName().isEmpty(); });
    return splitters;
}

} // namespace

WindowMemory::WindowMemory()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("trackhand"), QStringLiteral("trackhand"))
{
}

QByteArray WindowMemory::geometry() const
{
    return m_settings.value(Geometry).toByteArray();
}

void WindowMemory::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(Geometry, geometry);
}

int WindowMemory::page() const
{
    return m_settings.value(PageNumber, 0).toInt();
}

void WindowMemory::setPage(int page)
{
    m_settings.setValue(PageNumber, page);
}

QList<HostAddress> WindowMemory::hosts() const
{
    QList<HostAddress> hosts;
    for (const QString &text : m_settings.value(Hosts).toStringList().mid(0, MaxHosts)) {
        const auto host = HostAddress::parse(text);
        if (host && !host->isLocal() && !hosts.contains(*host)) {
            hosts.append(*host);
        }
    }
    return hosts;
}

void WindowMemory::setHosts(const QList<HostAddress> &hosts)
{
    QStringList texts;
    for (const HostAddress &host : hosts) {
        texts.append(host.toString());
    }
    m_settings.setValue(Hosts, texts);
}

void WindowMemory::keepSplitters(const QWidget *root)
{
    for (const QSplitter *splitter : namedSplitters(root)) {
        m_settings.setValue(splitterKey(splitter), splitter->saveState());
    }
}

void WindowMemory::arrangeSplitters(QWidget *root) const
{
    for (QSplitter *splitter : namedSplitters(root)) {
        splitter->restoreState(m_settings.value(splitterKey(splitter)).toByteArray());
    }
}

} // namespace Trackhand
