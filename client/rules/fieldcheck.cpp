// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/rules/fieldcheck.h"

#include "client/models/helpertext.h"
#include "wire/net/network.h"

#include <QRegularExpression>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr qsizetype MaxPortRanges = 64; // of one rule; what the backend takes
constexpr qsizetype MaxQuoted = 48; // characters; an IPv6 network has fewer

/// What was typed, short enough to be said again in a line.
QString quoted(const QString &text)
{
    return text.size() <= MaxQuoted ? text : text.left(MaxQuoted - 1) + QChar(0x2026);
}

} // namespace

bool FieldCheck::isPlainName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9._-]{0,14}\\z"));
    return plain.match(name).hasMatch();
}

QString FieldCheck::helperName(const QString &name)
{
    if (isPlainName(name)) {
        return {};
    }
    return name.isEmpty() ? tr("Give the helper a name.")
                          : tr("A name has 1 to 15 of the characters A-Z a-z 0-9 . _ - and begins with a letter, a "
                               "digit or _.");
}

QString FieldCheck::network(const QString &network)
{
    if (network.isEmpty()) {
        return {};
    }
    const auto parsed = Network::parse(network.toStdString());
    if (!parsed) {
        return tr("\"%1\" is no address. Write 10.0.2.2, 10.0.0.0/24 or fd00::/64.").arg(quoted(network));
    }
    if (parsed->base() != parsed->address) {
        return tr("%1 is a host in a network. Write %2/%3 for the network, or %4 for the host.")
            .arg(network, QString::fromStdString(parsed->base().toString()), QString::number(parsed->prefixLength),
                QString::fromStdString(parsed->address.toString()));
    }
    return {};
}

QString FieldCheck::interfaceName(const QString &name)
{
    return name.isEmpty() || isPlainName(name)
        ? QString()
        : tr("\"%1\" is no interface name: it has 1 to 15 letters, digits, . _ or -.").arg(quoted(name));
}

QString FieldCheck::ports(const QString &ports)
{
    const auto parsed = parsePorts(ports);
    if (!parsed) {
        return tr("\"%1\" are no ports. Write 21, or 21, 2121, 8000-8010.").arg(quoted(ports));
    }
    if (parsed->size() > MaxPortRanges) {
        return tr("A rule has at most %1 ports and ranges. Make two rules of it.").arg(MaxPortRanges);
    }
    PortRangeList sorted = *parsed;
    std::ranges::sort(sorted, {}, &PortRange::first);
    const auto overlap = std::ranges::adjacent_find(
        sorted, [](const PortRange &one, const PortRange &next) { return next.first <= one.last; });
    return overlap == sorted.cend()
        ? QString()
        : tr("%1 and %2 overlap. Write them as one range.").arg(portsText({*overlap}), portsText({*(overlap + 1)}));
}

} // namespace Trackhand
