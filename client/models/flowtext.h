// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/flownode.h"
#include "client/models/helpertext.h"

#include <QString>

/// The values of a connection or an expectation in the tree of connections, as text for people. @p nowNs since the
/// epoch.
namespace Trackhand {

QString flowTitle(const FlowNode &node); ///< "tcp 10.0.1.2:40000 → 10.0.2.2:21", "expects tcp …"
QString flowTitleToolTip(const FlowNode &node); ///< the answers' addresses where they are translated
QString flowStateWord(
    const FlowNode &node, std::uint64_t nowNs); ///< "established", "ended 12 s ago", "waiting, 42 s", …
QString flowStateToolTip(const FlowNode &node, std::uint64_t nowNs);
StateKind flowStateKind(const FlowNode &node);

enum class FlowCount { BytesOriginal, BytesReply, PacketsOriginal, PacketsReply };
std::optional<std::uint64_t> flowCount(const FlowNode &node, FlowCount which);
QString flowCountText(const FlowNode &node, FlowCount which); ///< "–" when it is not known
QString flowCountToolTip(const FlowNode &node, std::uint64_t nowNs); ///< why it is not known; "" when it is

QString flowAgeText(const FlowNode &node, std::uint64_t nowNs); ///< "> 12 s" when its beginning was not seen
QString flowAgeToolTip(const FlowNode &node);

} // namespace Trackhand
