// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpers/helperchange.h"

#include "client/link/backendlink.h"

namespace Trackhand {

namespace {

using Calls = QList<Request<Done>>;

Calls callsFor(const HelperChange &change)
{
    Calls calls;
    if (change.changesSettings()) {
        calls.append(Requests::setHelper(change.helper, change.settings));
    }
    if (change.runs != change.shallRun) {
        const bool first = change.shallRun && change.hasRules;
        const auto turn =
            change.shallRun ? Requests::enableHelper(change.helper) : Requests::disableHelper(change.helper);
        calls.insert(first ? 0 : calls.size(), turn);
    }
    return calls;
}

void callNext(BackendLink *link, const Calls &calls, qsizetype number, QObject *context,
    const std::function<void(const Status &, bool)> &done)
{
    if (number == calls.size()) {
        done(Done {}, false);
        return;
    }
    link->call<Done>(calls.at(number), context, [link, calls, number, context, done](const Status &status) {
        if (status) {
            callNext(link, calls, number + 1, context, done);
        } else {
            done(status, number > 0);
        }
    });
}

} // namespace

bool isRunning(const HelperInfo &helper)
{
    return helper.state != QLatin1String("disabled") && helper.state != QLatin1String("failed");
}

HelperChange reverseOf(const HelperChange &change, const HelperInfo &before, const ProtocolInfo &protocol)
{
    HelperChange reverse = change;
    std::swap(reverse.runs, reverse.shallRun);
    if (change.settings.policies) {
        reverse.settings.policies = before.policies;
    }
    if (change.settings.queueLength) {
        reverse.settings.queueLength = before.queueLength;
    }
    if (change.settings.options) {
        OptionMap &options = *reverse.settings.options;
        for (auto option = options.begin(); option != options.end(); ++option) {
            QString value;
            for (const ProtocolOptionInfo &known : protocol.options) {
                value = known.name == option.key() ? known.defaultValue : value;
            }
            *option = before.options.value(option.key(), value);
        }
    }
    return reverse;
}

void carryOut(BackendLink *link, const HelperChange &change, QObject *context,
    const std::function<void(const Status &, bool)> &done)
{
    callNext(link, callsFor(change), 0, context, done);
}

} // namespace Trackhand
