// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/auth/authorizer.h"

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

struct _GCancellable;
struct _GMainContext;
struct _GMainLoop;

namespace Trackhand {

/// One question on its way through polkit. Shared by the main thread, which keeps the answer to call, and the polkit
/// thread, which only reads the question and the cancellation.
struct PolkitQuestion {
    PolkitQuestion(Authorizer::Question question, Authorizer::Answer answer);
    ~PolkitQuestion();
    PolkitQuestion(const PolkitQuestion &) = delete;
    PolkitQuestion &operator=(const PolkitQuestion &) = delete;

    void cancel(); ///< any thread

    const Authorizer::Question question;
    Authorizer::Answer answer; ///< main thread only
    _GCancellable *const cancellation;
};

/// The thread in which polkit is talked to, with a main loop of its own.
class PolkitThread {
public:
    PolkitThread();
    ~PolkitThread(); ///< waits for the answers to what is open, which must have been cancelled
    PolkitThread(const PolkitThread &) = delete;
    PolkitThread &operator=(const PolkitThread &) = delete;

    /// Puts @p question to polkit; @p done is called once, in the polkit thread, also after cancel().
    void check(std::shared_ptr<PolkitQuestion> question, std::function<void(Authorizer::Decision)> done);

private:
    void run();

    _GMainContext *m_context;
    _GMainLoop *m_loop;
    std::atomic<int> m_open = 0; ///< checks that polkit has not answered
    std::thread m_thread;
};

} // namespace Trackhand
