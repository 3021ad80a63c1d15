// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "client/stores/objectstore.h"

namespace Trackhand {

class BackendLink;

/// The helpers of one backend. Empty while there is no backend.
class HelperStore : public ObjectStore<HelperInfo> {
    Q_OBJECT
public:
    using ObjectStore::ObjectStore;

    /// Follows @p link from now on.
    void follow(BackendLink *link);

    /// Nullptr when there is none of that name.
    const HelperInfo *find(const QString &name) const;
    /// The first queue number that no helper has.
    uint firstFreeQueue() const;
};

} // namespace Trackhand
