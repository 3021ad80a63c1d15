// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/replayoptions.h"

#include "client/models/helpertext.h"
#include "ctl/arguments.h"
#include "ctl/scriptfile.h"
#include "helpers/module/moduledirectory.h"
#include "helpers/registry.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>

namespace Trackhand {

namespace {

using Helpers = std::vector<ReplayHelper>;

Error wrong(const QString &text)
{
    return {ErrorCode::InvalidArgument, text.toStdString()};
}

QString nameOf(const ReplayHelper &helper)
{
    return QString::fromStdString(helper.name);
}

/// NAME:REST, of which the colon must stand before @p before.
struct Addressed {
    QString helper; ///< empty when none was named
    QString rest;
};

Addressed splitAddress(const QString &text, qsizetype before)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0 || colon > before) {
        return {QString(), text};
    }
    return {text.left(colon), text.mid(colon + 1)};
}

Result<ReplayHelper *> named(Helpers &helpers, const QString &name)
{
    const auto found = std::ranges::find(helpers, name.toStdString(), &ReplayHelper::name);
    if (found == helpers.end()) {
        return wrong(QStringLiteral("\"%1\" is not among the helpers of this replay; add --helper %1").arg(name));
    }
    return &*found;
}

bool hasOption(const ReplayHelper &helper, const std::string &key)
{
    return std::ranges::any_of(helper.specs, [&](const OptionSpec &each) { return each.name == key; });
}

/// The one helper that has the option: a single one takes them all, and its own check says which it does not know.
Result<ReplayHelper *> ownerOf(Helpers &helpers, const QString &key)
{
    if (helpers.size() == 1) {
        return &helpers.front();
    }
    ReplayHelper *owner = nullptr;
    for (ReplayHelper &helper : helpers) {
        if (!hasOption(helper, key.toStdString())) {
            continue;
        }
        if (owner) {
            return wrong(QStringLiteral("%1 and %2 both have an option %3; say whose: --option %1:%3=VALUE")
                             .arg(nameOf(*owner), nameOf(helper), key));
        }
        owner = &helper;
    }
    if (!owner) {
        return wrong(QStringLiteral("none of the helpers of this replay has an option \"%1\"").arg(key));
    }
    return owner;
}

Status takePorts(Helpers &helpers, const QString &text)
{
    const Addressed addressed = splitAddress(text, text.size());
    if (addressed.helper.isEmpty() && helpers.size() > 1) {
        return wrong(QStringLiteral("with several helpers --dport names the one it is for: --dport %1:%2")
                         .arg(nameOf(helpers.front()), text));
    }
    const auto owner =
        addressed.helper.isEmpty() ? Result<ReplayHelper *>(&helpers.front()) : named(helpers, addressed.helper);
    if (!owner) {
        return owner.error();
    }
    const auto ports = parsePorts(addressed.rest);
    if (!ports || ports->isEmpty()) {
        return wrong(
            QStringLiteral("--dport is a list of ports or ranges like 21,2121-2130, not \"%1\"").arg(addressed.rest));
    }
    for (const PortRange &range : *ports) {
        (*owner)->ports.push_back({range.first, range.last});
    }
    return Done();
}

Status takeOption(Helpers &helpers, const QString &text)
{
    const Addressed addressed = splitAddress(text, text.indexOf(u'='));
    const qsizetype equals = addressed.rest.indexOf(u'=');
    if (equals < 1) {
        return wrong(QStringLiteral("--option is KEY=VALUE, not \"%1\"").arg(text));
    }
    const QString key = addressed.rest.left(equals);
    const auto owner = addressed.helper.isEmpty() ? ownerOf(helpers, key) : named(helpers, addressed.helper);
    if (!owner) {
        return owner.error();
    }
    (*owner)->options[key.toStdString()] = addressed.rest.mid(equals + 1).toStdString();
    return Done();
}

bool isAmong(const Helpers &helpers, const std::string &name)
{
    return std::ranges::find(helpers, name, &ReplayHelper::name) != helpers.end();
}

Status takeScript(Helpers &helpers, const QString &file)
{
    const auto source = readScript(file);
    if (!source) {
        return source.error();
    }
    const auto descriptor = ScriptHelper::describe(*source);
    if (!descriptor) {
        return Error {ErrorCode::Failed, descriptor.error().text};
    }
    if (isAmong(helpers, descriptor->name)) {
        return wrong(QStringLiteral("two scripts are called \"%1\"").arg(QString::fromStdString(descriptor->name)));
    }
    helpers.push_back({.name = descriptor->name, .specs = descriptor->options, .script = *source});
    return Done();
}

Status addModule(Helpers &helpers, Result<LoadedModule> module)
{
    const auto descriptor = module ? module->describe() : module.error();
    if (!descriptor) {
        const bool absent = descriptor.error().code == ErrorCode::NoSuchHelper;
        return absent ? descriptor.error() : Error {ErrorCode::Failed, descriptor.error().text};
    }
    const std::string name = (*descriptor)->name;
    if (isAmong(helpers, name)) {
        return wrong(QStringLiteral("two helpers are called \"%1\"").arg(QString::fromStdString(name)));
    }
    helpers.push_back({.name = name, .specs = (*descriptor)->options, .module = module.take()});
    return Done();
}

/// A developer's own build: whoever runs this may run that.
Status takeModule(Helpers &helpers, const QString &path)
{
    const Fd file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    if (!file.valid()) {
        return Error {ErrorCode::Failed, "cannot read \"" + path.toStdString() + "\": " + std::strerror(errno)};
    }
    return addModule(helpers, LoadedModule::load(file, QFileInfo(path).fileName().toStdString()));
}

Status takeNamed(Helpers &helpers, const QStringList &names, qsizetype at)
{
    const std::string name = names[at].toStdString();
    if (names.indexOf(names[at]) != at) {
        return wrong(QStringLiteral("--helper %1 was given twice").arg(names[at]));
    }
    if (isAmong(helpers, name)) {
        return Done(); // played by a script or a module of that name
    }
    const HelperDescriptor *const descriptor = findHelper(name);
    if (!descriptor) {
        return addModule(helpers, ModuleDirectory(TRACKHAND_MODULE_DIRECTORY).load(name));
    }
    helpers.push_back({.name = name, .specs = descriptor->options});
    return Done();
}

Result<Helpers> chosenHelpers(const Arguments &arguments, const QStringList &scripts)
{
    Helpers helpers;
    for (const QString &file : scripts) {
        if (const auto taken = takeScript(helpers, file); !taken) {
            return taken.error();
        }
    }
    for (const QString &file : arguments.values("module")) {
        if (const auto taken = takeModule(helpers, file); !taken) {
            return taken.error();
        }
    }
    const QStringList names = arguments.values("helper");
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (const auto taken = takeNamed(helpers, names, i); !taken) {
            return taken.error();
        }
    }
    if (helpers.empty()) {
        return wrong(QStringLiteral("\"replay\" needs --helper NAME, --script FILE.lua or --module FILE.so"));
    }
    return helpers;
}

} // namespace

Result<std::unique_ptr<Helper>> ReplayHelper::create() const
{
    if (module) {
        return module->create(options);
    }
    if (!script) {
        return createHelper(name, options);
    }
    auto helper = ScriptHelper::create(*script, options);
    if (!helper) {
        return helper.error();
    }
    return std::unique_ptr<Helper>(helper.take());
}

Result<std::vector<ReplayHelper>> replayHelpersFrom(const Arguments &arguments, const QStringList &scripts)
{
    auto helpers = chosenHelpers(arguments, scripts);
    if (!helpers) {
        return helpers.error();
    }
    for (const QString &text : arguments.values("dport")) {
        if (const auto taken = takePorts(*helpers, text); !taken) {
            return taken.error();
        }
    }
    for (const QString &text : arguments.values("option")) {
        if (const auto taken = takeOption(*helpers, text); !taken) {
            return taken.error();
        }
    }
    return helpers;
}

} // namespace Trackhand
