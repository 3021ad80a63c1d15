// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/rules/nftablesruletable.h"

#include "backend/rules/rulepreview.h"

namespace Trackhand {

namespace {

const std::string ListTable = std::string("list table inet ") + RuleTableName;

// libnftables gives errors as text alone, in the C locale of the errno.
bool says(const std::string &error, const char *words)
{
    return error.find(words) != std::string::npos;
}

bool isNoSuchThing(const std::string &error)
{
    return says(error, "No such file or directory");
}

Error commonError(const std::string &deed, const std::string &error)
{
    if (says(error, "Operation not permitted")) {
        return {ErrorCode::NotAuthorized, deed + " is not permitted; it needs CAP_NET_ADMIN"};
    }
    if (says(error, "not supported")) {
        return {ErrorCode::UnsupportedByKernel,
            deed
                + " failed: this kernel lacks nftables' ct helper objects (CONFIG_NFT_CT); Debian's linux-image-amd64 "
                  "has them"};
    }
    return {ErrorCode::InvalidRule, deed + " failed: " + (error.empty() ? "nftables gave no reason" : error)};
}

std::string protocolsOf(const RuleSettings &rule)
{
    std::string text;
    for (const auto &object : objectsOf(linesOf(rule))) {
        text += (text.empty() ? "" : ", ") + std::string(toString(object.l3)) + "/" + std::string(toString(object.l4));
    }
    return text;
}

Error addError(const RuleSettings &rule, const std::string &error)
{
    // Table and chains are made in the same transaction: what does not exist can only be the helper.
    if (isNoSuchThing(error)) {
        return {ErrorCode::HelperUnavailable,
            "no helper " + rule.helper + " for all of " + protocolsOf(rule)
                + "; register it first (trackhandctl helper add " + rule.helper
                + ") or narrow the rule with --l3 and --l4"};
    }
    return commonError("adding a rule for helper " + rule.helper, error);
}

} // namespace

Result<RuleJson::TableState> NftablesRuleTable::state()
{
    const auto outcome = m_nft.run(ListTable, true);
    if (!outcome.ok) {
        return isNoSuchThing(outcome.error) ? Result<RuleJson::TableState>(RuleJson::TableState {})
                                            : commonError("listing the rules", outcome.error);
    }
    return RuleJson::parseTable(QByteArray::fromStdString(outcome.output));
}

Status NftablesRuleTable::add(const RuleSettings &rule)
{
    if (auto possible = checkForNftables(rule); !possible) {
        return possible;
    }
    const auto outcome = m_nft.run(RuleJson::add(rule).toStdString(), true);
    if (!outcome.ok) {
        return addError(rule, outcome.error);
    }
    m_lines[rule.id] = linesOf(rule).size();
    return Done {};
}

Result<RuleJson::TableState> NftablesRuleTable::stateWith(RuleId id)
{
    auto present = state();
    if (present && !RuleJson::lineCounts(*present).contains(id)) {
        return Error {ErrorCode::NoSuchRule,
            "rule " + std::to_string(static_cast<std::uint32_t>(id))
                + " is not in the table; see: trackhandctl rule list"};
    }
    return present;
}

Status NftablesRuleTable::change(const RuleSettings &rule)
{
    if (auto possible = checkForNftables(rule); !possible) {
        return possible;
    }
    const auto present = stateWith(rule.id);
    if (!present) {
        return present.error();
    }
    const auto outcome = m_nft.run(RuleJson::change(*present, rule).toStdString(), true);
    if (!outcome.ok) {
        return addError(rule, outcome.error);
    }
    m_lines[rule.id] = linesOf(rule).size();
    return Done {};
}

Status NftablesRuleTable::remove(RuleId id)
{
    const auto present = stateWith(id);
    if (!present) {
        if (present.error().code == ErrorCode::NoSuchRule) {
            m_lines.erase(id);
        }
        return present.error();
    }
    const auto outcome = m_nft.run(RuleJson::remove(*present, id).toStdString(), true);
    if (!outcome.ok) {
        return commonError("removing rule " + std::to_string(static_cast<std::uint32_t>(id)), outcome.error);
    }
    m_lines.erase(id);
    return Done {};
}

Result<std::map<RuleId, RuleCounters>> NftablesRuleTable::counters()
{
    const auto present = state();
    if (!present) {
        return present.error();
    }
    auto sums = RuleJson::counters(*present);
    const auto found = RuleJson::lineCounts(*present);
    for (const auto &[id, wanted] : m_lines) {
        const auto lines = found.find(id);
        if (lines != found.end() && lines->second < wanted) {
            sums.erase(id);
        }
    }
    return sums;
}

Status NftablesRuleTable::replaceAll(const std::vector<RuleSettings> &rules)
{
    for (const auto &rule : rules) {
        if (auto possible = checkForNftables(rule); !possible) {
            return possible;
        }
    }
    const auto present = state();
    if (!present) {
        return present.error();
    }
    const auto outcome = m_nft.run(RuleJson::replaceAll(*present, rules).toStdString(), true);
    if (!outcome.ok) {
        return isNoSuchThing(outcome.error) ? Error {ErrorCode::HelperUnavailable,
                   "a helper that the rules name is not registered, so none of the rules was loaded; register the "
                   "helpers first"}
                                            : commonError("loading the rules", outcome.error);
    }
    m_lines.clear();
    for (const auto &rule : rules) {
        m_lines[rule.id] = linesOf(rule).size();
    }
    return Done {};
}

Result<std::string> NftablesRuleTable::show()
{
    auto outcome = m_nft.run(ListTable, false);
    if (!outcome.ok) {
        return isNoSuchThing(outcome.error) ? Result<std::string>(std::string())
                                            : commonError("listing the rules", outcome.error);
    }
    return std::move(outcome.output);
}

RuleTable::Preview NftablesRuleTable::preview(const RuleSettings &rule) const
{
    return {RulePreview::nftables(rule), RulePreview::iptables(rule)};
}

} // namespace Trackhand
