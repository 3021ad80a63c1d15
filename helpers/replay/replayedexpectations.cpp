// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/replayedexpectations.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace Trackhand {

namespace {

using Proposal = Wire::ExpectationProposal;

bool isSourceAllowed(const Proposal &expected, const Tuple &tuple)
{
    return expected.allowsSource(tuple.source)
        && (expected.tuple.sourcePort == 0 || expected.tuple.sourcePort == tuple.sourcePort);
}

/// Whether a connection could match both.
bool clash(const Proposal &left, const Proposal &right)
{
    const bool sameEnd = left.tuple.l4 == right.tuple.l4 && left.tuple.destination == right.tuple.destination
        && left.tuple.destinationPort == right.tuple.destinationPort;
    const bool ports =
        left.tuple.sourcePort == 0 || right.tuple.sourcePort == 0 || left.tuple.sourcePort == right.tuple.sourcePort;
    return sameEnd && ports && (left.allowsSource(right.tuple.source) || right.allowsSource(left.tuple.source));
}

} // namespace

std::size_t TupleHash::operator()(const Tuple &tuple) const
{
    const auto view = [](const IpAddress &address) {
        return std::string_view(reinterpret_cast<const char *>(address.bytes.data()), address.bytes.size());
    };
    const std::hash<std::string_view> hash;
    const std::size_t ports = std::size_t {tuple.sourcePort} << 24 ^ std::size_t {tuple.destinationPort} << 8
        ^ static_cast<std::size_t>(tuple.l4);
    return (hash(view(tuple.source)) * 31 + hash(view(tuple.destination))) * 31 + ports * 0x9e3779b97f4a7c15;
}

/// Where it leads to, which is always exact, and from whom, if that is exact too.
Tuple ReplayedExpectations::keyOf(const Proposal &proposal)
{
    Tuple key = proposal.tuple;
    key.sourcePort = 0;
    if (proposal.looseSourceBits != 0) {
        key.source = IpAddress::anyOf(key.destination.family);
    }
    return key;
}

ReplayedExpectations::Added ReplayedExpectations::add(
    const Expectation &expectation, std::uint32_t maximum, std::vector<Expectation> &evicted)
{
    const Proposal &proposal = expectation.proposal;
    if (const auto rival = findRival(proposal)) {
        Expectation &present = **rival;
        if (present.masterId != expectation.masterId || present.proposal.classIndex != proposal.classIndex
            || present.proposal.tuple != proposal.tuple) {
            return Added::Clash;
        }
        present.expiresNs = expectation.expiresNs;
        m_nextExpiryNs = std::min(m_nextExpiryNs, expectation.expiresNs);
        return Added::Refreshed;
    }
    makeRoom(expectation, maximum, evicted);
    const Place place = m_expectations.insert(m_expectations.end(), expectation);
    m_byEnds.emplace(keyOf(proposal), place);
    m_byMaster[expectation.masterId].push_back(place);
    m_nextExpiryNs = std::min(m_nextExpiryNs, expectation.expiresNs);
    return Added::New;
}

void ReplayedExpectations::makeRoom(
    const Expectation &expectation, std::uint32_t maximum, std::vector<Expectation> &evicted)
{
    const auto siblings = m_byMaster.find(expectation.masterId);
    if (siblings != m_byMaster.end()) {
        const auto ofSameClass = [&](const Place &each) {
            return each->proposal.classIndex == expectation.proposal.classIndex;
        };
        if (std::ranges::count_if(siblings->second, ofSameClass) >= static_cast<std::ptrdiff_t>(maximum)) {
            take(*std::ranges::find_if(siblings->second, ofSameClass), evicted);
            return;
        }
    }
    if (m_expectations.size() == MaxExpectations) {
        take(m_expectations.begin(), evicted);
    }
}

std::optional<ReplayedExpectations::Place> ReplayedExpectations::find(const Tuple &key, const Tuple &tuple) const
{
    const auto [begin, behind] = m_byEnds.equal_range(key);
    const auto found =
        std::find_if(begin, behind, [&](const auto &each) { return isSourceAllowed(each.second->proposal, tuple); });
    return found == behind ? std::nullopt : std::optional(found->second);
}

/// One that a connection could match as well as @p proposal.
std::optional<ReplayedExpectations::Place> ReplayedExpectations::findRival(const Proposal &proposal) const
{
    const auto rivals = [&](const auto &each) {
        return clash(each.second->proposal, proposal);
    };
    if (proposal.looseSourceBits != 0) { // of any key; few protocols expect such
        const auto found = std::ranges::find_if(m_byEnds, rivals);
        return found == m_byEnds.end() ? std::nullopt : std::optional(found->second);
    }
    Tuple key = keyOf(proposal);
    for (const IpAddress &source : {key.source, IpAddress::anyOf(key.source.family)}) {
        key.source = source;
        const auto [begin, behind] = m_byEnds.equal_range(key);
        const auto found = std::find_if(begin, behind, rivals);
        if (found != behind) {
            return found->second;
        }
    }
    return std::nullopt;
}

std::optional<ReplayedExpectations::Expectation> ReplayedExpectations::match(const Tuple &tuple)
{
    Proposal exact;
    exact.tuple = tuple;
    Proposal loose = exact;
    loose.looseSourceBits = 1;
    auto found = find(keyOf(exact), tuple);
    if (!found) {
        found = find(keyOf(loose), tuple);
    }
    if (!found) {
        return std::nullopt;
    }
    const Place place = *found;
    const Expectation expectation = *place;
    if ((expectation.proposal.flags & Wire::ExpectationFlag::Permanent) == 0) {
        erase(place);
    } else {
        place->matchedBefore = true;
    }
    return expectation;
}

void ReplayedExpectations::expire(std::uint64_t timeNs, std::vector<Expectation> &expired)
{
    if (timeNs < m_nextExpiryNs) {
        return;
    }
    m_nextExpiryNs = UINT64_MAX;
    for (auto place = m_expectations.begin(); place != m_expectations.end();) {
        if (place->expiresNs <= timeNs) {
            place = take(place, expired);
        } else {
            m_nextExpiryNs = std::min(m_nextExpiryNs, place->expiresNs);
            ++place;
        }
    }
}

void ReplayedExpectations::removeOf(std::uint32_t masterId, std::vector<Expectation> &removed)
{
    for (auto siblings = m_byMaster.find(masterId); siblings != m_byMaster.end();
         siblings = m_byMaster.find(masterId)) {
        take(siblings->second.front(), removed);
    }
}

ReplayedExpectations::Place ReplayedExpectations::take(Place place, std::vector<Expectation> &into)
{
    into.push_back(*place);
    return erase(place);
}

ReplayedExpectations::Place ReplayedExpectations::erase(Place place)
{
    const auto [begin, behind] = m_byEnds.equal_range(keyOf(place->proposal));
    m_byEnds.erase(std::find_if(begin, behind, [&](const auto &each) { return each.second == place; }));
    const auto siblings = m_byMaster.find(place->masterId);
    siblings->second.erase(std::ranges::find(siblings->second, place));
    if (siblings->second.empty()) {
        m_byMaster.erase(siblings);
    }
    return m_expectations.erase(place);
}

} // namespace Trackhand
