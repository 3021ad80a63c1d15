// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"
#include "packetbuilder.h"

#include "helpers/packet/linereader.h"
#include "helpers/packet/streamview.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace Trackhand;

namespace {

/// What StreamView promises, in the plainest way: every byte that waits in a map.
class ReferenceStream {
public:
    struct Byte {
        std::uint8_t value = 0;
        bool afterGap = false;
    };

    void reset() { *this = ReferenceStream(); }
    std::uint32_t next() const { return m_first + static_cast<std::uint32_t>(m_next); }

    std::vector<Byte> add(std::uint32_t sequence, bool syn, std::span<const std::uint8_t> payload)
    {
        const std::uint32_t first = sequence + (syn ? 1 : 0);
        if (!m_started && (syn || !payload.empty())) {
            m_started = true;
            m_first = first;
        }
        const std::int64_t at = place(first);
        const auto end = at + static_cast<std::int64_t>(payload.size());
        for (std::int64_t each = at; each < end && m_started; ++each) {
            const std::uint8_t value = payload[static_cast<std::size_t>(each - at)];
            if (at <= m_next && each >= m_next) {
                m_waiting[each] = value; // it continues the stream: its bytes win over those that came early
            } else if (at > m_next && each < m_next + static_cast<std::int64_t>(StreamView::Window)) {
                m_waiting.emplace(each, value);
            }
        }
        return take();
    }

    std::vector<Byte> acknowledged(std::uint32_t sequence)
    {
        const std::int64_t to = place(sequence);
        if (m_started && to > m_next) {
            const std::int64_t waiting = m_waiting.empty() ? to : m_waiting.begin()->first;
            m_gap = m_gap || waiting > m_next;
            m_next = std::min(to, waiting);
        }
        return take();
    }

private:
    /// The place in the stream that a sequence number means: the nearest one to what comes next.
    std::int64_t place(std::uint32_t sequence) const { return m_next + static_cast<std::int32_t>(sequence - next()); }

    std::vector<Byte> take()
    {
        std::vector<Byte> bytes;
        while (!m_waiting.empty() && m_waiting.begin()->first == m_next) {
            bytes.push_back({m_waiting.begin()->second, std::exchange(m_gap, false)});
            m_waiting.erase(m_waiting.begin());
            ++m_next;
        }
        return bytes;
    }

    bool m_started = false;
    bool m_gap = false;
    std::uint32_t m_first = 0;
    std::int64_t m_next = 0;
    std::map<std::int64_t, std::uint8_t> m_waiting;
};

/// What LineReader promises of such bytes: lines of any length, cut at the end.
class ReferenceLines {
public:
    struct Line {
        std::string text;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        bool afterGap = false;
    };

    std::optional<Line> add(const ReferenceStream::Byte &byte, std::uint32_t sequence)
    {
        if (byte.afterGap) {
            m_skipping = true;
            m_line.afterGap = true;
        }
        if (m_line.text.empty()) {
            m_line.begin = sequence;
        }
        m_line.text += static_cast<char>(byte.value);
        if (byte.value != '\n') {
            return std::nullopt;
        }
        Line line = std::exchange(m_line, Line());
        if (std::exchange(m_skipping, false)) {
            m_line.afterGap = line.afterGap;
            return std::nullopt;
        }
        line.text.pop_back();
        line.end = sequence + 1;
        return line;
    }

private:
    Line m_line;
    bool m_skipping = false;
};

/// One direction of a connection, read by everybody.
class OneDirection {
public:
    void reset()
    {
        m_view.reset();
        m_lines.reset();
        m_reference.reset();
        m_referenceLines = {};
    }

    std::uint32_t next() const { return m_reference.next(); }

    void add(std::uint32_t sequence, std::uint8_t flags, std::span<const std::uint8_t> payload)
    {
        static const Tuple tuple = Test::tcpTuple("10.0.1.2", 40000, "10.0.2.2", 21);
        const std::string_view text(reinterpret_cast<const char *>(payload.data()), payload.size());
        const auto bytes = Test::tcpPacket(tuple, {sequence, 0, flags, text});
        const auto packet = Packet::parse({}, bytes);
        Fuzz::check(packet.has_value(), "a segment that is none");
        const bool syn = (flags & Test::Syn) != 0;
        m_view.add(*packet);
        m_lines.add(*packet);
        const auto expected = m_reference.add(sequence, syn, payload);
        compare(expected, next() - static_cast<std::uint32_t>(expected.size()));
    }

    void acknowledged(std::uint32_t sequence)
    {
        m_view.acknowledged(sequence);
        m_lines.acknowledged(sequence);
        const auto expected = m_reference.acknowledged(sequence);
        compare(expected, next() - static_cast<std::uint32_t>(expected.size()));
    }

private:
    void compare(const std::vector<ReferenceStream::Byte> &expected, std::uint32_t sequence)
    {
        std::size_t at = 0;
        while (const auto chunk = m_view.next()) {
            Fuzz::check(!chunk->bytes.empty() && chunk->bytes.size() <= expected.size() - at, "bytes from nowhere");
            Fuzz::check(chunk->sequence == sequence + static_cast<std::uint32_t>(at), "bytes of another place");
            Fuzz::check(chunk->afterGap == expected[at].afterGap, "a gap that is none, or is not said");
            for (const std::uint8_t byte : chunk->bytes) {
                Fuzz::check(byte == expected[at++].value, "other bytes");
            }
        }
        Fuzz::check(at == expected.size(), "bytes that are kept back");
        Fuzz::check(!m_view.started() || m_view.nextSequence() == next(), "another place in the stream");
        compareLines(expected, sequence);
    }

    void compareLines(const std::vector<ReferenceStream::Byte> &expected, std::uint32_t sequence)
    {
        for (const auto &byte : expected) {
            const auto wanted = m_referenceLines.add(byte, sequence++);
            if (!wanted) {
                continue;
            }
            const auto line = m_lines.next();
            Fuzz::check(line.has_value(), "a line that is missing");
            std::string text = wanted->text.substr(0, LineReader::MaxLine);
            Fuzz::check(line->cut == (wanted->text.size() > LineReader::MaxLine), "cut, or not");
            if (!line->cut && text.ends_with('\r')) {
                text.pop_back();
            }
            Fuzz::check(line->text == text, "another line");
            Fuzz::check(line->beginSequence == wanted->begin && line->endSequence == wanted->end, "a line elsewhere");
            Fuzz::check(line->afterGap == wanted->afterGap, "missing lines that are none, or are not said");
        }
        Fuzz::check(!m_lines.next(), "a line too many");
    }

    StreamView m_view;
    LineReader m_lines;
    ReferenceStream m_reference;
    ReferenceLines m_referenceLines;
};

std::uint32_t distance(unsigned kind, Fuzz::Input &input)
{
    switch (kind) {
    case 0:
        return 0;
    case 1:
        return static_cast<std::uint32_t>(input.number<std::int8_t>());
    case 2:
        return static_cast<std::uint32_t>(input.number<std::int16_t>());
    default:
        return input.number<std::uint32_t>();
    }
}

} // namespace

/// Segments and acknowledgements in any order, overlapping and repeated as the input says: the view and the lines made
/// of it are those of a plain model. A byte says what comes: bit 0-1 how its distance from the next byte is written,
/// 2 SYN, 3 a length of two bytes, 6 begin anew, 7 an acknowledgement.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static OneDirection direction;
    direction.reset();
    Fuzz::Input input(data, size);
    while (!input.rest().empty()) {
        const auto kind = input.number<std::uint8_t>();
        const std::uint32_t sequence = direction.next() + distance(kind & 3U, input);
        if ((kind & 0x40) != 0) {
            direction.reset();
        }
        if ((kind & 0x80) != 0) {
            direction.acknowledged(sequence);
            continue;
        }
        const std::size_t length =
            (kind & 8) != 0 ? input.number<std::uint16_t>() % 5000 : input.number<std::uint8_t>();
        const auto flags = static_cast<std::uint8_t>(Test::Ack | ((kind & 4) != 0 ? Test::Syn : 0));
        direction.add(sequence, flags, input.bytes(length));
    }
    return 0;
}
