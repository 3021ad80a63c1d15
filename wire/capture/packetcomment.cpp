// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/capture/packetcomment.h"

#include "wire/ring/eventnames.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>
#include <vector>

namespace Trackhand {

namespace {

void addWord(std::string &text, const char *name, const std::string &value)
{
    if (!value.empty()) {
        text += (text.empty() ? "" : " ") + std::string(name) + '=' + value;
    }
}

void addFlag(std::string &text, const char *name, const EventRecord &event, std::uint8_t flag)
{
    if ((event.flags & flag) != 0) {
        text += " " + std::string(name);
    }
}

void addDevice(std::string &text, const char *name, std::uint32_t device)
{
    addWord(text, name, device == 0 ? std::string() : std::to_string(device));
}

void addTuple(std::string &text, const Tuple &tuple)
{
    if (tuple.l4 == L4Protocol::Unspecified) {
        return;
    }
    addWord(text, "l4", std::string(toString(tuple.l4)));
    addWord(text, "src", tuple.source.toString());
    addWord(text, "sport", std::to_string(tuple.sourcePort));
    addWord(text, "dst", tuple.destination.toString());
    addWord(text, "dport", std::to_string(tuple.destinationPort));
}

/// The words of a comment, as parts of it; of a word that comes twice, the last counts.
class Words {
public:
    explicit Words(std::string_view comment)
    {
        while (!comment.empty()) {
            const bool note = comment.starts_with("note=");
            const std::size_t end = note ? comment.size() : std::min(comment.find(' '), comment.size());
            const std::string_view word = comment.substr(0, end);
            const std::size_t equals = word.find('=');
            m_words.emplace_back(
                word.substr(0, equals), equals == word.npos ? std::string_view() : word.substr(equals + 1));
            comment.remove_prefix(std::min(end + 1, comment.size()));
        }
    }

    bool contains(std::string_view name) const { return find(name) != m_words.rend(); }
    std::string_view value(std::string_view name) const
    {
        const auto found = find(name);
        return found == m_words.rend() ? std::string_view() : found->second;
    }

private:
    using Word = std::pair<std::string_view, std::string_view>;

    std::vector<Word>::const_reverse_iterator find(std::string_view name) const
    {
        return std::find_if(m_words.rbegin(), m_words.rend(), [name](const Word &word) { return word.first == name; });
    }

    std::vector<Word> m_words;
};

/// 0 for what is no number of that type.
template <typename T>
T numberIn(const Words &words, std::string_view name)
{
    const std::string_view text = words.value(name);
    T number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : T(0);
}

std::uint32_t latencyIn(const Words &words)
{
    const double ns = numberIn<double>(words, "latency_us") * 1000 + 0.5;
    return ns >= 1 && ns < std::numeric_limits<std::uint32_t>::max() ? static_cast<std::uint32_t>(ns) : 0;
}

/// How many bytes the UTF-8 character has that @p text begins with; 0 when it begins with none.
std::size_t characterLength(std::string_view text)
{
    const auto byte = [text](std::size_t at) {
        return static_cast<unsigned char>(text[at]);
    };
    const unsigned char first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            return 0;
        }
    }
    // Longer than needed, one half of a UTF-16 pair, or beyond the last character.
    const bool wrong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xed && byte(1) > 0x9f)
        || (first == 0xf0 && byte(1) < 0x90) || (first == 0xf4 && byte(1) > 0x8f);
    return wrong ? 0 : length;
}

CtInfo ctInfoIn(const Words &words)
{
    const bool reply = words.value("direction") == "reply";
    for (const CtInfo info :
        {CtInfo::Established, CtInfo::EstablishedReply, CtInfo::Related, CtInfo::RelatedReply, CtInfo::New}) {
        if (words.value("ctinfo") == ctInfoName(info) && isReply(info) == reply) {
            return info;
        }
    }
    return CtInfo::Absent;
}

void readTuple(const Words &words, EventRecord &event)
{
    const auto source = IpAddress::parse(words.value("src"));
    const auto destination = IpAddress::parse(words.value("dst"));
    const std::string_view l4 = words.value("l4");
    const auto known = l4 == "gre" ? L4Protocol::Gre : l4FromString(l4).value_or(L4Protocol::Unspecified);
    if (source && destination && source->family == destination->family) {
        event.setTuple({*source, *destination, numberIn<std::uint16_t>(words, "sport"),
            numberIn<std::uint16_t>(words, "dport"), known});
    }
}

} // namespace

std::string packetComment(const EventRecord &event, bool hasBytes)
{
    std::string text;
    addWord(text, "helper", validUtf8(event.helperName()));
    addWord(text, "queue", std::to_string(event.queue));
    addWord(text, "id", std::to_string(event.packetId));
    addWord(text, "hook", std::to_string(event.hook));
    addWord(text, "verdict", std::string(verdictName(event.verdict())));
    addFlag(text, "mangled", event, EventFlag::Mangled);
    addFlag(text, "fail_open", event, EventFlag::FailOpen);
    addFlag(text, "refused", event, EventFlag::Refused);
    addWord(text, "ctinfo", std::string(ctInfoName(event.ctInfo)));
    addWord(text, "direction", std::string(directionName(event.ctInfo)));
    addDevice(text, "indev", event.inDevice);
    addDevice(text, "outdev", event.outDevice);
    addWord(text, "latency_us", event.latencyNs == 0 ? std::string() : microseconds(event.latencyNs));
    if (!hasBytes) {
        addWord(text, "payload_len", std::to_string(event.payloadLength));
        addTuple(text, event.tuple());
    }
    addWord(text, "note", validUtf8(event.noteText()));
    return text;
}

std::string validUtf8(std::string_view text)
{
    std::string valid;
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        valid += length == 0 ? std::string_view("\xef\xbf\xbd") : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return valid;
}

bool readPacketComment(std::string_view comment, EventRecord &event)
{
    const bool ours = comment.starts_with("helper=") || comment.starts_with("queue=");
    const Words words(ours ? comment : std::string_view());
    if (!words.contains("queue") || !words.contains("id") || !words.contains("hook")) {
        return false;
    }
    event.setHelper(words.value("helper"));
    event.queue = numberIn<std::uint16_t>(words, "queue");
    event.packetId = numberIn<std::uint32_t>(words, "id");
    event.hook = numberIn<std::uint8_t>(words, "hook");
    for (const Verdict verdict : {Verdict::Accept, Verdict::Drop}) {
        if (words.value("verdict") == verdictName(verdict)) {
            event.outcome = static_cast<std::uint8_t>(verdict);
        }
    }
    const std::pair<const char *, std::uint8_t> flags[] = {
        {"mangled", EventFlag::Mangled}, {"fail_open", EventFlag::FailOpen}, {"refused", EventFlag::Refused}};
    for (const auto &[name, flag] : flags) {
        event.flags |= words.contains(name) ? flag : std::uint8_t(0);
    }
    event.ctInfo = ctInfoIn(words);
    event.inDevice = numberIn<std::uint32_t>(words, "indev");
    event.outDevice = numberIn<std::uint32_t>(words, "outdev");
    event.latencyNs = latencyIn(words);
    if (words.contains("payload_len")) {
        event.payloadLength = numberIn<std::uint32_t>(words, "payload_len");
    }
    readTuple(words, event);
    event.setNote(words.value("note"));
    return true;
}

} // namespace Trackhand
