// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackwatch.h"
#include "backend/service/businterface.h"

#include <QObject>
#include <QThreadPool>

#include <vector>

namespace Trackhand {

/// Reads what conntrack has in a thread of its own, because a full table takes the kernel seconds to tell. One list is
/// read at a time; whoever asks for one that waits to be read shares it, so that many callers cost two lists at most.
/// Main thread only.
class ConntrackLister : public QObject {
    Q_OBJECT

public:
    enum class Kind { Expectations, Flows };

    /// @p watch must outlive the lister, whose end waits for the list that is being read.
    explicit ConntrackLister(ConntrackWatch &watch);

    /// @p answer gets the arguments of the reply, once, later from the event loop.
    void list(Kind kind, BusInterface::Answer answer);

private:
    struct Wish {
        Kind kind;
        std::vector<BusInterface::Answer> answers;
    };

    void readNext();
    void finished(const Result<QVariantList> &list);

    ConntrackWatch &m_watch;
    std::vector<Wish> m_waiting; ///< oldest first
    std::vector<BusInterface::Answer> m_reading; ///< of the list that is being read; empty when none is
    QThreadPool m_thread;
};

} // namespace Trackhand
