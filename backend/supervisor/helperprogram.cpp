// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/helperprogram.h"

#include <QProcess>

#include <algorithm>
#include <iterator>
#include <unistd.h>

namespace Trackhand {

namespace {

constexpr int PatienceMs = 10000;

/// The first line of what the program complained of, without its name.
std::string complaint(QProcess &process)
{
    QString words = QString::fromUtf8(process.readAllStandardError()).section(QLatin1Char('\n'), 0, 0);
    words.remove(QStringLiteral("trackhand-helperd: "));
    return words.toStdString();
}

QString valueOf(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

std::vector<std::string> HelperProgram::scriptArguments(const std::string &name)
{
    return {"--helper", name.substr(0, name.rfind('.')), "--script", "0"};
}

HelperProgram::HelperProgram(std::string path, HelperProcess::Identity identity)
    : m_path(std::move(path))
    , m_identity(identity)
{
}

Result<ProtocolCatalog> HelperProgram::list() const
{
    const auto lines = ask({QStringLiteral("--list")}, {});
    if (!lines) {
        return Error {
            ErrorCode::Failed, "cannot run " + m_path + " --list (" + lines.error().text + "); reinstall Trackhand"};
    }
    return ProtocolCatalog::parse(*lines);
}

Result<ProtocolDescription> HelperProgram::describe(const std::string &name, const std::string &script) const
{
    QStringList arguments {QStringLiteral("--list")};
    std::ranges::transform(scriptArguments(name), std::back_inserter(arguments), valueOf);
    const auto line = ask(arguments, script);
    if (!line) {
        return line.error();
    }
    return ProtocolCatalog::parseOne(*line);
}

Status HelperProgram::check(const std::string &protocol, const Options &options) const
{
    return check({"--helper", protocol}, options, {});
}

Status HelperProgram::checkScript(const std::string &name, const std::string &script, const Options &options) const
{
    return check(scriptArguments(name), options, script);
}

Status HelperProgram::check(
    const std::vector<std::string> &what, const Options &options, const std::string &input) const
{
    QStringList arguments {QStringLiteral("--check")};
    std::ranges::transform(what, std::back_inserter(arguments), valueOf);
    for (const auto &[key, value] : options) {
        arguments << QStringLiteral("--option") << valueOf(key + '=' + value);
    }
    const auto answer = ask(arguments, input);
    return answer ? Status(Done {}) : answer.error();
}

Result<QByteArray> HelperProgram::ask(const QStringList &arguments, const std::string &input) const
{
    QProcess process;
    process.setProgram(valueOf(m_path));
    process.setArguments(arguments);
    process.setChildProcessModifier([identity = m_identity] {
        if (!HelperProcess::becomeUser(identity)) {
            ::_exit(127);
        }
    });
    process.start();
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    if (!process.waitForFinished(PatienceMs)) {
        return Error {ErrorCode::Failed, process.errorString().toStdString()};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        const std::string words = complaint(process);
        return Error {ErrorCode::InvalidArgument, words.empty() ? m_path + " ended without an answer" : words};
    }
    return process.readAllStandardOutput();
}

} // namespace Trackhand
