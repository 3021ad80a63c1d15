// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/module/loadedmodule.h"

#include "helpers/descriptorcheck.h"
#include "helpers/module/helpermodule.h"
#include "helpers/registry.h"

#include <array>
#include <atomic>
#include <charconv>
#include <cstring>
#include <dlfcn.h>
#include <utility>

namespace Trackhand {

namespace {

constexpr const char *Symbol = "trackhand_helper_module";
constexpr std::size_t LongestVersion = 32;

Error refusal(const std::string &fileName, const std::string &why)
{
    return {ErrorCode::InvalidArgument, fileName + ' ' + why};
}

/// Of the open file itself, so that what was looked at is what is loaded. The loader takes an object of the same name
/// for the same one, and descriptors are given out again: so no path is used twice.
std::string pathOf(const Fd &file)
{
    static std::atomic<unsigned> paths = 0;
    return "/proc/self/fd/" + std::string(paths++, '/') + std::to_string(file.get());
}

/// What the loader complains of, without the name that the file has only here.
std::string complaint(const std::string &path)
{
    std::string words = ::dlerror();
    if (const auto at = words.find(path + ": "); at != std::string::npos) {
        words.erase(at, path.size() + 2);
    }
    return words;
}

std::string abiText(std::uint32_t version, std::uint64_t stamp)
{
    std::array<char, 16> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), stamp, 16).ptr;
    return std::to_string(version) + '-' + std::string(digits.data(), end);
}

std::string shortened(const char *text)
{
    return text ? std::string(text, ::strnlen(text, LongestVersion)) : std::string();
}

bool isOfThisVersion(const HelperModule &module)
{
    return module.abiVersion == HelperAbiVersion && module.abiStamp == HelperAbiStamp;
}

std::string otherVersion(const HelperModule &module)
{
    return "was built for Trackhand " + shortened(module.builtFor) + " (helper interface "
        + abiText(module.abiVersion, module.abiStamp) + "), and this is Trackhand " TRACKHAND_VERSION " ("
        + abiText(HelperAbiVersion, HelperAbiStamp) + "); build it again for this version";
}

} // namespace

LoadedModule::LoadedModule(std::string fileName, std::string name, const HelperModule &module)
    : m_fileName(std::move(fileName))
    , m_name(std::move(name))
    , m_module(&module)
{
}

Result<LoadedModule> LoadedModule::load(const Fd &file, std::string fileName, std::string name)
{
    const std::string path = pathOf(file);
    void *const object = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!object) {
        return refusal(fileName, "cannot be loaded: " + complaint(path));
    }
    const auto *const module = static_cast<const HelperModule *>(::dlsym(object, Symbol));
    if (!module || module->magic != HelperModule::Magic) {
        return refusal(fileName, "is no helper module: it has no TRACKHAND_HELPER_MODULE");
    }
    if (!isOfThisVersion(*module)) {
        return refusal(fileName, otherVersion(*module));
    }
    return LoadedModule(std::move(fileName), std::move(name), *module);
}

Result<const HelperDescriptor *> LoadedModule::describe() const
{
    const HelperDescriptor &descriptor = m_module->describe();
    if (const auto within = checkDescriptor(descriptor); !within) {
        return refusal(m_fileName, "describes itself out of bounds: " + within.error().text);
    }
    if (findHelper(descriptor.name)) {
        return refusal(m_fileName, "calls itself " + descriptor.name + ", which is a built-in protocol");
    }
    if (!m_name.empty() && descriptor.name != m_name) {
        return refusal(m_fileName, "calls itself " + descriptor.name + "; a module is called as its file is");
    }
    return &descriptor;
}

Result<std::unique_ptr<Helper>> LoadedModule::create(const HelperOptions &options) const
{
    const auto descriptor = describe();
    if (!descriptor) {
        return descriptor.error();
    }
    const auto checked = OptionValues::check((*descriptor)->options, options);
    if (!checked) {
        return checked.error();
    }
    return std::unique_ptr<Helper>(m_module->create(*checked));
}

} // namespace Trackhand
