// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/supervisor/helperprocess.h"
#include "backend/supervisor/protocolcatalog.h"

#include <QByteArray>
#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace Trackhand {

/// Asks trackhand-helperd what it knows, as the user of the helper processes: this process runs no protocol code and no
/// script. Each question starts a process and waits for its answer: milliseconds, and ten seconds at most.
class HelperProgram {
public:
    HelperProgram(std::string path, HelperProcess::Identity identity);

    const std::string &path() const { return m_path; }
    HelperProcess::Identity identity() const { return m_identity; }

    /// The built-in protocols and the modules, each of which is asked for on its own: one that cannot be used is
    /// refused and takes nothing else away.
    Result<ProtocolCatalog> list() const;

    /// What the script @p name says of itself. InvalidArgument, with the script's line, when it cannot run.
    Result<ProtocolDescription> describe(const std::string &name, const std::string &script) const;

    using Options = std::map<std::string, std::string>;
    /// Whether the protocol takes these options. InvalidArgument, with the program's own words.
    Status check(const std::string &protocol, const Options &options) const;
    Status checkScript(const std::string &name, const std::string &script, const Options &options) const;

    /// What the program is told of a script whose text is its standard input.
    static std::vector<std::string> scriptArguments(const std::string &name);

private:
    static constexpr int PatienceMs = 10000;

    void addModules(ProtocolCatalog &catalog) const;
    Result<ProtocolDescription> describeModule(const QString &name, int patienceMs) const;
    Status check(const std::vector<std::string> &what, const Options &options, const std::string &input) const;
    Result<QByteArray> ask(const QStringList &arguments, const std::string &input, int patienceMs = PatienceMs) const;

    std::string m_path;
    HelperProcess::Identity m_identity;
};

} // namespace Trackhand
