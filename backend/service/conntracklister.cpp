// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/conntracklister.h"

#include "backend/service/bustypes.h"

#include <algorithm>
#include <utility>

namespace Trackhand {

namespace {

Result<QVariantList> toReply(const Result<std::vector<EventRecord>> &records)
{
    if (!records) {
        return records.error();
    }
    BusRecords list;
    for (const EventRecord &record : *records) {
        list.append(QByteArray(reinterpret_cast<const char *>(&record), sizeof record));
    }
    return QVariantList {QVariant::fromValue(list)};
}

} // namespace

ConntrackLister::ConntrackLister(ConntrackWatch &watch)
    : m_watch(watch)
{
    m_thread.setMaxThreadCount(1);
}

void ConntrackLister::list(Kind kind, BusInterface::Answer answer)
{
    const auto same =
        std::find_if(m_waiting.begin(), m_waiting.end(), [kind](const Wish &wish) { return wish.kind == kind; });
    if (same != m_waiting.end()) {
        same->answers.push_back(std::move(answer));
    } else {
        m_waiting.push_back({kind, {std::move(answer)}});
    }
    readNext();
}

void ConntrackLister::readNext()
{
    if (!m_reading.empty() || m_waiting.empty()) {
        return;
    }
    const Kind kind = m_waiting.front().kind;
    m_reading = std::move(m_waiting.front().answers);
    m_waiting.erase(m_waiting.begin());
    m_thread.start([this, kind] {
        const auto list = toReply(kind == Kind::Expectations ? m_watch.expectations() : m_watch.flows());
        QMetaObject::invokeMethod(this, [this, list] { finished(list); });
    });
}

void ConntrackLister::finished(const Result<QVariantList> &list)
{
    for (const auto &answer : std::exchange(m_reading, {})) {
        answer(list);
    }
    readNext();
}

} // namespace Trackhand
