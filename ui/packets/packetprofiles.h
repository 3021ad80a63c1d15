// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/colorrules.h"
#include "ui/packets/columnlayout.h"
#include "wire/base/result.h"

#include <QSettings>

namespace Trackhand {

/// How the packets are looked at, under a name.
struct PacketProfile {
    QString name; ///< "" is the profile that is always there
    ColumnLayout columns; ///< empty: as they are without a profile
    QString filter;
    std::optional<ColorRuleList> rules; ///< none: the default rules
};

/// The profiles in the settings of the person. What the file has that is none reads as absent.
class PacketProfiles {
public:
    static constexpr int LeastPackets = 10'000; ///< that a table may be told to keep

    PacketProfiles();

    /// Of those that were saved, by name; without "".
    QStringList names() const;
    /// A profile of this name, as it was saved; with nothing in it when it was not.
    PacketProfile read(const QString &name) const;
    Status save(const PacketProfile &profile);
    Status remove(const QString &name);

    /// The one in use; "" when that is gone.
    QString current() const;
    Status setCurrent(const QString &name);

    /// How many packets the table keeps, whatever the profile.
    int limit() const;
    Status setLimit(int packets);

private:
    Status written();

    mutable QSettings m_settings;
};

} // namespace Trackhand
