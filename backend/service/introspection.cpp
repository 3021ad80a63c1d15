// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/introspection.h"

#include "wire/dbus/interfaces.h"
#include "wire/dbus/names.h"

#include <QSet>

#include <algorithm>

namespace Trackhand {

namespace {

constexpr const char *Head = R"(<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
<node>
  <interface name="org.freedesktop.DBus.Introspectable">
    <method name="Introspect"><arg name="xml" type="s" direction="out"/></method>
  </interface>
  <interface name="org.freedesktop.DBus.Peer">
    <method name="Ping"/>
    <method name="GetMachineId"><arg name="id" type="s" direction="out"/></method>
  </interface>
)";

constexpr const char *Properties = R"(  <interface name="org.freedesktop.DBus.Properties">
    <method name="Get">
      <arg name="interface" type="s" direction="in"/>
      <arg name="property" type="s" direction="in"/>
      <arg name="value" type="v" direction="out"/>
    </method>
    <method name="GetAll">
      <arg name="interface" type="s" direction="in"/>
      <arg name="properties" type="a{sv}" direction="out"/>
    </method>
    <method name="Set">
      <arg name="interface" type="s" direction="in"/>
      <arg name="property" type="s" direction="in"/>
      <arg name="value" type="v" direction="in"/>
    </method>
    <signal name="PropertiesChanged">
      <arg name="interface" type="s"/>
      <arg name="changed" type="a{sv}"/>
      <arg name="invalidated" type="as"/>
    </signal>
  </interface>
)";

constexpr const char *ObjectManager = R"(  <interface name="org.freedesktop.DBus.ObjectManager">
    <method name="GetManagedObjects">
      <arg name="objects" type="a{oa{sa{sv}}}" direction="out"/>
    </method>
    <signal name="InterfacesAdded">
      <arg name="object" type="o"/>
      <arg name="interfaces" type="a{sa{sv}}"/>
    </signal>
    <signal name="InterfacesRemoved">
      <arg name="object" type="o"/>
      <arg name="interfaces" type="as"/>
    </signal>
  </interface>
)";

QStringList childrenOf(const QString &path, const QStringList &paths)
{
    QSet<QString> children;
    for (const QString &other : paths) {
        if (other.startsWith(path + QLatin1Char('/'))) {
            children.insert(other.mid(path.size() + 1).section(QLatin1Char('/'), 0, 0));
        }
    }
    QStringList sorted(children.cbegin(), children.cend());
    sorted.sort();
    return sorted;
}

} // namespace

QString introspectionXml(const QString &path, const QStringList &interfaces, const QStringList &paths)
{
    QString xml = QLatin1String(Head);
    if (!interfaces.isEmpty()) {
        xml += QLatin1String(Properties);
    }
    if (path == QLatin1String(Wire::Bus::RootPath)) {
        xml += QLatin1String(ObjectManager);
    }
    for (const QString &name : interfaces) {
        xml += QLatin1String("  ") + Wire::Bus::interfaces().value(name).xml + QLatin1Char('\n');
    }
    for (const QString &child : childrenOf(path, paths)) {
        xml += QStringLiteral("  <node name=\"%1\"/>\n").arg(child);
    }
    return xml + QLatin1String("</node>\n");
}

} // namespace Trackhand
