// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"
#include "wire/base/result.h"
#include "wire/channel/packetchannel.h"

#include <QObject>

#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

class QSocketNotifier;

namespace Trackhand {

/// One trackhand-helperd process: born with the channel's descriptors, as a user without rights, and dying with this
/// process. Watched and killed through a pidfd, so that a reused process number can never be meant.
class HelperProcess : public QObject {
    Q_OBJECT

public:
    struct Identity {
        uid_t user = 0;
        gid_t group = 0;
    };
    /// The user of that name, or "nobody" when there is none. Never root. Error when not even nobody exists.
    static Result<Identity> identityOf(const std::string &userName);

    /// Gives up this process for the user's, for good; does nothing and succeeds in a process that is not root's. Between
    /// fork and exec: it allocates nothing.
    static bool becomeUser(Identity identity);

    explicit HelperProcess(QObject *parent = nullptr);
    ~HelperProcess() override; ///< kills it

    /// @p arguments without the program's own name. Changes the user only when this process is root (a test may not
    /// be). @p standardInput, unless it is -1, is the process's; it stays the caller's.
    Status start(const std::string &program, const std::vector<std::string> &arguments,
        const Wire::PacketChannel::Descriptors &descriptors, Identity identity, int standardInput = -1);

    pid_t pid() const { return m_pid; } ///< 0 when none runs
    void kill();

    /// Is it stopped by a signal, or has it been since this was last asked? Its sandbox lets it do that to nobody,
    /// least of all to itself, so being silent was then no fault of its own.
    bool wasStopped();

signals:
    /// @p ownFault: it crashed or gave up; false when somebody killed it. @p how fits after "the helper process ".
    void ended(bool ownFault, const std::string &how);

private:
    void reap();

    Fd m_pidFd;
    pid_t m_pid = 0;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Trackhand
