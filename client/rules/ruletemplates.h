// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/rules/ruledraft.h"

namespace Trackhand {

/// A rule that many people need, but for the one thing only they know.
struct RuleTemplate {
    QString title; ///< "FTP server behind this router"
    RuleDraft draft; ///< its ports are the protocol's own
    RuleField toFill = RuleField::Source; ///< what makes it narrow
};

/// By protocol; every helper in it is one that Trackhand comes with.
QList<RuleTemplate> ruleTemplates();

} // namespace Trackhand
