// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QVariant>

namespace Trackhand {

QDBusArgument &operator<<(QDBusArgument &argument, const Policy &policy);
const QDBusArgument &operator>>(const QDBusArgument &argument, Policy &policy);
QDBusArgument &operator<<(QDBusArgument &argument, const PortRange &range);
const QDBusArgument &operator>>(const QDBusArgument &argument, PortRange &range);

/// The value of a variant that came from the bus (where structs and maps are still packed) or that somebody here made.
/// A value of another type gives a default T: the sender broke its own interface, and nothing here may trip over that.
template <typename T>
T fromBus(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QDBusArgument>()) {
        const auto argument = value.value<QDBusArgument>();
        const char *expected = QDBusMetaType::typeToSignature(QMetaType::fromType<T>());
        return argument.currentSignature() == QLatin1String(expected) ? qdbus_cast<T>(argument) : T();
    }
    return value.value<T>();
}

} // namespace Trackhand
