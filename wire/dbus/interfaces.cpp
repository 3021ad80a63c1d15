// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/dbus/interfaces.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>

// A resource in a static library is dropped by the linker unless somebody names it, from the global namespace.
static void initResources()
{
    Q_INIT_RESOURCE(interfaces);
}

namespace Trackhand::Wire::Bus {

namespace {

void readMethod(QXmlStreamReader &reader, InterfaceDescription &interface)
{
    MethodDescription method;
    method.name = reader.attributes().value(QLatin1String("name")).toString();
    while (reader.readNextStartElement()) {
        const auto attributes = reader.attributes();
        if (reader.name() == u"annotation" && attributes.value(QLatin1String("name")).endsWith(u"Action")) {
            method.actions.append(attributes.value(QLatin1String("value")).toString());
        } else if (reader.name() == u"arg") {
            QString &signature = attributes.value(QLatin1String("direction")) == u"out" ? method.outSignature : method.inSignature;
            signature += attributes.value(QLatin1String("type"));
        }
        reader.skipCurrentElement();
    }
    interface.methods.insert(method.name, method);
}

InterfaceDescription readInterface(QXmlStreamReader &reader)
{
    InterfaceDescription interface;
    interface.name = reader.attributes().value(QLatin1String("name")).toString();
    while (reader.readNextStartElement()) {
        if (reader.name() == u"method") {
            readMethod(reader, interface);
            continue;
        }
        if (reader.name() == u"property") {
            interface.properties.insert(
                reader.attributes().value(QLatin1String("name")).toString(), reader.attributes().value(QLatin1String("type")).toString());
        }
        reader.skipCurrentElement();
    }
    return interface;
}

QString interfaceElement(const QString &file)
{
    const qsizetype begin = file.indexOf(u"<interface");
    const QLatin1String endTag("</interface>");
    return file.mid(begin, file.indexOf(endTag) + endTag.size() - begin);
}

QHash<QString, InterfaceDescription> readAll()
{
    initResources();
    QHash<QString, InterfaceDescription> all;
    const QDir files(QStringLiteral(":/trackhand/dbus"));
    for (const QString &name : files.entryList()) {
        QFile file(files.filePath(name));
        file.open(QIODevice::ReadOnly);
        const QString text = QString::fromUtf8(file.readAll());
        QXmlStreamReader reader(text);
        reader.readNextStartElement(); // <node>
        reader.readNextStartElement(); // <interface>
        InterfaceDescription interface = readInterface(reader);
        interface.xml = interfaceElement(text);
        all.insert(interface.name, interface);
    }
    return all;
}

} // namespace

const QHash<QString, InterfaceDescription> &interfaces()
{
    static const QHash<QString, InterfaceDescription> all = readAll();
    return all;
}

} // namespace Trackhand::Wire::Bus
