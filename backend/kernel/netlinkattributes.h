// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <libmnl/libmnl.h>

#include <cstddef>

namespace Trackhand {

/// The attributes of a nest or of a message, for a range-based for: libmnl's own macros do not compile as C++.
/// Ends at the first attribute whose length does not fit, as they do.
class NetlinkAttributes {
public:
    static NetlinkAttributes nested(const nlattr *nest)
    {
        return {static_cast<const char *>(mnl_attr_get_payload(nest)), mnl_attr_get_payload_len(nest)};
    }
    /// @p headerSize: bytes of the family's own header before the attributes.
    static NetlinkAttributes ofMessage(const nlmsghdr *message, std::size_t headerSize)
    {
        const auto *begin = static_cast<const char *>(mnl_nlmsg_get_payload_offset(message, headerSize));
        // libmnl's tail is rounded up, and may lie up to three bytes behind what was received.
        const auto *end = reinterpret_cast<const char *>(message) + message->nlmsg_len;
        return {begin, end > begin ? static_cast<std::size_t>(end - begin) : 0};
    }

    struct Sentinel { };
    class Iterator {
    public:
        Iterator(const char *at, const char *end)
            : m_at(at)
            , m_end(end)
        {
        }
        const nlattr *operator*() const { return reinterpret_cast<const nlattr *>(m_at); }
        Iterator &operator++()
        {
            m_at = reinterpret_cast<const char *>(mnl_attr_next(**this));
            return *this;
        }
        bool operator==(Sentinel) const { return !mnl_attr_ok(**this, static_cast<int>(m_end - m_at)); }

    private:
        const char *m_at;
        const char *m_end;
    };
    Iterator begin() const { return {m_begin, m_end}; }
    Sentinel end() const { return {}; }

private:
    NetlinkAttributes(const char *begin, std::size_t size)
        : m_begin(begin)
        , m_end(begin + size)
    {
    }

    const char *m_begin;
    const char *m_end;
};

} // namespace Trackhand
