// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helperoptions.h"
#include "wire/net/address.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace Trackhand {

class Connection;
class Expectations;
class Packet;
class Rewrite;

/// A kind of expectation with its own limits (the kernel's expectation policy).
struct ExpectationClass {
    std::string name; ///< at most 15 characters
    std::uint32_t maximum = 1; ///< at a time and connection, 1-255; the kernel evicts the oldest beyond it
    std::uint32_t timeoutSeconds = 300;
};

/// What a protocol's expectations need beyond the ordinary one, which joins two ends of its own flow once, to a port
/// from 1024 on. The gate allows what is named here, or granted by an option that a person has set, and nothing else.
struct ExpectationRights {
    bool looseSource = false; ///< from hosts nobody knows yet: answers to multicast and broadcast
    bool permanent = false; ///< it survives its first match
    bool lowPorts = false; ///< to ports below 1024, because the protocol's own ones are
    bool sameHelper = false; ///< the expected connection gets this helper too
    bool gre = false; ///< GRE in place of a transport protocol
};

/// What a helper is, for registration and for people. The first expectation class has index 0, and so on (1 to 4).
struct HelperDescriptor {
    std::string name; ///< at most 15 characters, lower case
    std::string summary; ///< one line: what it makes work
    std::string advice; ///< one line: how to use it without opening more than needed
    std::vector<L3Protocol> l3; ///< what it understands
    std::vector<L4Protocol> l4; ///< the first one is the usual one
    std::vector<std::uint16_t> ports; ///< usual ports; empty when there are none
    std::vector<ExpectationClass> classes;
    std::uint8_t privateDataLength = 0; ///< bytes the kernel keeps with each connection for it, 0-32
    std::vector<OptionSpec> options;
    ExpectationRights rights = {};
    bool needsEmptySegments = false; ///< whether it must see TCP segments without payload (SYN, bare ACK, FIN)
};

/// What a helper decides about a packet. One that it accepts goes on as its Rewrite says.
enum class Judgement : std::uint8_t { Accept, Drop };

/// What a helper keeps for one connection, in its own process. An object of it is made when a place of the flow table
/// is first used, and then serves one connection after the other: packets do not allocate.
class FlowState {
public:
    FlowState() = default;
    FlowState(const FlowState &) = delete;
    FlowState &operator=(const FlowState &) = delete;
    virtual ~FlowState() = default;

    /// A new connection begins.
    virtual void reset() = 0;
};

/// One protocol. It knows packets and connections, and nothing of netlink, threads, files or the clock: the same object
/// runs live, in a replay of a capture and under the fuzzer. Its options come with its constructor, already checked.
class Helper {
public:
    Helper() = default;
    Helper(const Helper &) = delete;
    Helper &operator=(const Helper &) = delete;
    virtual ~Helper() = default;

    virtual const HelperDescriptor &descriptor() const = 0;

    /// State for one connection, or nothing when the protocol needs none. Asked for once a place in the flow table,
    /// when it is first used.
    virtual std::unique_ptr<FlowState> newFlowState() const { return nullptr; }

    /// Judges one packet of one connection. Every byte of @p packet is hostile. Must not throw, block or allocate for
    /// packets that say nothing of interest. What it saw goes to connection.note(), what it expects to @p expectations,
    /// what the packet is to say instead to @p rewrite.
    virtual Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) = 0;
};

} // namespace Trackhand
