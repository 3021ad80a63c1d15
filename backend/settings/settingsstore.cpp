// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/settings/settingsstore.h"

#include "backend/settings/validation.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <set>

namespace Trackhand {

namespace {

constexpr qint64 MaxFileSize = 1024 * 1024; ///< bytes; a helper's file is well below 10 KiB

QString path(const std::string &name)
{
    return QString::fromStdString(name);
}

Error fileError(const std::string &deed, const QFileDevice &file)
{
    return {
        ErrorCode::Failed, deed + " " + file.fileName().toStdString() + " failed: " + file.errorString().toStdString()};
}

Result<std::string> readFile(const std::string &name)
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError("reading", file);
    }
    if (file.size() > MaxFileSize) {
        return Error {ErrorCode::InvalidArgument, name + ":1: larger than 1 MiB; this is no settings file"};
    }
    return file.readAll().toStdString();
}

Result<HelperDocument> readHelperFile(const std::string &name)
{
    const auto text = readFile(name);
    if (!text) {
        return text.error();
    }
    auto document = SettingsDocument::readHelper(*text, name);
    if (document && document->name != QFileInfo(path(name)).completeBaseName().toStdString()) {
        return Error {ErrorCode::InvalidArgument,
            name + ":1: names helper " + document->name + "; name the file " + document->name + ".toml"};
    }
    return document;
}

void separateRuleIds(SettingsStore::Contents &contents)
{
    std::set<RuleId> seen;
    for (auto &document : contents.helpers) {
        for (auto &rule : document.rules) {
            if (rule.id != RuleId {} && !seen.insert(rule.id).second) {
                contents.problems.push_back({ErrorCode::InvalidRule,
                    document.name + ".toml: rule id " + std::to_string(static_cast<std::uint32_t>(rule.id))
                        + " is used twice; this one gets a new id"});
                rule.id = RuleId {};
            }
        }
    }
}

} // namespace

SettingsStore::SettingsStore(std::string directory)
    : m_directory(std::move(directory))
{
}

std::string SettingsStore::helperFile(std::string_view name) const
{
    return helperDirectory() + "/" + std::string(name) + ".toml";
}

SettingsStore::Contents SettingsStore::load() const
{
    Contents contents;
    const auto general = m_directory + "/trackhand.toml";
    if (QFile::exists(path(general))) {
        const auto text = readFile(general);
        const auto settings =
            text ? SettingsDocument::readGeneral(*text, general) : Result<GeneralSettings>(text.error());
        if (settings) {
            contents.general = *settings;
        } else {
            contents.problems.push_back(settings.error());
        }
    }
    const QDir directory(path(helperDirectory()));
    for (const auto &entry : directory.entryInfoList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name)) {
        if (auto document = readHelperFile(entry.filePath().toStdString())) {
            contents.helpers.push_back(document.take());
        } else {
            contents.problems.push_back(document.error());
        }
    }
    separateRuleIds(contents);
    return contents;
}

Status SettingsStore::save(const HelperDocument &document)
{
    if (auto name = validateHelperName(document.name); !name) {
        return name; // it becomes a file name
    }
    if (!QDir().mkpath(path(helperDirectory()))) {
        return Error {ErrorCode::Failed, "cannot make " + helperDirectory() + "; the service needs to write there"};
    }
    QSaveFile file(path(helperFile(document.name)));
    const auto text = SettingsDocument::write(document);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther)
        || !file.commit()) {
        return fileError("writing", file);
    }
    return Done {};
}

Status SettingsStore::remove(std::string_view name)
{
    if (auto valid = validateHelperName(name); !valid) {
        return valid;
    }
    QFile file(path(helperFile(name)));
    if (file.exists() && !file.remove()) {
        return fileError("removing", file);
    }
    return Done {};
}

} // namespace Trackhand
