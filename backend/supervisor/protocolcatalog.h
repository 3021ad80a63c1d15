// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/supervisor/helpermanager.h"

#include <QByteArray>

#include <map>

namespace Trackhand {

/// The protocols that the helper program knows, as it prints them itself: this process runs no protocol code.
class ProtocolCatalog {
public:
    /// Runs `@p program --list`; a few milliseconds.
    static Result<ProtocolCatalog> read(const std::string &program);
    static Result<ProtocolCatalog> parse(const QByteArray &lines);

    /// Asks `@p program --check` whether the protocol takes these options; a few milliseconds. Error: InvalidArgument,
    /// with the program's own words.
    static Status checkOptions(
        const std::string &program, const std::string &protocol, const std::map<std::string, std::string> &options);

    const std::vector<ProtocolDescription> &all() const { return m_protocols; }

    /// The protocol of that name, or the observer, which any other name gets.
    const ProtocolDescription &forName(const std::string &name) const;

private:
    std::vector<ProtocolDescription> m_protocols;
};

} // namespace Trackhand
