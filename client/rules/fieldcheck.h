// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace Trackhand {

/// Why a text cannot be what its field is for, and what could, in one line; "" when it can. The backend would refuse
/// the same.
class FieldCheck {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::FieldCheck)
public:
    static QString helperName(const QString &name);
    /// "" is any network.
    static QString network(const QString &network);
    /// "" is any interface.
    static QString interfaceName(const QString &name);
    /// "" is left to the backend.
    static QString ports(const QString &ports);

    /// 1 to 15 bytes of A-Z a-z 0-9 . _ - with a letter, a digit or _ first.
    static bool isPlainName(const QString &name);
};

} // namespace Trackhand
