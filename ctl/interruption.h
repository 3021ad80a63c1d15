// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Trackhand {

/// While one exists, SIGINT and SIGTERM do not end the program but are remembered: a command that runs until it is told
/// to stop can finish what it is writing. One at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    bool asked() const;
};

} // namespace Trackhand
