// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/helperprogram.h"

#include "backend/settings/validation.h"
#include "backend/supervisor/requestdefaults.h"

#include <QDeadlineTimer>
#include <QProcess>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <iterator>
#include <unistd.h>

namespace Trackhand {

namespace {

constexpr std::size_t MaxModules = 64;
// The service's watchdog bites after 20 seconds, and a module may do what it likes while it is loaded.
constexpr int PatienceWithModuleMs = 4000;
constexpr int PatienceWithModulesMs = 8000; ///< with all of them together

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
    auto catalog = ProtocolCatalog::parse(*lines);
    if (catalog) {
        addModules(*catalog);
    }
    return catalog;
}

void HelperProgram::addModules(ProtocolCatalog &catalog) const
{
    const auto names = ask({QStringLiteral("--modules")}, {});
    if (!names) {
        catalog.refuse({}, names.error().text);
        return;
    }
    const QDeadlineTimer deadline(PatienceWithModulesMs);
    std::size_t seen = 0;
    for (const QString &name : QString::fromUtf8(*names).split(u'\n', Qt::SkipEmptyParts)) {
        Result<ProtocolDescription> module = Error {ErrorCode::LimitReached, "64 modules at most are looked at"};
        if (catalog.has(name.toStdString())) { // and would be described in its place
            module = Error {ErrorCode::InvalidArgument, "a module cannot replace a built-in protocol"};
        } else if (++seen <= MaxModules) {
            module = describeModule(name, std::min(PatienceWithModuleMs, int(deadline.remainingTime())));
        }
        if (module) {
            catalog.add(module.take());
        } else {
            catalog.refuse(name.toStdString(), module.error().text);
        }
    }
}

/// What it says of itself is held to what is asked of a person's settings.
Result<ProtocolDescription> HelperProgram::describeModule(const QString &name, int patienceMs) const
{
    if (patienceMs <= 0) {
        return Error {ErrorCode::Failed, "there was no time left to look at it; modules before it took too long"};
    }
    const auto line = ask({QStringLiteral("--list"), QStringLiteral("--helper"), name}, {}, patienceMs);
    if (!line) {
        return line.error();
    }
    auto module = ProtocolCatalog::parseOne(*line);
    if (!module) {
        return module;
    }
    if (const auto valid = validate(defaultSettings(name.toStdString(), *module, 0)); !valid) {
        return valid.error();
    }
    if (module->name != name.toStdString()) {
        return Error {ErrorCode::InvalidArgument, "it calls itself " + module->name};
    }
    module->isModule = true;
    return module;
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

Result<QByteArray> HelperProgram::ask(const QStringList &arguments, const std::string &input, int patienceMs) const
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
    if (!process.waitForFinished(patienceMs)) {
        return Error {ErrorCode::Failed, process.errorString().toStdString()};
    }
    if (process.exitStatus() != QProcess::NormalExit) {
        return Error {ErrorCode::Failed,
            std::string("the process that was asked ended by ") + ::sigabbrev_np(process.exitCode())};
    }
    if (process.exitCode() != 0) {
        const std::string words = complaint(process);
        return Error {ErrorCode::InvalidArgument, words.empty() ? m_path + " ended without an answer" : words};
    }
    return process.readAllStandardOutput();
}

} // namespace Trackhand
