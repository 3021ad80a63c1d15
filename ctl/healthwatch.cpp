// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/healthwatch.h"

#include "client/export/eventjson.h"
#include "client/models/eventtext.h"
#include "ctl/interruption.h"
#include "ctl/session.h"
#include "ctl/watchoptions.h"

#include <QDateTime>
#include <QHash>
#include <QThread>

namespace Trackhand {

namespace {

constexpr int HealthEveryMs = 1000;
constexpr int InterruptionEveryMs = 50;

QString healthText(const HelperInfo &helper)
{
    QString text = QStringLiteral("%1  %2  %3")
                       .arg(timeText(std::uint64_t(QDateTime::currentMSecsSinceEpoch()) * 1'000'000),
                           helper.name.leftJustified(8), helper.state.leftJustified(10));
    for (const char *counter : {"packets", "accepted", "dropped", "mangled", "expectations", "queue_depth",
             "kernel_dropped", "socket_dropped", "fail_open", "restarts"}) {
        text += QStringLiteral("  %1 %2").arg(QLatin1String(counter)).arg(helper.counter(counter));
    }
    return helper.problem.isEmpty() ? text : text + QStringLiteral("  ") + helper.problem;
}

/// Prints the helpers whose health differs from what was printed last; how many those were.
std::uint64_t showHealth(Session &session, const WatchOptions &options, const QList<HelperInfo> &helpers,
    QHash<QString, std::string> &printed, std::uint64_t room)
{
    std::uint64_t shown = 0;
    for (const HelperInfo &helper : helpers) {
        const std::string json = healthJson(helper);
        const bool wanted = options.helper.isEmpty() || helper.name == options.helper;
        if (!wanted || shown == room || printed.value(helper.name) == json) {
            continue;
        }
        printed.insert(helper.name, json);
        ++shown;
        if (options.format == EventFormat::Json) {
            session.console().line(json);
        } else {
            session.console().line(healthText(helper));
        }
    }
    return shown;
}

} // namespace

ExitStatus watchHealth(Session &session, const WatchOptions &options)
{
    const Interruption interruption;
    QHash<QString, std::string> printed;
    bool away = false;
    bool first = true;
    std::uint64_t left = options.count;
    while (left > 0 && !interruption.asked()) {
        const auto objects = session.call(Requests::objects());
        if (!objects && (first || objects.error().code == ErrorCode::NotAuthorized)) {
            return session.fail(objects.error());
        }
        first = false;
        if (!objects && !away) {
            session.console().complain(QStringLiteral("gap: trackhandd went away; waiting for it to come back"));
        } else if (objects) {
            left -= showHealth(session, options, objects->helpers, printed, left);
        }
        away = !objects;
        if (away) {
            session.reconnectIfBusWentAway();
        }
        if (!session.console().flush()) {
            break;
        }
        for (int waited = 0; left > 0 && waited < HealthEveryMs && !interruption.asked();
             waited += InterruptionEveryMs) {
            QThread::msleep(InterruptionEveryMs);
        }
    }
    return ExitStatus::Done;
}

} // namespace Trackhand
