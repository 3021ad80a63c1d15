// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "client/stores/objectstore.h"

namespace Trackhand {

class BackendLink;

/// Whether a rule changed in nothing but its counters.
bool onlyCounted(const QVariantMap &changed);

/// The rules of one backend. Empty while there is no backend.
class RuleStore : public ObjectStore<RuleInfo> {
    Q_OBJECT
public:
    using ObjectStore::ObjectStore;

    void follow(BackendLink *link);
    int countOf(const QString &helper) const;
};

} // namespace Trackhand
