// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QVariantMap>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace Trackhand {

/// An a{sv} from a caller, on its way to typed values. The first error found is kept and everything after it is
/// ignored, so that a parser reads as a list of keys and ends with status().
class ArgumentMap {
public:
    /// @p argument as QtDBus hands it over; @p what names the thing in error texts ("helper setting").
    ArgumentMap(const QVariant &argument, std::string_view what);

    /// Anything else is refused by its name.
    void allowOnly(std::initializer_list<std::string_view> keys);

    /// The value of @p key when it is there, has D-Bus type @p T, and no error was found before.
    template <typename T>
    std::optional<T> get(const char *key)
    {
        const auto found = m_values.constFind(QLatin1String(key));
        if (m_error || found == m_values.constEnd()) {
            return std::nullopt;
        }
        const char *expected = QDBusMetaType::typeToSignature(QMetaType::fromType<T>());
        if (found->metaType() == QMetaType::fromType<QDBusArgument>()) {
            const auto packed = found->value<QDBusArgument>();
            if (packed.currentSignature() == QLatin1String(expected)) {
                return qdbus_cast<T>(packed);
            }
        } else if (found->metaType() == QMetaType::fromType<T>()) {
            return found->value<T>();
        }
        refuse(key, std::string("must have the D-Bus type \"") + expected + '"');
        return std::nullopt;
    }

    /// Keeps an error about @p key, unless there is one already. @p why completes 'helper setting "queue" ...'.
    void refuse(std::string_view key, const std::string &why);

    Status status() const;

private:
    std::string m_what;
    QVariantMap m_values;
    std::optional<Error> m_error;
};

/// @p text within quotes for an error message: cut short, and without control characters.
std::string inQuotes(std::string_view text);

} // namespace Trackhand
