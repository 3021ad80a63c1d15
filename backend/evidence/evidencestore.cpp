// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/evidence/evidencestore.h"

#include "backend/evidence/evidencefile.h"
#include "backend/evidence/evidenceid.h"
#include "wire/base/clock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <map>

namespace Trackhand {

namespace {

constexpr std::string_view Suffix = ".pcapng";
constexpr std::uint64_t NsPerMs = 1'000'000;
constexpr qint64 HeadSize = 4096; // bytes; more than a section with its comment has
constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString path(const std::string &name)
{
    return QString::fromStdString(name);
}

Error fileError(const std::string &deed, const QFileDevice &file)
{
    return {
        ErrorCode::Failed, deed + ' ' + file.fileName().toStdString() + " failed: " + file.errorString().toStdString()};
}

EvidenceStore::Entry entryOf(const EvidenceId &id, const QFileInfo &info)
{
    QFile file(info.filePath());
    const std::string begin = file.open(QIODevice::ReadOnly) ? file.read(HeadSize).toStdString() : std::string();
    EvidenceHead head = evidenceHead(begin);
    return {id.toString(), id.helper, id.timeMs * NsPerMs, std::move(head.reason), head.packets,
        static_cast<std::uint64_t>(info.size()), head.inHand};
}

} // namespace

EvidenceStore::EvidenceStore(std::string directory)
    : m_directory(std::move(directory))
{
}

std::vector<EvidenceStore::Entry> EvidenceStore::list() const
{
    std::vector<Entry> entries;
    const QDir directory(path(m_directory));
    for (const QFileInfo &info :
        directory.entryInfoList({QStringLiteral("*.pcapng")}, QDir::Files | QDir::NoSymLinks)) {
        if (const auto id = EvidenceId::parse(info.completeBaseName().toStdString())) {
            entries.push_back(entryOf(*id, info));
        }
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return a.timeNs != b.timeNs ? a.timeNs > b.timeNs : a.helper < b.helper;
    });
    return entries;
}

Result<std::string> EvidenceStore::keep(
    const std::string &helper, const std::string &reason, const LastMoments &lastMoments)
{
    if (lastMoments.packets.empty()) {
        return std::string();
    }
    if (const Status made = makeDirectory(); !made) {
        return made.error();
    }
    const std::string id = freeId(helper);
    const std::string bytes = evidenceFile(helper, reason, lastMoments);
    QSaveFile saved(path(file(id)));
    if (!saved.open(QIODevice::WriteOnly) || !saved.setPermissions(OwnerOnly)
        || saved.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size())
        || !saved.commit()) {
        return fileError("writing", saved);
    }
    removeOld();
    return id;
}

Result<std::string> EvidenceStore::read(std::string_view id) const
{
    const auto name = existing(id);
    if (!name) {
        return name.error();
    }
    QFile kept(path(*name));
    if (!kept.open(QIODevice::ReadOnly)) {
        return fileError("reading", kept);
    }
    if (kept.size() > static_cast<qint64>(MaxFileSize)) {
        return Error {ErrorCode::LimitReached, *name + " is larger than 256 KiB; Trackhand did not write it"};
    }
    return kept.readAll().toStdString();
}

Status EvidenceStore::remove(std::string_view id)
{
    const auto name = existing(id);
    if (!name) {
        return name.error();
    }
    QFile kept(path(*name));
    if (!kept.remove()) {
        return fileError("removing", kept);
    }
    return Done {};
}

std::string EvidenceStore::file(std::string_view id) const
{
    return m_directory + '/' + std::string(id) + std::string(Suffix);
}

/// The name of its file.
Result<std::string> EvidenceStore::existing(std::string_view id) const
{
    if (!EvidenceId::parse(id)) {
        return Error {ErrorCode::InvalidArgument,
            "that cannot be the id of evidence: it is HELPER-TIME, as trackhandctl evidence list shows it, and no "
            "path"};
    }
    const QFileInfo info(path(file(id)));
    if (!info.isFile() || info.isSymLink()) {
        return Error {ErrorCode::Failed,
            "there is no evidence " + std::string(id) + " (any more); see trackhandctl evidence list"};
    }
    return file(id);
}

/// That of now, or, when the clock was set back to a time that has one, of a moment later.
std::string EvidenceStore::freeId(const std::string &helper) const
{
    EvidenceId id {helper, Wire::wallClockNs() / NsPerMs};
    while (QFile::exists(path(file(id.toString())))) {
        ++id.timeMs;
    }
    return id.toString();
}

Status EvidenceStore::makeDirectory() const
{
    const QString directory = path(m_directory);
    if (QFileInfo(directory).isDir()) {
        return Done {};
    }
    if (!QDir().mkpath(directory) || !QFile::setPermissions(directory, OwnerOnly | QFile::ExeOwner)) {
        return Error {ErrorCode::Failed, "cannot make " + m_directory + "; the service needs to write there"};
    }
    return Done {};
}

void EvidenceStore::removeOld() const
{
    std::map<std::string, std::size_t> files;
    std::uint64_t size = 0;
    for (const Entry &entry : list()) {
        const bool tooMany = ++files[entry.helper] > MaxPerHelper;
        size += tooMany ? 0 : entry.size;
        if (tooMany || size > MaxTotalSize) {
            QFile::remove(path(file(entry.id)));
        }
    }
}

} // namespace Trackhand
