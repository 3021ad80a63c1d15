// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/helpersettingsparser.h"

namespace Trackhand {

namespace {

constexpr uint MaxQueue = 65535;
constexpr uint MaxQueueLength = 1U << 20;
constexpr uint MaxPrivateLength = 32;

Error wrong(const QString &text)
{
    return {ErrorCode::InvalidArgument, text.toStdString()};
}

Result<Policy> parsePolicy(const QString &text)
{
    const QStringList parts = text.split(u':');
    bool maximumOk = false;
    bool timeoutOk = false;
    const uint maximum = parts.value(1).toUInt(&maximumOk);
    const uint timeout = parts.value(2).toUInt(&timeoutOk);
    if (parts.size() != 3 || parts[0].isEmpty() || parts[0].size() > 15 || !maximumOk || maximum < 1 || maximum > 255
        || !timeoutOk || timeout < 1) {
        return wrong(
            QStringLiteral("--policy is NAME:MAX:TIMEOUT (a name of at most 15 characters, 1-255 expectations, "
                           "seconds), not \"%1\"")
                .arg(text));
    }
    return Policy {parts[0], maximum, timeout};
}

Result<std::optional<PolicyList>> parsePolicies(const QStringList &texts)
{
    if (texts.size() > 4) {
        return wrong(QStringLiteral("a helper has at most 4 policies"));
    }
    PolicyList policies;
    for (const QString &text : texts) {
        const auto policy = parsePolicy(text);
        if (!policy) {
            return policy.error();
        }
        policies.append(*policy);
    }
    return texts.isEmpty() ? std::nullopt : std::optional(policies);
}

Result<std::optional<OptionMap>> parseOptions(const QStringList &texts)
{
    OptionMap options;
    for (const QString &text : texts) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1) {
            return wrong(QStringLiteral("--option is KEY=VALUE, not \"%1\"").arg(text));
        }
        options.insert(text.left(equals), text.mid(equals + 1));
    }
    return texts.isEmpty() ? std::nullopt : std::optional(options);
}

std::optional<QStringList> unlessEmpty(const QStringList &list)
{
    return list.isEmpty() ? std::nullopt : std::optional(list);
}

} // namespace

std::vector<Option> helperSettingOptions()
{
    return {
        {"l3", "ipv4|ipv6", "network protocol, once for each (default: both)"},
        {"l4", "tcp|udp|sctp|dccp", "transport, once for each (default: the protocol's own)"},
        {"queue", "N", "queue number, 0-65535 (default: the first free one)"},
        {"policy", "NAME:MAX:TIMEOUT", "expectation class, 1 to 4 of them; MAX 1-255, TIMEOUT in seconds"},
        {"priv-len", "N", "private bytes with each connection, 0-32"},
        {"queue-len", "N", "packets the kernel queues at most"},
        {"option", "KEY=VALUE", "an option of the protocol, once for each"},
        {"script", "FILE.lua", "a script instead of a built-in protocol"},
    };
}

Result<HelperArguments> helperSettingsFrom(const Arguments &arguments)
{
    HelperArguments settings;
    const auto l3 = arguments.words("l3", {QStringLiteral("ipv4"), QStringLiteral("ipv6")});
    const auto l4 = arguments.words(
        "l4", {QStringLiteral("tcp"), QStringLiteral("udp"), QStringLiteral("sctp"), QStringLiteral("dccp")});
    const auto queue = arguments.number("queue", 0, MaxQueue);
    const auto queueLength = arguments.number("queue-len", 1, MaxQueueLength);
    const auto privateLength = arguments.number("priv-len", 0, MaxPrivateLength);
    const auto policies = parsePolicies(arguments.values("policy"));
    const auto options = parseOptions(arguments.values("option"));
    for (const Error *error : {l3 ? nullptr : &l3.error(), l4 ? nullptr : &l4.error(), queue ? nullptr : &queue.error(),
             queueLength ? nullptr : &queueLength.error(), privateLength ? nullptr : &privateLength.error(),
             policies ? nullptr : &policies.error(), options ? nullptr : &options.error()}) {
        if (error) {
            return *error;
        }
    }
    settings.l3 = unlessEmpty(*l3);
    settings.l4 = unlessEmpty(*l4);
    settings.queue = *queue;
    settings.queueLength = *queueLength;
    settings.privateLength = *privateLength;
    settings.policies = *policies;
    settings.options = *options;
    if (arguments.has("script")) {
        settings.script = arguments.value("script");
    }
    return settings;
}

} // namespace Trackhand
