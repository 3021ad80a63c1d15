// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/module/moduledirectory.h"

#include "helpers/descriptorcheck.h"
#include "helpers/registry.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <utility>

namespace Trackhand {

namespace {

constexpr std::string_view Suffix = ".so";

/// Why what is open as @p file must not be trusted; empty when it may be.
std::string reasonToDistrust(const Fd &file, mode_t type)
{
    struct stat status { };
    if (::fstat(file.get(), &status) != 0) {
        return std::string("cannot be looked at: ") + std::strerror(errno);
    }
    if ((status.st_mode & S_IFMT) != type) {
        return type == S_IFDIR ? "is no folder" : "is no file";
    }
    if (status.st_uid != 0) {
        return "is not root's";
    }
    return (status.st_mode & (S_IWGRP | S_IWOTH)) == 0 ? "" : "can be written by others than root";
}

Error notTrusted(const std::string &what, const std::string &why)
{
    return {ErrorCode::Failed, what + ' ' + why + "; modules are code that only root may install"};
}

Error noSuchHelper(std::string_view name)
{
    return {ErrorCode::NoSuchHelper,
        "no built-in protocol and no module is called \"" + std::string(name)
            + "\"; \"trackhandctl helper available\" lists them"};
}

} // namespace

ModuleDirectory::ModuleDirectory(std::string path)
    : m_path(std::move(path))
{
}

Result<Fd> ModuleDirectory::open() const
{
    Fd folder(::open(m_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.valid()) {
        return Error {errno == ENOENT ? ErrorCode::NoSuchHelper : ErrorCode::Failed,
            "cannot open " + m_path + ": " + std::strerror(errno)};
    }
    return folder;
}

Result<std::vector<std::string>> ModuleDirectory::names() const
{
    auto folder = open();
    if (!folder) {
        const bool absent = folder.error().code == ErrorCode::NoSuchHelper;
        return absent ? Result<std::vector<std::string>>(std::vector<std::string>()) : folder.error();
    }
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(::fdopendir(folder->release()), ::closedir);
    std::vector<std::string> names;
    while (const dirent *const entry = entries ? ::readdir(entries.get()) : nullptr) {
        const std::string_view name = entry->d_name;
        if (name.size() > Suffix.size() && name.ends_with(Suffix) && !name.starts_with('.')) {
            names.emplace_back(name.substr(0, name.size() - Suffix.size()));
        }
    }
    std::ranges::sort(names);
    return names;
}

Result<Fd> ModuleDirectory::openFile(const std::string &fileName) const
{
    const auto folder = open();
    if (!folder) {
        return folder.error();
    }
    if (const std::string why = reasonToDistrust(*folder, S_IFDIR); !why.empty()) {
        return notTrusted(m_path, why);
    }
    // Not blocking: it may be a pipe, for all that is known of it yet.
    Fd file(::openat(folder->get(), fileName.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (!file.valid()) {
        const bool absent = errno == ENOENT || errno == ENAMETOOLONG;
        return Error {absent ? ErrorCode::NoSuchHelper : ErrorCode::Failed,
            fileName + " cannot be opened: " + std::strerror(errno)};
    }
    if (const std::string why = reasonToDistrust(file, S_IFREG); !why.empty()) {
        return notTrusted(fileName, why);
    }
    return file;
}

Result<LoadedModule> ModuleDirectory::load(std::string_view name) const
{
    const std::string fileName = std::string(name) + std::string(Suffix);
    const bool isPath = name.find('/') != std::string_view::npos;
    const auto file = isPath ? Error {ErrorCode::NoSuchHelper, {}} : openFile(fileName);
    if (!file) {
        return file.error().code == ErrorCode::NoSuchHelper ? noSuchHelper(name) : file.error();
    }
    if (!isHelperName(name)) {
        return Error {ErrorCode::InvalidArgument,
            fileName + " is no module's name: small letters, digits and '-', a letter first, 15 at most"};
    }
    if (findHelper(name)) {
        return Error {ErrorCode::InvalidArgument,
            fileName + " has the name of a built-in protocol, which a module cannot replace"};
    }
    return LoadedModule::load(*file, fileName, std::string(name));
}

} // namespace Trackhand
