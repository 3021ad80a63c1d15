// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <initializer_list>
#include <string_view>
#include <vector>

/// Events as the backend would write them, for tests.
namespace Trackhand::Samples {

/// The packet of the documentation: PORT from 10.0.1.2:40000 to 10.0.2.2:21, accepted in 11.2 us.
EventRecord ftpPacket();

/// A packet of @p helper between two endpoints.
EventRecord packet(std::string_view helper, std::string_view source, std::uint16_t sourcePort,
    std::string_view destination, std::uint16_t destinationPort, std::string_view note = {});

/// The packet that @p event tells of, from its IP header on: IPv4 or IPv6, then TCP, with @p data in it.
std::vector<std::uint8_t> packetBytes(const EventRecord &event, std::string_view data);

/// The expectation that the packet above makes: from 10.0.2.2 (any port) to 10.0.1.2:50000.
EventRecord ftpExpectation(EventAction action);

/// The connection on which it is made: 10.0.1.2:40000 to 10.0.2.2:21, not counted.
EventRecord ftpFlow(EventAction action);

/// The connection that it lets in: 10.0.2.2:20 to 10.0.1.2:50000, not counted.
EventRecord ftpDataFlow(EventAction action);

/// The same with what the kernel counted, each way.
EventRecord counted(EventRecord flow, std::uint64_t bytesOriginal, std::uint64_t bytesReply,
    std::uint64_t packetsOriginal, std::uint64_t packetsReply);

} // namespace Trackhand::Samples
