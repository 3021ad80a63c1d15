// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QObject>

namespace Trackhand {

/// Reads events in a thread of its own and pushes them into an EventQueue. The destructor ends the thread.
class EventSource : public QObject {
    Q_OBJECT
public:
    /// Begins. Once, after everybody has connected who wants to hear of it: a source may be at its end at once.
    virtual void start() = 0;
    virtual void setActive(bool active) = 0;

signals:
    void failed(const Trackhand::Error &error);
};

} // namespace Trackhand
