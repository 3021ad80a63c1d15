// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/supervisor/helpermanager.h"

#include <QByteArray>

#include <string>
#include <utility>
#include <vector>

namespace Trackhand {

/// The protocols that the helper program knows, built in and as modules, as it prints them itself: this process runs no
/// protocol code.
class ProtocolCatalog {
public:
    static Result<ProtocolCatalog> parse(const QByteArray &lines);
    /// One protocol, as a script or a module is described.
    static Result<ProtocolDescription> parseOne(const QByteArray &line);

    void add(ProtocolDescription module) { m_protocols.push_back(std::move(module)); }
    void refuse(std::string module, std::string why) { m_refused.push_back({std::move(module), std::move(why)}); }

    bool has(const std::string &name) const;
    const std::vector<ProtocolDescription> &all() const { return m_protocols; }
    const std::vector<RefusedModule> &refused() const { return m_refused; }
    /// Nothing when no module of that name was refused.
    const RefusedModule *refusalOf(const std::string &name) const;

    /// The protocol of that name, or the observer, which any other name gets.
    const ProtocolDescription &forName(const std::string &name) const;

private:
    std::vector<ProtocolDescription> m_protocols;
    std::vector<RefusedModule> m_refused;
};

} // namespace Trackhand
