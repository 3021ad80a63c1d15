// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/proposal.h"

#include <optional>

namespace Trackhand {

/// The kernel's expectations, one at a time. Behind an interface, because who gets which port is worth a test without a
/// kernel.
class ExpectationTable {
public:
    ExpectationTable() = default;
    ExpectationTable(const ExpectationTable &) = delete;
    ExpectationTable &operator=(const ExpectationTable &) = delete;
    virtual ~ExpectationTable() = default;

    enum class Outcome {
        Created,
        Taken, ///< an equal one exists, or one that covers or overlaps it; of this master or of another
        Refused, ///< also when the master is not confirmed: the verdict of its first packet is still owed
    };
    /// @p master: the original tuple of the connection that expects it.
    virtual Outcome create(const Tuple &master, const Wire::ExpectationProposal &expectation) = 0;

    /// Original tuple of the connection that expects one with this tuple, or nothing when there is none.
    virtual std::optional<Tuple> masterOf(const Tuple &expected) = 0;

    virtual void remove(const Tuple &expected) = 0;
};

} // namespace Trackhand
