// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/expectationtext.h"
#include "client/models/flowmodel.h"

#include <algorithm>

// What goes from the tree of connections, so that it keeps its bounds.
namespace Trackhand {

namespace {

/// The largest subtrees in which everything is over.
void collectFinished(const FlowNode &parent, std::vector<FlowNode *> &into)
{
    for (const auto &child : parent.children) {
        if (child->isFinished()) {
            into.push_back(child.get());
        } else {
            collectFinished(*child, into);
        }
    }
}

} // namespace

// More than is needed goes at once, so that dropping costs little on average.
void FlowModel::dropOld()
{
    std::vector<FlowNode *> finished;
    collectFinished(*m_root, finished);
    std::stable_sort(finished.begin(), finished.end(),
        [](const FlowNode *a, const FlowNode *b) { return a->finishedNs() < b->finishedNs(); });
    std::size_t ended = 0;
    for (const FlowNode *node : finished) {
        ended += node->size();
    }
    const std::size_t allowed = ended > EndedCapacity ? EndedCapacity - EndedCapacity / 8 : EndedCapacity;
    std::size_t left = m_total;
    for (FlowNode *node : finished) {
        const bool isOld = node->finishedNs() + EndedSeconds * 1'000'000'000 < m_nowNs;
        if (isOld || ended > allowed || left > Capacity) {
            node->doomed = true;
            ended -= node->size();
            left -= node->size();
        }
    }
    removeDoomed(*m_root);
    if (m_total > Capacity) {
        dropOldestTrees();
    }
    m_overLeft = m_over;
}

void FlowModel::dropOldestTrees()
{
    std::size_t left = m_total;
    for (auto tree = m_root->children.begin(); left > Capacity - Capacity / 8; ++tree) {
        (*tree)->doomed = true;
        left -= (*tree)->size();
    }
    removeDoomed(*m_root);
}

void FlowModel::removeDoomed(FlowNode &parent)
{
    auto &children = parent.children;
    const auto isDoomed = [](const std::unique_ptr<FlowNode> &child) {
        return child->doomed;
    };
    auto end = children.end();
    while (end != children.begin()) {
        const auto last = std::find_if(std::make_reverse_iterator(end), children.rend(), isDoomed).base();
        const auto first = std::find_if_not(std::make_reverse_iterator(last), children.rend(), isDoomed).base();
        if (first != last) {
            beginRemoveRows(indexOf(&parent), int(children.end() - last), int(children.end() - first) - 1);
            std::for_each(first, last, [this](const std::unique_ptr<FlowNode> &child) { forget(*child); });
            end = children.erase(first, last);
            endRemoveRows();
        } else {
            end = first;
        }
    }
    for (const auto &child : children) {
        removeDoomed(*child);
    }
}

void FlowModel::forget(FlowNode &node)
{
    --m_total;
    if (node.over) {
        --m_over;
    } else if (node.isExpectation()) {
        m_waiting.remove(expectationKey(node.record));
    } else {
        m_live.erase(keyOf(node.record));
        ++m_leftOut;
    }
    const auto byTuple = m_byTuple.find(node.record.tuple());
    if (byTuple != m_byTuple.end() && byTuple->second == &node) {
        m_byTuple.erase(byTuple);
    }
    for (const auto &child : node.children) {
        forget(*child);
    }
}

} // namespace Trackhand
