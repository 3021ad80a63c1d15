// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/packetcomment.h"

#include "client/export/eventnames.h"

#include <QHash>
#include <QString>
#include <limits>

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

std::string validUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size())).toStdString();
}

using Words = QHash<QByteArray, QByteArray>;

Words wordsOf(const QByteArray &comment)
{
    Words words;
    for (qsizetype at = 0; at < comment.size();) {
        const bool note = comment.mid(at, 5) == "note=";
        const qsizetype space = note ? -1 : comment.indexOf(' ', at);
        const qsizetype end = space < 0 ? comment.size() : space;
        const QByteArray word = comment.mid(at, end - at);
        const qsizetype equals = word.indexOf('=');
        words.insert(word.left(equals < 0 ? word.size() : equals), equals < 0 ? QByteArray() : word.mid(equals + 1));
        at = end + 1;
    }
    return words;
}

template <typename T>
T numberIn(const Words &words, const char *name)
{
    const qulonglong number = words.value(name).toULongLong();
    return number <= std::numeric_limits<T>::max() ? T(number) : T(0);
}

std::uint32_t latencyIn(const Words &words)
{
    const double ns = words.value("latency_us").toDouble() * 1000 + 0.5; // 0 of what is no number
    return ns >= 1 && ns < std::numeric_limits<std::uint32_t>::max() ? static_cast<std::uint32_t>(ns) : 0;
}

CtInfo ctInfoIn(const Words &words)
{
    const bool reply = words.value("direction") == "reply";
    for (const CtInfo info :
        {CtInfo::Established, CtInfo::EstablishedReply, CtInfo::Related, CtInfo::RelatedReply, CtInfo::New}) {
        if (words.value("ctinfo").toStdString() == ctInfoName(info) && isReply(info) == reply) {
            return info;
        }
    }
    return CtInfo::Absent;
}

void readTuple(const Words &words, EventRecord &event)
{
    const auto source = IpAddress::parse(words.value("src").toStdString());
    const auto destination = IpAddress::parse(words.value("dst").toStdString());
    const QByteArray l4 = words.value("l4");
    const auto known = l4 == "gre" ? L4Protocol::Gre : l4FromString(l4.toStdString()).value_or(L4Protocol::Unspecified);
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

bool readPacketComment(const QByteArray &comment, EventRecord &event)
{
    const bool ours = comment.startsWith("helper=") || comment.startsWith("queue=");
    const Words words = ours ? wordsOf(comment) : Words();
    if (!words.contains("queue") || !words.contains("id") || !words.contains("hook")) {
        return false;
    }
    event.setHelper(words.value("helper").toStdString());
    event.queue = numberIn<std::uint16_t>(words, "queue");
    event.packetId = numberIn<std::uint32_t>(words, "id");
    event.hook = numberIn<std::uint8_t>(words, "hook");
    for (const Verdict verdict : {Verdict::Accept, Verdict::Drop}) {
        if (words.value("verdict").toStdString() == verdictName(verdict)) {
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
    event.setNote(words.value("note").toStdString());
    return true;
}

} // namespace Trackhand
