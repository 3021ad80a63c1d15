// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/rules/rulelines.h"
#include "backend/rules/ruletable.h"
#include "wire/base/result.h"

#include <QByteArray>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// What is said to and heard from libnftables, as JSON (libnftables-json(5)). Each function that returns a QByteArray
/// gives the commands of one transaction. Pure.
namespace Trackhand::RuleJson {

/// One rule found in our table.
struct TableRule {
    std::string chain;
    std::uint64_t handle = 0;
    std::optional<RuleId> id; ///< nothing when the rule is not one of ours
    std::string object; ///< the ct helper object it sets, if any
    RuleCounters counters;
};

/// Our table as it is in the kernel.
struct TableState {
    std::vector<TableRule> rules;
    std::set<std::string> objects; ///< names of ct helper objects
};

/// Reads the answer of "list table inet trackhand".
Result<TableState> parseTable(const QByteArray &json);

/// The table, its two chains, the objects the rule needs, and the rule: adding what is there already changes nothing,
/// except the rule.
QByteArray add(const RuleSettings &rule);

/// What add() says, but with each line where the first line of the rule of this id is in its chain (at the end of a
/// chain that has none), and those lines deleted, with the objects that nobody needs after that.
QByteArray change(const TableState &state, const RuleSettings &rule);

/// The lines of rule @p id by handle, then the objects that no other line of @p state names. Never a chain: the end of
/// a base chain drops every packet that waits in a queue of this network namespace.
QByteArray remove(const TableState &state, RuleId id);

/// The table saying exactly @p rules. Objects that stay needed stay: the end of an object drops packets too
/// (Linux 6.12).
QByteArray replaceAll(const TableState &state, const std::vector<RuleSettings> &rules);

/// Lines of each rule in the table, and the sums of their counters.
std::map<RuleId, std::size_t> lineCounts(const TableState &state);
std::map<RuleId, RuleCounters> counters(const TableState &state);

} // namespace Trackhand::RuleJson
