// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpers/helperbackup.h"

#include "client/link/backendlink.h"
#include "client/models/helpertext.h"
#include "client/stores/rulestore.h"

#include <memory>

namespace Trackhand {

namespace {

HelperArguments settingsOf(const HelperInfo &helper)
{
    HelperArguments settings;
    settings.l3 = helper.l3;
    settings.l4 = helper.l4;
    settings.queue = helper.queue;
    settings.queueLength = helper.queueLength;
    settings.policies = helper.policies;
    settings.privateLength = helper.privateLength;
    settings.options = helper.options;
    if (!helper.script.isEmpty()) {
        settings.script = helper.script;
    }
    return settings;
}

/// Holds itself through the calls that are under way.
struct Restoration : std::enable_shared_from_this<Restoration> {
    BackendLink *link;
    HelperBackup backup;
    QObject *context;
    std::function<void(Status)> done;
    Status first = Done {};

    void addHelper()
    {
        link->call<QString>(Requests::addHelper(backup.helper.name, settingsOf(backup.helper)), context,
            [self = shared_from_this()](const Result<QString> &added) {
                if (added) {
                    self->addRule(0);
                } else {
                    self->done(added.error());
                }
            });
    }

    void addRule(qsizetype number)
    {
        if (number == backup.rules.size()) {
            setState();
            return;
        }
        link->call<QString>(Requests::addRule(backup.rules.at(number)), context,
            [self = shared_from_this(), number](const Result<QString> &added) {
                if (!added) {
                    self->remember(added.error());
                }
                self->addRule(number + 1);
            });
    }

    void setState()
    {
        const QString &name = backup.helper.name;
        const bool disabled = backup.helper.state == QLatin1String("disabled");
        link->call<Done>(disabled ? Requests::disableHelper(name) : Requests::enableHelper(name), context,
            [self = shared_from_this()](const Status &status) {
                if (!status) {
                    self->remember(status.error());
                }
                self->done(self->first);
            });
    }

    void remember(const Error &error)
    {
        if (first) {
            first = error;
        }
    }
};

} // namespace

HelperBackup HelperBackup::of(const HelperInfo &helper, const RuleStore &rules)
{
    HelperBackup backup {helper, {}};
    for (const RuleInfo &rule : rules.items()) {
        if (rule.helper == helper.name) {
            backup.rules.append(Trackhand::settingsOf(rule));
        }
    }
    return backup;
}

void restoreHelper(
    BackendLink *link, const HelperBackup &backup, QObject *context, const std::function<void(Status)> &done)
{
    auto restoration = std::make_shared<Restoration>();
    restoration->link = link;
    restoration->backup = backup;
    restoration->context = context;
    restoration->done = done;
    restoration->addHelper();
}

} // namespace Trackhand
