// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace Trackhand::Wire::Bus {

/// One method as its XML file declares it.
struct MethodDescription {
    QString name;
    QString inSignature;   ///< D-Bus types of all arguments, one after the other
    QString outSignature;
    QList<QString> actions; ///< polkit actions to be granted before the call is looked at, at least one
};

/// One interface as its XML file declares it.
struct InterfaceDescription {
    QString name;
    QString xml; ///< the <interface> element, for introspection
    QHash<QString, MethodDescription> methods;
    QHash<QString, QString> properties; ///< name -> D-Bus type
};

/// The interfaces of this build, by name. Read once from the files compiled in.
const QHash<QString, InterfaceDescription> &interfaces();

} // namespace Trackhand::Wire::Bus
