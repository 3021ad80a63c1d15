// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetsort.h"

#include "client/models/packetmodel.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace Trackhand {

namespace {

using Rows = std::vector<std::uint32_t>;
using Stop = std::atomic<bool>;

constexpr std::size_t Step = 65536; // between two looks at the stop sign

/// Sorts pieces and merges them, so that it can end in between.
template <typename Item, typename Less>
void sortInSteps(std::vector<Item> &items, Less less, const Stop &stop)
{
    const auto at = [&items](std::size_t index) {
        return items.begin() + std::ptrdiff_t(std::min(index, items.size()));
    };
    for (std::size_t begin = 0; begin < items.size() && !stop; begin += Step) {
        std::sort(at(begin), at(begin + Step), less);
    }
    for (std::size_t width = Step; width < items.size(); width *= 2) {
        for (std::size_t begin = 0; begin < items.size() && !stop; begin += 2 * width) {
            std::inplace_merge(at(begin), at(begin + width), at(begin + 2 * width), less);
        }
    }
}

/// Of each value how many smaller ones there are; equal ones get the same.
template <typename Value>
Rows ranksOf(const std::vector<Value> &values, const Stop &stop)
{
    struct Item {
        Value value;
        std::uint32_t index;
    };
    std::vector<Item> items;
    items.reserve(values.size());
    for (const Value &value : values) {
        items.push_back({value, std::uint32_t(items.size())});
    }
    sortInSteps(
        items, [](const Item &a, const Item &b) { return a.value < b.value; }, stop);
    Rows ranks(values.size());
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        rank = i != 0 && items[i - 1].value < items[i].value ? std::uint32_t(i) : rank;
        ranks[items[i].index] = rank;
    }
    return ranks;
}

/// The first sixteen bytes decide most comparisons, without a look at the text itself, which is somewhere else in
/// memory.
struct TextValue {
    explicit TextValue(std::string_view whole)
        : text(whole)
    {
        char first[16] {};
        std::memcpy(first, whole.data(), std::min(whole.size(), sizeof first));
        prefix = {qFromBigEndian<std::uint64_t>(first), qFromBigEndian<std::uint64_t>(first + 8)};
    }

    bool operator<(const TextValue &other) const
    {
        if (prefix != other.prefix) {
            return prefix < other.prefix;
        }
        const bool whole = std::max(text.size(), other.text.size()) <= sizeof prefix;
        return whole ? text.size() < other.text.size() : text < other.text;
    }

    std::array<std::uint64_t, 2> prefix;
    std::string_view text;
};

/// Family, address, port.
using EndpointValue = std::array<std::uint64_t, 4>;

EndpointValue endpointValue(L3Protocol family, const std::uint8_t (&address)[16], std::uint16_t port)
{
    return {std::uint64_t(family), qFromBigEndian<std::uint64_t>(address), qFromBigEndian<std::uint64_t>(address + 8),
        port};
}

/// What chunks keep once for many packets, as ranks.
class SharedRanks {
public:
    template <typename CountOf, typename ValueOf>
    SharedRanks(const PacketSnapshot &packets, CountOf countOf, ValueOf valueOf, const Stop &stop)
    {
        std::vector<decltype(valueOf(*packets.part(0).chunk, 0))> values;
        for (std::size_t part = 0; part < packets.partCount(); ++part) {
            const PacketChunk &chunk = *packets.part(part).chunk;
            m_starts.push_back(values.size());
            for (std::size_t i = 0; i < countOf(chunk); ++i) {
                values.push_back(valueOf(chunk, i));
            }
        }
        m_ranks = ranksOf(values, stop);
    }

    std::uint64_t of(std::size_t part, std::size_t index) const { return m_ranks[m_starts[part] + index]; }

private:
    std::vector<std::size_t> m_starts;
    Rows m_ranks;
};

struct Item {
    std::uint64_t key;
    std::uint32_t row;
};

/// By key, least significant byte first; what is alike stays as it is. Bytes that all keys share cost nothing.
void sortByKey(std::vector<Item> &items, const Stop &stop)
{
    std::uint64_t varying = 0;
    for (const Item &item : items) {
        varying |= item.key ^ items.front().key;
    }
    std::vector<Item> other(varying == 0 ? 0 : items.size());
    for (int shift = 0; shift < 64; shift += 8) {
        if ((varying >> shift & 0xff) == 0) {
            continue;
        }
        std::array<std::size_t, 257> starts {};
        for (const Item &item : items) {
            ++starts[(item.key >> shift & 0xff) + 1];
        }
        for (std::size_t i = 1; i < starts.size(); ++i) {
            starts[i] += starts[i - 1];
        }
        for (const Item &item : items) {
            other[starts[item.key >> shift & 0xff]++] = item;
        }
        items.swap(other);
        if (stop) {
            return;
        }
    }
}

class Sorter {
public:
    Sorter(const PacketSnapshot &packets, const Rows &rows, PacketOrder order, const Stop &stop)
        : m_packets(packets)
        , m_rows(rows)
        , m_order(order)
        , m_stop(stop)
    {
    }

    Rows sorted(const ColorRuleMatcher &rules)
    {
        addItems(rules);
        sortByKey(m_items, m_stop);
        Rows result;
        result.reserve(m_items.size());
        for (const Item &item : m_items) {
            result.push_back(item.row);
        }
        return result;
    }

private:
    void addItems(const ColorRuleMatcher &rules)
    {
        switch (m_order.column) {
        case PacketModel::NumberColumn:
            return addPacked([](const PackedPacket &packet) { return packet.sequence; });
        case PacketModel::TimeColumn:
            return addPacked([](const PackedPacket &packet) { return packet.timeNs; });
        case PacketModel::LengthColumn:
            return addPacked([](const PackedPacket &packet) { return packet.payloadLength; });
        case PacketModel::LatencyColumn:
            return addPacked([](const PackedPacket &packet) { return packet.latencyNs; });
        case PacketModel::DirectionColumn:
            return addPacked([](const PackedPacket &packet) {
                return packet.ctInfo == CtInfo::Absent ? 0 : isReply(packet.ctInfo) ? 2 : 1;
            });
        case PacketModel::ConnectionColumn:
            return addPacked([](const PackedPacket &packet) { return connectionRank(packet.ctInfo); });
        case PacketModel::VerdictColumn:
            return addPacked([](const PackedPacket &packet) {
                return packet.outcome << 8
                    | (packet.flags & (EventFlag::FailOpen | EventFlag::Refused | EventFlag::Mangled));
            });
        case PacketModel::RuleColumn:
            return addRules(rules);
        case PacketModel::NoteColumn:
            return addNotes();
        default:
            return addHeads();
        }
    }

    /// By name: none, established, new, related.
    static int connectionRank(CtInfo info)
    {
        switch (info) {
        case CtInfo::Established:
        case CtInfo::EstablishedReply:
            return 1;
        case CtInfo::New:
            return 2;
        case CtInfo::Related:
        case CtInfo::RelatedReply:
            return 3;
        case CtInfo::Absent:
            break;
        }
        return 0;
    }

    /// @p keyOf gets the number of the part, its chunk, and the row there.
    template <typename KeyOf>
    void add(KeyOf keyOf)
    {
        m_items.reserve(m_rows.size());
        auto row = m_rows.begin();
        for (std::size_t at = 0; at < m_packets.partCount() && !m_stop; ++at) {
            const PacketSnapshot::Part part = m_packets.part(at);
            for (; row != m_rows.end() && m_packets.first() + *row < part.end; ++row) {
                const std::uint64_t key = keyOf(at, *part.chunk, std::size_t(m_packets.first() + *row - part.base));
                m_items.push_back({m_order.direction == Qt::AscendingOrder ? key : ~key, *row});
            }
        }
    }

    template <typename KeyOf>
    void addPacked(KeyOf keyOf)
    {
        add([&keyOf](std::size_t, const PacketChunk &chunk, std::size_t row) {
            return std::uint64_t(keyOf(chunk.packed(row)));
        });
    }

    void addHeads()
    {
        const int column = m_order.column;
        const auto count = [](const PacketChunk &chunk) {
            return chunk.heads().size();
        };
        if (column == PacketModel::HelperColumn) {
            addShared(SharedRanks(
                m_packets, count,
                [](const PacketChunk &chunk, std::size_t i) { return TextValue(chunk.heads()[i].helperName()); },
                m_stop));
            return;
        }
        addShared(SharedRanks(
            m_packets, count,
            [column](const PacketChunk &chunk, std::size_t i) {
                const PacketHead &head = chunk.heads()[i];
                return column == PacketModel::SourceColumn
                    ? endpointValue(head.l3, head.source, head.sourcePort)
                    : endpointValue(head.l3, head.destination, head.destinationPort);
            },
            m_stop));
    }

    void addShared(const SharedRanks &ranks)
    {
        add([&ranks](std::size_t part, const PacketChunk &chunk, std::size_t row) {
            return ranks.of(part, chunk.packed(row).head);
        });
    }

    void addNotes()
    {
        const SharedRanks ranks(
            m_packets, [](const PacketChunk &chunk) { return chunk.noteCount(); },
            [](const PacketChunk &chunk, std::size_t i) { return TextValue(chunk.note(i)); }, m_stop);
        add([&ranks](std::size_t part, const PacketChunk &chunk, std::size_t row) {
            return ranks.of(part, chunk.packed(row).note);
        });
    }

    void addRules(const ColorRuleMatcher &rules)
    {
        std::optional<PacketCursor> cursor;
        std::size_t at = 0;
        add([&](std::size_t part, const PacketChunk &chunk, std::size_t row) {
            if (!cursor || part != at) {
                cursor.emplace(chunk);
                at = part;
            }
            return std::uint64_t(std::uint32_t(rules.indexFor(cursor->at(row)))); // -1, none, comes last
        });
    }

    const PacketSnapshot &m_packets;
    const Rows &m_rows;
    PacketOrder m_order;
    const Stop &m_stop;
    std::vector<Item> m_items;
};

} // namespace

std::vector<std::uint32_t> sortPackets(const PacketSnapshot &packets, const std::vector<std::uint32_t> &rows,
    PacketOrder order, const ColorRuleMatcher &rules, const std::atomic<bool> &stop)
{
    return Sorter(packets, rows, order, stop).sorted(rules);
}

} // namespace Trackhand
