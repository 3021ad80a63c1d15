// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/netlinkattributes.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

namespace Trackhand {

/// The attributes of one message or nest, by type; types above Max are skipped, a length that is too short for the
/// value asked for reads as absent. Integers are big endian, as netfilter has them. Points into the message.
template <int Max>
class AttributeTable {
public:
    /// Of a message, behind its family header of @p offset bytes.
    AttributeTable(const nlmsghdr *message, std::size_t offset)
    {
        for (const auto *attribute : NetlinkAttributes::ofMessage(message, offset)) {
            take(attribute);
        }
    }

    /// Of a nest; nullptr gives an empty table.
    explicit AttributeTable(const nlattr *nest)
    {
        if (!nest) {
            return;
        }
        for (const auto *attribute : NetlinkAttributes::nested(nest)) {
            take(attribute);
        }
    }

    const nlattr *operator[](int type) const { return m_attributes[static_cast<std::size_t>(type)]; }

    std::optional<std::uint8_t> u8(int type) const { return integer<std::uint8_t>(type); }
    std::optional<std::uint16_t> u16(int type) const { return integer<std::uint16_t>(type); }
    std::optional<std::uint32_t> u32(int type) const { return integer<std::uint32_t>(type); }
    std::optional<std::uint64_t> u64(int type) const { return integer<std::uint64_t>(type); }

    /// Up to the NUL or the end of the attribute; "" when absent.
    std::string string(int type) const
    {
        const auto *attribute = (*this)[type];
        if (!attribute) {
            return {};
        }
        const auto *text = static_cast<const char *>(mnl_attr_get_payload(attribute));
        return {text, ::strnlen(text, mnl_attr_get_payload_len(attribute))};
    }

private:
    void take(const nlattr *attribute)
    {
        const auto type = mnl_attr_get_type(attribute);
        if (type <= Max) {
            m_attributes[type] = attribute;
        }
    }

    template <typename T>
    std::optional<T> integer(int type) const
    {
        const auto *attribute = (*this)[type];
        if (!attribute || mnl_attr_get_payload_len(attribute) < sizeof(T)) {
            return std::nullopt;
        }
        const auto *bytes = static_cast<const std::uint8_t *>(mnl_attr_get_payload(attribute));
        T value = 0;
        for (std::size_t i = 0; i < sizeof(T); ++i) {
            value = static_cast<T>(value << 8 | bytes[i]);
        }
        return value;
    }

    std::array<const nlattr *, Max + 1> m_attributes {};
};

} // namespace Trackhand
