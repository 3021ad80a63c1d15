// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QString>

namespace Trackhand {

/// A place in the window that something outside of it can point at: "helpers/ftp", "packets/ftp", or a page alone,
/// "overview". What stands behind the slash is what that page's lookFor() takes.
struct Place {
    enum Page { Overview, Helpers, Rules, Packets, Expectations, Flows }; ///< as the window has them, from the top

    Page page = Overview;
    QString subject; ///< "" = the page as it is

    /// Errors: InvalidArgument, which names the pages that there are.
    static Result<Place> parse(const QString &text);
    QString toString() const;

    bool operator==(const Place &) const = default;
};

} // namespace Trackhand
