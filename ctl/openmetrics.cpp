// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/openmetrics.h"

#include <array>

namespace Trackhand {

namespace {

struct Metric {
    const char *counter; ///< of the helper
    const char *name;
    bool total; ///< only grows
    const char *help;
};

constexpr std::array<Metric, 16> Metrics {{
    {"packets", "trackhand_packets", true, "Packets a helper judged"},
    {"accepted", "trackhand_packets_accepted", true, "Packets accepted"},
    {"dropped", "trackhand_packets_dropped", true, "Packets dropped by verdict"},
    {"mangled", "trackhand_packets_mangled", true, "Packets rewritten"},
    {"refused", "trackhand_proposals_refused", true, "Proposals of a helper process that the gate refused"},
    {"expectations", "trackhand_expectations", true, "Expectations made"},
    {"expectations_waiting", "trackhand_expectations_waiting", false, "Expectations that wait for their connection"},
    {"events_lost", "trackhand_events_lost", true, "Events of expectations and connections that the kernel dropped"},
    {"kernel_dropped", "trackhand_queue_dropped", true, "Packets dropped because the queue was full"},
    {"socket_dropped", "trackhand_socket_dropped", true, "Packets dropped because the socket was full"},
    {"fail_open", "trackhand_fail_open", true, "Packets let through unjudged"},
    {"restarts", "trackhand_restarts", true, "Restarts of the helper process"},
    {"verdicts_lost", "trackhand_verdicts_lost", true,
        "Verdicts that came too late: the kernel had let go of the packet"},
    {"queue_depth", "trackhand_queue_depth", false, "Packets waiting in the queue"},
    {"latency_p50_ns", "trackhand_latency_p50_nanoseconds", false, "Median time from read to verdict, last second"},
    {"latency_p99_ns", "trackhand_latency_p99_nanoseconds", false, "99th percentile from read to verdict, last second"},
}};

std::string escaped(const QString &label)
{
    std::string text;
    for (const char c : label.toStdString()) {
        if (c == '\n') {
            text += "\\n";
            continue;
        }
        if (c == '\\' || c == '"') {
            text += '\\';
        }
        text += c;
    }
    return text;
}

} // namespace

std::string openMetrics(const QList<HelperInfo> &helpers)
{
    std::string text;
    for (const Metric &metric : Metrics) {
        text += std::string("# TYPE ") + metric.name + (metric.total ? " counter\n" : " gauge\n");
        text += std::string("# HELP ") + metric.name + ' ' + metric.help + ".\n";
        for (const HelperInfo &helper : helpers) {
            text += std::string(metric.name) + (metric.total ? "_total" : "") + "{helper=\"" + escaped(helper.name)
                + "\"} " + std::to_string(helper.counter(metric.counter)) + '\n';
        }
    }
    text += "# TYPE trackhand_helper_running gauge\n# HELP trackhand_helper_running 1 while the helper runs.\n";
    for (const HelperInfo &helper : helpers) {
        text += "trackhand_helper_running{helper=\"" + escaped(helper.name) + "\"} "
            + (helper.state == QLatin1String("running") ? "1\n" : "0\n");
    }
    return text + "# EOF\n";
}

} // namespace Trackhand
