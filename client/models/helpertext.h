// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QString>

/// Helpers and rules as text for people.
namespace Trackhand {

/// The four states that are shown by shape, word and colour.
enum class StateKind { Running, Disabled, Attention, Failed };

StateKind stateKind(const HelperInfo &helper);
QString stateWord(const HelperInfo &helper); ///< "running", "disabled", "restarting", ..., "foreign"

/// The worst of all: what a tray icon shows. Disabled when there are none.
StateKind overallState(const QList<HelperInfo> &helpers);

QString transportText(const QStringList &l3, const QStringList &l4); ///< "tcp  4+6", "udp  4"
QString portsText(const PortRangeList &ports); ///< "21, 2121-2130"; "any" for none
QString hooksText(const QStringList &hooks); ///< "prerouting, output"
QString latencyNsText(qulonglong ns); ///< "41 µs", "1.2 ms", "–" for 0

/// One plain sentence: what traffic the rule gives to the helper.
QString ruleSentence(const RuleArguments &rule);
/// What would make the same rule again.
RuleArguments settingsOf(const RuleInfo &rule);

/// The nfct commands that would register such a helper (without its policies, which nfct cannot set).
QStringList nfctCommands(const QString &name, const QStringList &l3, const QStringList &l4);

/// "21, 2121, 8000-8010" as ranges; nothing when the text is none. Empty text gives no ranges.
std::optional<PortRangeList> parsePorts(const QString &text);

} // namespace Trackhand
