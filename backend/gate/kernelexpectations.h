// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/gate/expectationtable.h"
#include "wire/base/fd.h"
#include "wire/base/result.h"

#include <functional>
#include <memory>

struct nlmsghdr;

namespace Trackhand {

/// Makes expectations by ctnetlink messages of its own, before the packet's verdict: the only way to learn whether the
/// kernel took one, since errors of NFQA_EXP are reported to nobody. The master must be confirmed (Linux answers ENOENT
/// for a pending first packet). Each call waits for the kernel's answer, which comes within the system call. One gate,
/// one socket.
class KernelExpectations : public ExpectationTable {
public:
    static Result<std::unique_ptr<KernelExpectations>> open();

    Outcome create(const Tuple &master, const Wire::ExpectationProposal &expectation) override;
    std::optional<Tuple> masterOf(const Tuple &expected) override;
    void remove(const Tuple &expected) override;

private:
    explicit KernelExpectations(Fd fd);
    nlmsghdr *begin(char *buffer, std::uint16_t type, std::uint16_t flags, L3Protocol family);
    using OnMessage = std::function<void(const nlmsghdr *)>;
    int ask(const nlmsghdr *message, const OnMessage &onMessage = {});

    Fd m_fd;
    std::uint32_t m_sequence = 0;
};

} // namespace Trackhand
