// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Before anything of Qt: GIO has a struct member called "signals", which Qt makes a macro.
#include <polkit/polkit.h>

#include "backend/auth/polkitthread.h"

#include <PolkitQt1/Authority>
#include <PolkitQt1/Subject>

#include <QLoggingCategory>

namespace Trackhand {

namespace {

Q_LOGGING_CATEGORY(lcAuth, "trackhand.backend.auth")

using Decision = Authorizer::Decision;

/// A question in polkit's hands; deleted when it answers.
struct Check {
    ~Check() { --open; }

    std::atomic<int> &open; ///< counts the checks of a thread
    std::shared_ptr<PolkitQuestion> question;
    std::function<void(Decision)> done;
};

Decision decisionOf(PolkitAuthorizationResult *result, bool interactive)
{
    if (polkit_authorization_result_get_is_authorized(result)) {
        return Decision::Granted;
    }
    if (polkit_authorization_result_get_dismissed(result)) {
        return Decision::Dismissed;
    }
    if (polkit_authorization_result_get_is_challenge(result)) {
        return interactive ? Decision::NoAgent : Decision::NeedsInteraction;
    }
    return Decision::Denied;
}

void finish(GObject *authority, GAsyncResult *result, gpointer data)
{
    const std::unique_ptr<Check> check(static_cast<Check *>(data));
    GError *error = nullptr;
    PolkitAuthorizationResult *answer =
        polkit_authority_check_authorization_finish(POLKIT_AUTHORITY(authority), result, &error);
    if (!answer) {
        if (!g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
            qCWarning(lcAuth, "polkit gave no answer for %s, refusing: %s",
                qPrintable(check->question->question.action), error->message);
        }
        g_error_free(error);
        check->done(Decision::Unavailable);
        return;
    }
    check->done(decisionOf(answer, check->question->question.interactive));
    g_object_unref(answer);
}

/// GLib ends a process with SIGTERM when its system bus goes away. How this one ends is its service's own business.
/// The caller owns the connection, which all of GIO in this process shares; null when there is no bus.
GDBusConnection *busWithoutExit()
{
    GDBusConnection *bus = g_bus_get_sync(G_BUS_TYPE_SYSTEM, nullptr, nullptr);
    if (bus) {
        g_dbus_connection_set_exit_on_close(bus, FALSE);
    }
    return bus;
}

gboolean begin(gpointer data)
{
    std::unique_ptr<Check> check(static_cast<Check *>(data));
    PolkitAuthority *authority = PolkitQt1::Authority::instance()->polkitAuthority();
    if (!authority) {
        qCWarning(lcAuth, "polkit is not to be reached, refusing: %s",
            qPrintable(PolkitQt1::Authority::instance()->errorDetails()));
        check->done(Decision::Unavailable);
        return G_SOURCE_REMOVE;
    }
    const Authorizer::Question &question = check->question->question;
    PolkitQt1::SystemBusNameSubject subject(question.caller);
    const auto flags = question.interactive ? POLKIT_CHECK_AUTHORIZATION_FLAGS_ALLOW_USER_INTERACTION
                                            : POLKIT_CHECK_AUTHORIZATION_FLAGS_NONE;
    GCancellable *cancellation = check->question->cancellation;
    polkit_authority_check_authorization(authority, subject.subject(), question.action.toUtf8().constData(), nullptr,
        flags, cancellation, finish, check.release());
    return G_SOURCE_REMOVE;
}

} // namespace

PolkitQuestion::PolkitQuestion(Authorizer::Question what, Authorizer::Answer whom)
    : question(std::move(what))
    , answer(std::move(whom))
    , cancellation(g_cancellable_new())
{
}

PolkitQuestion::~PolkitQuestion()
{
    g_object_unref(cancellation);
}

void PolkitQuestion::cancel()
{
    g_cancellable_cancel(cancellation);
}

PolkitThread::PolkitThread()
    : m_context(g_main_context_new())
    , m_loop(g_main_loop_new(m_context, FALSE))
    , m_thread([this] { run(); })
{
}

PolkitThread::~PolkitThread()
{
    // By an idle source and not directly: the loop may not have begun to run yet.
    GSource *source = g_idle_source_new();
    g_source_set_callback(
        source,
        [](gpointer loop) -> gboolean {
            g_main_loop_quit(static_cast<GMainLoop *>(loop));
            return G_SOURCE_REMOVE;
        },
        m_loop, nullptr);
    g_source_attach(source, m_context);
    g_source_unref(source);
    m_thread.join();
    g_main_loop_unref(m_loop);
    g_main_context_unref(m_context);
}

void PolkitThread::run()
{
    // What is asynchronous in GIO answers in the context that was the thread's default when it was begun.
    g_main_context_push_thread_default(m_context);
    GDBusConnection *bus = busWithoutExit();
    g_main_loop_run(m_loop);
    // Everything has been cancelled by now; polkit is to hear of it, or it would go on asking a person.
    while (m_open > 0) {
        g_main_context_iteration(m_context, TRUE);
    }
    g_clear_object(&bus);
    g_main_context_pop_thread_default(m_context);
}

void PolkitThread::check(std::shared_ptr<PolkitQuestion> question, std::function<void(Authorizer::Decision)> done)
{
    GSource *source = g_idle_source_new();
    g_source_set_priority(source, G_PRIORITY_DEFAULT);
    ++m_open;
    g_source_set_callback(source, begin, new Check {m_open, std::move(question), std::move(done)}, nullptr);
    g_source_attach(source, m_context);
    g_source_unref(source);
}

} // namespace Trackhand
