// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/settings/scriptstore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace Trackhand {

namespace {

constexpr std::string_view Suffix = ".lua";
constexpr std::size_t MaxScriptNameLength = 64; ///< bytes

QString path(const std::string &name)
{
    return QString::fromStdString(name);
}

bool isPlain(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' || c == '-';
}

Error systemError(const std::string &deed, const std::string &file)
{
    return {ErrorCode::Failed, deed + ' ' + file + " failed: " + std::strerror(errno)};
}

Error fileError(const std::string &deed, const QFileDevice &file)
{
    return {
        ErrorCode::Failed, deed + ' ' + file.fileName().toStdString() + " failed: " + file.errorString().toStdString()};
}

Error noSuchScript(const std::string &text)
{
    return {ErrorCode::NoSuchScript, text};
}

Result<std::string> readWhole(const std::string &name)
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError("reading", file);
    }
    if (file.size() > qint64(ScriptStore::MaxScriptSize)) {
        return Error {ErrorCode::LimitReached, name + " is larger than 256 KiB; a script has at most that"};
    }
    return file.readAll().toStdString();
}

Status writeWhole(const std::string &name, const std::string &text)
{
    QSaveFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther)
        || !file.commit()) {
        return fileError("writing", file);
    }
    return Done {};
}

/// The file gets a second name, in the place of whatever had that name.
Status linkInPlaceOf(const std::string &file, const std::string &name)
{
    const std::string passing = name + ".new";
    (void)::unlink(passing.c_str()); // of a run that was cut off
    if (::link(file.c_str(), passing.c_str()) != 0 || ::rename(passing.c_str(), name.c_str()) != 0) {
        return systemError("keeping the previous version of", file);
    }
    return Done {};
}

} // namespace

Status validateScriptName(std::string_view name)
{
    if (name.size() <= Suffix.size() || name.size() > MaxScriptNameLength || !name.ends_with(Suffix)
        || name.front() == '.' || name.front() == '-' || !std::all_of(name.begin(), name.end(), isPlain)) {
        return Error {ErrorCode::InvalidArgument,
            "that cannot be a script's name: it is NAME.lua with at most 64 of the characters A-Z a-z 0-9 . _ -, "
            "and no path"};
    }
    return Done {};
}

ScriptStore::ScriptStore(const std::string &directory)
    : m_directory(directory + "/scripts")
{
}

std::vector<ScriptStore::Entry> ScriptStore::list() const
{
    std::vector<Entry> entries;
    const QDir scripts(path(m_directory));
    for (const QFileInfo &info : scripts.entryInfoList({QStringLiteral("*.lua")}, QDir::Files, QDir::Name)) {
        const std::string name = info.fileName().toStdString();
        if (validateScriptName(name)) {
            entries.push_back(
                {name, std::uint64_t(info.size()), std::uint64_t(info.lastModified().toMSecsSinceEpoch()) * 1'000'000,
                    QFile::exists(path(previousFile(name)))});
        }
    }
    return entries;
}

Result<std::string> ScriptStore::read(std::string_view name) const
{
    if (const auto valid = validateScriptName(name); !valid) {
        return valid.error();
    }
    if (!QFile::exists(path(file(name)))) {
        return noSuchScript(
            "there is no script " + std::string(name) + "; install it first: trackhandctl script install FILE.lua");
    }
    return readWhole(file(name));
}

Result<std::string> ScriptStore::readPrevious(std::string_view name) const
{
    if (const auto valid = validateScriptName(name); !valid) {
        return valid.error();
    }
    if (!QFile::exists(path(previousFile(name)))) {
        return noSuchScript("no earlier version of " + std::string(name) + " is kept; see trackhandctl script list");
    }
    return readWhole(previousFile(name));
}

Status ScriptStore::install(std::string_view name, const std::string &text)
{
    if (const auto valid = validateScriptName(name); !valid) {
        return valid;
    }
    if (text.size() > MaxScriptSize) {
        return Error {ErrorCode::LimitReached, std::string(name) + " is larger than 256 KiB; make it smaller"};
    }
    if (!QDir().mkpath(path(m_directory))) {
        return Error {ErrorCode::Failed, "cannot make " + m_directory + "; the service needs to write there"};
    }
    const bool exists = QFile::exists(path(file(name)));
    if (exists) {
        const auto present = readWhole(file(name));
        if (present && *present == text) {
            return Done {};
        }
        if (const auto kept = linkInPlaceOf(file(name), previousFile(name)); !kept) {
            return kept;
        }
    } else if (list().size() >= MaxScripts) {
        return Error {ErrorCode::LimitReached, "there are 256 scripts already; remove one first"};
    }
    return writeWhole(file(name), text);
}

Status ScriptStore::rollBack(std::string_view name)
{
    if (const auto previous = readPrevious(name); !previous) {
        return previous.error();
    }
    if (::renameat2(AT_FDCWD, previousFile(name).c_str(), AT_FDCWD, file(name).c_str(), RENAME_EXCHANGE) != 0) {
        return systemError("rolling back", file(name));
    }
    return Done {};
}

Status ScriptStore::remove(std::string_view name)
{
    if (const auto valid = validateScriptName(name); !valid) {
        return valid;
    }
    for (const std::string &each : {file(name), previousFile(name)}) {
        if (::unlink(each.c_str()) != 0 && errno != ENOENT) {
            return systemError("removing", each);
        }
    }
    return Done {};
}

} // namespace Trackhand
