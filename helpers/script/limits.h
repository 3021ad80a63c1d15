// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>

/// What one script may use. An allocation, an instruction or a byte beyond it is an error of the script.
namespace Trackhand::Script {

constexpr std::size_t MaxSourceLength = std::size_t {256} << 10;
constexpr std::size_t MaxMemory = std::size_t {16} << 20; ///< at a time, by everything the script keeps
constexpr std::size_t MaxAllocatedToLoad = std::size_t {32} << 20; ///< counted without what is freed meanwhile
constexpr std::size_t MaxAllocatedPerPacket = std::size_t {2} << 20; ///< the same, for one packet
/// No string is longer: comparing two costs one instruction, whatever their length.
constexpr std::size_t MaxStringLength = std::size_t {64} << 10;
/// How often memory may be short for one packet: each time everything is collected, which takes milliseconds.
constexpr int MaxShortages = 4;

constexpr std::int64_t InstructionsToLoad = 5'000'000;
constexpr std::int64_t InstructionsPerPacket = 100'000;
constexpr int InstructionsBetweenLooks = 1000;

constexpr std::size_t MaxFlowBytes = 2048; ///< that the table of one connection may hold
constexpr std::size_t FlowEntryBytes = 40; ///< that each of its entries counts, besides the length of its strings

/// An error puts so many points on a script, a packet without one takes one away.
constexpr int PointsPerError = 8;
constexpr int PointsToDisable = 20 * PointsPerError;

} // namespace Trackhand::Script
