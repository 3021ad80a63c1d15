// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/packet.h"
#include "helpers/protocols/h323/patchmemory.h"
#include "helpers/protocols/h323/tpktreader.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace Trackhand {

/// What is kept for one connection of H.323: its unread bytes, what they led to, which public port stands for which
/// port of an end whose address is translated, and what an endpoint has registered.
class H323Flow : public FlowState {
public:
    static constexpr std::size_t MaxPorts = 16; ///< translated; the oldest make room
    static constexpr std::size_t MaxRegistered = 4;

    void reset() override
    {
        for (const auto direction : {0, 1}) {
            messages[direction].reset();
            memory[direction].reset();
        }
        m_portCount = m_registeredCount = 0;
    }

    /// The public port that was announced in place of @p port of who sends in @p sender.
    std::optional<std::uint16_t> publicPort(Direction sender, L4Protocol l4, std::uint16_t port) const
    {
        const Port *known =
            find([&](const Port &each) { return each.sender == sender && each.l4 == l4 && each.privatePort == port; });
        return known ? std::optional(known->publicPort) : std::nullopt;
    }
    /// The other way round.
    std::optional<std::uint16_t> privatePort(Direction sender, L4Protocol l4, std::uint16_t port) const
    {
        const Port *known =
            find([&](const Port &each) { return each.sender == sender && each.l4 == l4 && each.publicPort == port; });
        return known ? std::optional(known->privatePort) : std::nullopt;
    }
    void translate(Direction sender, L4Protocol l4, std::uint16_t privatePort, std::uint16_t publicPort)
    {
        m_ports[m_portCount++ % MaxPorts] = {sender, l4, privatePort, publicPort};
    }

    void forgetRegistration() { m_registeredCount = 0; }
    void addRegistered(std::uint16_t port)
    {
        if (m_registeredCount < MaxRegistered) {
            m_registered[m_registeredCount++] = port;
        }
    }
    std::span<const std::uint16_t> registered() const { return std::span(m_registered).first(m_registeredCount); }

    std::array<TpktReader, 2> messages;
    std::array<PatchMemory, 2> memory;

private:
    struct Port {
        Direction sender = Direction::Original;
        L4Protocol l4 = L4Protocol::Unspecified;
        std::uint16_t privatePort = 0;
        std::uint16_t publicPort = 0;
    };
    template <typename Predicate>
    const Port *find(Predicate &&matches) const
    {
        for (std::size_t i = m_portCount; i > 0 && i + MaxPorts > m_portCount; --i) { // the latest first
            if (matches(m_ports[(i - 1) % MaxPorts])) {
                return &m_ports[(i - 1) % MaxPorts];
            }
        }
        return nullptr;
    }

    std::array<Port, MaxPorts> m_ports {};
    std::size_t m_portCount = 0; ///< ever
    std::array<std::uint16_t, MaxRegistered> m_registered {};
    std::size_t m_registeredCount = 0;
};

} // namespace Trackhand
