// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/filter/connectionfilter.h"

#include <QStringList>

namespace Trackhand {

namespace {

/// Two values that stand at either end. Equal ones need the names of the ends: `port == 5060 && port == 5060` would be
/// content with one.
QString endsAre(const char *names, const QString &first, const QString &second)
{
    const QStringList name = QString::fromLatin1(names).split(QLatin1Char(' '));
    return first == second ? QStringLiteral("%1 == %3 && %2 == %3").arg(name.at(0), name.at(1), first)
                           : QStringLiteral("%1 == %2 && %1 == %3").arg(name.at(2), first, second);
}

QString tupleFilter(const Tuple &tuple)
{
    QString text = endsAre("src dst addr", QString::fromStdString(tuple.source.toString()),
        QString::fromStdString(tuple.destination.toString()));
    if (tuple.sourcePort != 0 || tuple.destinationPort != 0) {
        text += QStringLiteral(" && ")
            + endsAre("sport dport port", QString::number(tuple.sourcePort), QString::number(tuple.destinationPort));
    }
    const std::string_view l4 = toString(tuple.l4);
    return QStringLiteral("l4 == %1 && ").arg(QLatin1String(l4.data(), qsizetype(l4.size()))) + text;
}

} // namespace

QString connectionFilter(const Tuple &original, const Tuple &reply)
{
    if (reply == Tuple() || reply == original.inverted()) {
        return tupleFilter(original);
    }
    return QStringLiteral("(%1) || (%2)").arg(tupleFilter(original), tupleFilter(reply));
}

} // namespace Trackhand
