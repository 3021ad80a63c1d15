// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/replayoptions.h"

#include "client/models/helpertext.h"
#include "ctl/arguments.h"
#include "helpers/registry.h"

#include <algorithm>

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
    return std::ranges::any_of(
        findHelper(helper.name)->options, [&](const OptionSpec &each) { return each.name == key; });
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

Result<Helpers> chosenHelpers(const Arguments &arguments)
{
    Helpers helpers;
    for (const QString &name : arguments.values("helper")) {
        const std::string text = name.toStdString();
        if (!findHelper(text)) {
            return createHelper(text).error();
        }
        if (std::ranges::find(helpers, text, &ReplayHelper::name) != helpers.end()) {
            return wrong(QStringLiteral("--helper %1 was given twice").arg(name));
        }
        helpers.push_back({text, {}, {}});
    }
    if (helpers.empty()) {
        return wrong(QStringLiteral("\"replay\" needs --helper NAME"));
    }
    return helpers;
}

} // namespace

Result<std::vector<ReplayHelper>> replayHelpersFrom(const Arguments &arguments)
{
    auto helpers = chosenHelpers(arguments);
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
