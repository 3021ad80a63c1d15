// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/note.h"
#include "helpers/packet/packet.h"
#include "helpers/packet/rewrite.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace Trackhand {

/// To be raised when what a helper and its process say to each other changes its meaning and no structure its layout:
/// another order of virtual functions, another sense of a member. Layouts are in the stamp.
constexpr std::uint32_t HelperAbiVersion = 1;

namespace Abi {

/// FNV-1a over whole numbers.
constexpr std::uint64_t hash(std::initializer_list<std::uint64_t> numbers)
{
    std::uint64_t value = 0xcbf29ce484222325U;
    for (const std::uint64_t number : numbers) {
        value = (value ^ number) * 0x100000001b3U;
    }
    return value;
}

template <typename... Types>
constexpr std::uint64_t layoutOf()
{
    return hash({sizeof(Types)..., alignof(Types)...});
}

} // namespace Abi

/// Made by the compiler, on both sides, of everything that crosses from one to the other: of the standard library's
/// types, because how they look depends on the library and on how it is set; of our own, with the members that either
/// side reads where the other wrote them.
constexpr std::uint64_t HelperAbiStamp = Abi::hash({
    Abi::layoutOf<std::string, std::vector<std::string>, std::unique_ptr<FlowState>, HelperOptions>(),
    Abi::layoutOf<HelperDescriptor, ExpectationClass, ExpectationRights, OptionSpec, OptionValues>(),
    Abi::layoutOf<Helper, FlowState, Packet, PacketHeaders, Connection, Note, Expectations, PortAuthority, Rewrite>(),
    Abi::layoutOf<IpAddress, Tuple, Wire::ExpectationProposal, Wire::PortRequest, Wire::Proposal>(),
    offsetof(HelperDescriptor, l3),
    offsetof(HelperDescriptor, ports),
    offsetof(HelperDescriptor, classes),
    offsetof(HelperDescriptor, options),
    offsetof(HelperDescriptor, rights),
    offsetof(HelperDescriptor, needsEmptySegments),
    offsetof(OptionSpec, defaultValue),
    offsetof(OptionSpec, minimum),
    offsetof(OptionSpec, grants),
    offsetof(Wire::ExpectationProposal, classIndex),
    offsetof(Wire::ExpectationProposal, looseSourceBits),
    offsetof(Wire::ExpectationProposal, natAddress),
    offsetof(Wire::ExpectationProposal, childHelper),
    offsetof(Wire::Proposal, expectationCount),
    offsetof(Wire::Proposal, expectations),
    offsetof(PacketHeaders, tuple),
    Rewrite::MaxEdits,
    Rewrite::MaxText,
});

} // namespace Trackhand
