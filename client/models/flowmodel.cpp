// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/flowmodel.h"

#include "client/models/expectationtext.h"

#include <algorithm>
#include <set>

namespace Trackhand {

FlowModel::FlowModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<FlowNode>())
{
    m_root->announced = true;
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &FlowModel::settle);
}

FlowModel::~FlowModel() = default;

void FlowModel::append(const EventBatch &batch)
{
    m_lost += batch.lost;
    for (const EventRecord &event : batch.events) {
        ++m_reports;
        if (event.kind == EventKind::Flow) {
            applyFlow(event);
        } else if (event.kind == EventKind::Expectation) {
            applyExpectation(event);
        }
    }
    settleInTime();
}

void FlowModel::setPace(int ms)
{
    m_pace.setInterval(ms);
    catchUp();
}

void FlowModel::catchUp()
{
    if (m_pace.isActive()) {
        settle();
    }
}

void FlowModel::setCurrentFlows(const std::vector<EventRecord> &records, quint64 askedAt)
{
    std::set<FlowKey> current;
    m_leftOut = 0;
    for (const EventRecord &record : records) {
        if (record.kind == EventKind::Flow) {
            current.insert(keyOf(record));
            listFlow(record, askedAt);
        }
    }
    std::vector<FlowNode *> gone;
    for (const auto &[key, node] : m_live) {
        if (node->report <= askedAt && !current.contains(key)) {
            gone.push_back(node);
        }
    }
    for (FlowNode *node : gone) {
        end(*node, records.empty() ? std::max(m_nowNs, node->record.timeNs) : records.front().timeNs);
    }
    settle();
}

void FlowModel::setCurrentExpectations(const std::vector<EventRecord> &records, quint64 askedAt)
{
    QSet<QByteArray> current;
    QSet<QByteArray> endedSince;
    collectEnds(*m_root, askedAt, endedSince);
    for (const EventRecord &record : records) {
        const QByteArray key = expectationKey(record);
        current.insert(key);
        if (!m_waiting.contains(key) && !endedSince.contains(key) && m_total < Capacity) {
            applyExpectation(record);
        }
    }
    const QHash<QByteArray, FlowNode *> waiting = m_waiting;
    for (auto each = waiting.cbegin(); each != waiting.cend(); ++each) {
        FlowNode &node = **each;
        if (node.report <= askedAt && !current.contains(each.key())) {
            node.record.outcome = std::uint8_t(EventAction::Removed);
            end(node, std::max(m_nowNs, node.record.timeNs));
        }
    }
    settle();
}

// Expectations of whose end a report later than @p after told.
void FlowModel::collectEnds(const FlowNode &parent, quint64 after, QSet<QByteArray> &into)
{
    for (const auto *list : {&parent.children, &parent.coming}) {
        for (const auto &child : *list) {
            if (child->isExpectation() && child->over && child->report > after) {
                into.insert(expectationKey(child->record));
            }
            collectEnds(*child, after, into);
        }
    }
}

void FlowModel::clear()
{
    beginResetModel();
    m_live.clear();
    m_byTuple.clear();
    m_waiting.clear();
    m_withComing.clear();
    m_touched.clear();
    m_root->children.clear();
    m_root->coming.clear();
    m_pace.stop();
    m_total = m_over = m_overLeft = 0;
    m_lost = m_leftOut = 0;
    endResetModel();
    emit countsChanged();
}

void FlowModel::tick(std::uint64_t nowNs)
{
    m_nowNs = nowNs;
    if (m_over > 0) {
        dropOld();
        emit countsChanged();
    }
}

void FlowModel::applyFlow(const EventRecord &event)
{
    const auto known = m_live.find(keyOf(event));
    FlowNode *node = known == m_live.end() ? nullptr : known->second;
    if (isEnd(event.action())) {
        if (node && event.timeNs < node->listedNs) {
            return; // the end of an earlier connection of the same id and tuple
        }
        FlowNode &ended = node ? *node : addFlow(event);
        ended.update(event);
        end(ended, event.timeNs);
        return;
    }
    const bool isNew = event.action() == EventAction::New;
    if (node && isNew && node->inEvents) { // nobody saw the end of the one before
        end(*node, event.timeNs);
        node = nullptr;
    }
    if (node && !node->inEvents && hasMaster(event) && !node->parent->isExpectation()) {
        adopt(*node, masterOf(event)); // a list came first, and did not say which expectation let it in
    }
    FlowNode &flow = node ? *node : addFlow(event);
    flow.update(event);
    flow.report = m_reports;
    flow.inEvents = true;
    if (isNew) {
        flow.sinceNs = event.timeNs;
        flow.begun = true;
    }
    touch(flow);
}

void FlowModel::listFlow(const EventRecord &record, quint64 askedAt)
{
    const auto known = m_live.find(keyOf(record));
    if (known != m_live.end()) {
        FlowNode &node = *known->second;
        const std::uint8_t action = node.record.outcome;
        node.update(record);
        node.record.outcome = action;
        node.listedNs = record.timeNs;
        touch(node);
        return;
    }
    const auto last = m_byTuple.find(record.tuple());
    const bool isPlaceholder = last != m_byTuple.end() && !last->second->known;
    if (last != m_byTuple.end() && last->second->report > askedAt && last->second->over && !isPlaceholder
        && last->second->record.expectation.id == record.expectation.id) {
        return; // it has ended since the list was made
    }
    if (m_total >= Capacity && !isPlaceholder) {
        ++m_leftOut;
        return;
    }
    FlowNode &node = addFlow(record);
    node.listedNs = record.timeNs;
}

void FlowModel::applyExpectation(const EventRecord &event)
{
    const QByteArray key = expectationKey(event);
    FlowNode *known = m_waiting.value(key);
    FlowNode &node = known ? *known : addExpectation(event);
    node.report = m_reports;
    node.record.outcome = event.outcome;
    if (!isEnd(event.action())) {
        node.record.timeNs = event.timeNs;
        node.record.timeoutSeconds = event.timeoutSeconds;
    }
    if (endsExpectation(event)) {
        end(node, event.timeNs);
    } else if (!known) {
        m_waiting.insert(key, &node);
    }
    touch(node);
}

FlowNode &FlowModel::addFlow(const EventRecord &event)
{
    const Tuple tuple = event.tuple();
    const auto last = m_byTuple.find(tuple);
    FlowNode *node = last != m_byTuple.end() && !last->second->known ? last->second : nullptr;
    if (node) {
        node->known = true;
        node->over = false;
        --m_over;
        node->record = event;
        node->sinceNs = event.timeNs;
        if (hasMaster(event)) {
            adopt(*node, masterOf(event));
        }
    } else {
        FlowNode *parent = masterOf(event);
        node = &add(event, parent);
    }
    node->report = m_reports;
    m_live[keyOf(event)] = node;
    m_byTuple[tuple] = node;
    touch(*node);
    return *node;
}

FlowNode &FlowModel::addExpectation(const EventRecord &event)
{
    return add(event, masterOf(event));
}

void FlowModel::end(FlowNode &node, std::uint64_t timeNs)
{
    if (node.isExpectation()) {
        m_waiting.remove(expectationKey(node.record));
    } else {
        node.record.outcome = std::uint8_t(EventAction::Removed);
        m_live.erase(keyOf(node.record));
    }
    node.report = m_reports;
    node.endNs = std::max(timeNs, node.sinceNs);
    node.over = true;
    ++m_over;
    touch(node);
}

// The row below which the event's own belongs.
FlowNode *FlowModel::masterOf(const EventRecord &event)
{
    const Tuple tuple = event.masterTuple();
    if (!hasMaster(event) || (event.kind == EventKind::Flow && tuple == event.tuple())) {
        return m_root.get();
    }
    FlowNode *&master = m_byTuple[tuple];
    if (!master) {
        EventRecord record = emptyEvent(EventKind::Flow);
        record.setTuple(tuple);
        record.setHelper(event.helperName());
        master = &add(record, m_root.get());
        master->known = false;
        master->over = true;
        ++m_over;
    }
    FlowNode *expectation = event.kind == EventKind::Flow ? expectationOf(*master, event) : nullptr;
    return expectation ? expectation : master;
}

FlowNode &FlowModel::add(const EventRecord &event, FlowNode *parent)
{
    auto node = std::make_unique<FlowNode>();
    FlowNode &added = *node;
    added.record = event;
    added.sinceNs = event.timeNs;
    added.begun = event.kind == EventKind::Expectation;
    ++m_total;
    attach(std::move(node), parent);
    return added;
}

void FlowModel::attach(std::unique_ptr<FlowNode> node, FlowNode *parent)
{
    node->serial = ++m_serial;
    node->parent = parent;
    if (!parent->announced) {
        parent->children.push_back(std::move(node));
        return;
    }
    if (parent->coming.empty()) {
        m_withComing.push_back(parent);
    }
    parent->coming.push_back(std::move(node));
}

// Moves a master, of which only the tuple was known so far, below the one that it turns out to have itself.
void FlowModel::adopt(FlowNode &node, FlowNode *parent)
{
    if (node.parent == parent || parent->isWithin(&node)) {
        return; // two that claim each other as masters would be a tree without a root
    }
    announceComing();
    FlowNode *old = node.parent;
    const int row = node.row();
    beginRemoveRows(indexOf(old), row, row);
    const auto place = old->children.end() - 1 - row;
    std::unique_ptr<FlowNode> taken = std::move(*place);
    old->children.erase(place);
    endRemoveRows();
    beginInsertRows(indexOf(parent), 0, 0);
    taken->serial = ++m_serial;
    taken->parent = parent;
    parent->children.push_back(std::move(taken));
    endInsertRows();
}

void FlowModel::touch(const FlowNode &node)
{
    if (!node.announced) {
        return;
    }
    const auto [place, isFirst] = m_touched.emplace(node.parent, Span {node.serial, node.serial});
    if (!isFirst) {
        place->second.oldest = std::min(place->second.oldest, node.serial);
        place->second.youngest = std::max(place->second.youngest, node.serial);
    }
}

void FlowModel::settle()
{
    m_pace.stop();
    announceComing();
    announceChanges();
    // What is over need not be finished, so most of it may have to stay: looking again is worth it when there is more.
    if (m_total > Capacity || m_over > std::max(EndedCapacity, m_overLeft + EndedCapacity / 8)) {
        dropOld();
    }
    emit countsChanged();
}

void FlowModel::settleInTime()
{
    if (m_pace.interval() == 0 || m_total > Capacity) {
        settle();
    } else if (!m_pace.isActive()) {
        m_pace.start();
    }
}

namespace {

void setAnnounced(FlowNode &node)
{
    node.announced = true;
    for (const auto &child : node.children) {
        setAnnounced(*child);
    }
}

} // namespace

void FlowModel::announceComing()
{
    for (FlowNode *parent : std::exchange(m_withComing, {})) {
        beginInsertRows(indexOf(parent), 0, int(parent->coming.size()) - 1);
        for (auto &node : parent->coming) {
            setAnnounced(*node);
            parent->children.push_back(std::move(node));
        }
        parent->coming.clear();
        endInsertRows();
    }
}

void FlowModel::announceChanges()
{
    for (const auto &[parent, span] : std::exchange(m_touched, {})) {
        if (!parent->children.empty()) {
            const QModelIndex place = indexOf(parent);
            emit dataChanged(index(parent->rowOfSerial(span.youngest), 0, place),
                index(parent->rowOfSerial(span.oldest), ColumnCount - 1, place));
        }
    }
}

} // namespace Trackhand
