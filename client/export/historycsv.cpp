// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/historycsv.h"

#include "client/models/historymodel.h"

#include <cmath>

namespace Trackhand {

namespace {

QByteArray number(float value)
{
    return std::isnan(value) ? QByteArray() : QByteArray::number(double(value), 'g', 9);
}

QByteArray quoted(QString text)
{
    if (text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('\n'))) {
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    }
    return text.toUtf8();
}

} // namespace

QByteArray historyCsv(const HistoryModel &model)
{
    QByteArray text = "time,helper,packets_per_s,expectations_per_s,latency_p50_ns,latency_p90_ns,latency_p99_ns,"
                      "queue_depth,drops_per_s\r\n";
    for (const HistoryRow &row : model.rows()) {
        const HistoryPoint &point = row.point;
        text += model.timeOf(row).toUTC().toString(Qt::ISODate).toLatin1();
        text += ',' + (row.helper.isEmpty() ? QByteArrayLiteral("(all)") : quoted(row.helper));
        for (const float value :
            {point.packets, point.expectations, point.p50Ns, point.p90Ns, point.p99Ns, point.queueDepth, point.drops}) {
            text += ',' + number(value);
        }
        text += "\r\n";
    }
    return text;
}

} // namespace Trackhand
