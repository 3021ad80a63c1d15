// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/supervisor/helpermanager.h"

#include <QByteArray>

#include <vector>

namespace Trackhand {

/// The protocols that the helper program knows, as it prints them itself: this process runs no protocol code.
class ProtocolCatalog {
public:
    static Result<ProtocolCatalog> parse(const QByteArray &lines);
    /// One protocol, as a script is described.
    static Result<ProtocolDescription> parseOne(const QByteArray &line);

    const std::vector<ProtocolDescription> &all() const { return m_protocols; }

    /// The protocol of that name, or the observer, which any other name gets.
    const ProtocolDescription &forName(const std::string &name) const;

private:
    std::vector<ProtocolDescription> m_protocols;
};

} // namespace Trackhand
