// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

namespace Trackhand {

class HelperManager;

/// A router is short of memory, and this process allocates nothing a packet: no huge pages for buffers of which a few
/// kilobytes are used, here and in the helper processes that inherit it; one heap for all threads. Before any thread is
/// started.
void keepFootprintSmall();

/// Gives back heap that is free, and takes program text out of this process's memory: most of it is of libraries, and only
/// starting up needs it. What is needed again comes back from the page cache by itself.
void giveBackMemory();

/// Calls giveBackMemory(), once things have calmed down after the start and after each change of helpers and rules: libnftables
/// alone uses megabytes for a moment.
class SpareMemory {
public:
    explicit SpareMemory(const HelperManager &manager);

private:
    QTimer m_calm;
};

} // namespace Trackhand
