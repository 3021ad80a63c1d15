// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <QStringList>
#include <optional>
#include <string_view>
#include <vector>

namespace Trackhand {

/// One name that may stand in a filter, and how to get its values from an event. A field of two getters (`port`) has
/// two values; a getter returns nothing when the event has no such value.
struct EventField {
    enum class Type { Number, Text, Address, YesNo };
    using NumberGetter = std::optional<double> (*)(const EventRecord &);
    using TextGetter = std::optional<std::string_view> (*)(const EventRecord &);
    using AddressGetter = std::optional<IpAddress> (*)(const EventRecord &);

    const char *name;
    Type type;
    std::vector<NumberGetter> numbers; ///< also of YesNo: 0 or 1
    std::vector<TextGetter> texts;
    std::vector<AddressGetter> addresses;
    QStringList allowed; ///< the only texts this field has; empty = any
};

/// Nullptr when there is no such field.
const EventField *findEventField(QStringView name);
const std::vector<EventField> &eventFields();

} // namespace Trackhand
