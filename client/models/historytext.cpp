// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/historytext.h"

#include "client/models/helpertext.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace Trackhand {

namespace {

/// Where this file's words are looked up.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::HistoryText)
};

const auto Unknown = QStringLiteral("–");

} // namespace

QString rateText(double perSecond)
{
    const double tenths = std::round(perSecond * 10);
    const bool digit = tenths < 100 && std::fmod(tenths, 10) != 0;
    return std::isnan(perSecond) ? Unknown : QLocale().toString(perSecond, 'f', digit ? 1 : 0);
}

QString countText(double count)
{
    return std::isnan(count) ? Unknown : QLocale().toString(count, 'f', 0);
}

QString latencyPointText(double ns)
{
    return std::isnan(ns) ? Unknown : latencyNsText(qulonglong(ns));
}

QString agoText(qint64 seconds)
{
    if (seconds < 1) {
        return Words::tr("now");
    }
    if (seconds < 60) {
        return Words::tr("%1 s ago").arg(seconds);
    }
    if (seconds < 3600) {
        return Words::tr("%1 min ago").arg(seconds / 60);
    }
    if (seconds < 24 * 3600) {
        return Words::tr("%1 h ago").arg(seconds / 3600);
    }
    return Words::tr("%1 d ago").arg(seconds / (24 * 3600));
}

} // namespace Trackhand
