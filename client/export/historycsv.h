// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Trackhand {

class HistoryModel;

/// The rows of @p model as comma-separated values (RFC 4180): a header line, then a line a row in the same order. Times
/// are RFC 3339 in UTC, latencies nanoseconds, numbers have a point and no grouping, what is unknown is empty, and all
/// helpers together are "(all)".
QByteArray historyCsv(const HistoryModel &model);

} // namespace Trackhand
