// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperd/helperorigin.h"

#include "helperd/scriptinput.h"
#include "helpers/registry.h"

#include <utility>

namespace Trackhand {

namespace {

std::string scriptName(const CommandLine &line)
{
    return (line.helper.empty() ? "script" : line.helper) + ".lua";
}

} // namespace

HelperOrigin::HelperOrigin(Source source)
    : m_source(std::move(source))
{
}

Result<HelperOrigin> HelperOrigin::find(const CommandLine &line, const ModuleDirectory &modules)
{
    if (line.script) {
        auto script = readScript(*line.script, scriptName(line));
        return script ? Result<HelperOrigin>(HelperOrigin(script.take())) : script.error();
    }
    if (findHelper(line.helper)) {
        return HelperOrigin(line.helper);
    }
    auto module = modules.load(line.helper);
    return module ? Result<HelperOrigin>(HelperOrigin(module.take())) : module.error();
}

Result<HelperDescriptor> HelperOrigin::describe() const
{
    if (const auto *const script = std::get_if<ScriptSource>(&m_source)) {
        return ScriptHelper::describe(*script);
    }
    if (const auto *const module = std::get_if<LoadedModule>(&m_source)) {
        const auto descriptor = module->describe();
        return descriptor ? Result<HelperDescriptor>(**descriptor) : descriptor.error();
    }
    return *findHelper(*std::get_if<std::string>(&m_source));
}

Result<std::unique_ptr<Helper>> HelperOrigin::create(const HelperOptions &options) const
{
    if (const auto *const script = std::get_if<ScriptSource>(&m_source)) {
        return createFrom(*script, options);
    }
    if (const auto *const module = std::get_if<LoadedModule>(&m_source)) {
        return module->create(options);
    }
    return createHelper(*std::get_if<std::string>(&m_source), options);
}

} // namespace Trackhand
