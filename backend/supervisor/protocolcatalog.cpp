// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/protocolcatalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Trackhand {

namespace {

constexpr const char *ObserverName = "observer";

std::string text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

template <typename T, typename Convert>
std::vector<T> listOf(const QJsonObject &object, const char *key, Convert convert)
{
    std::vector<T> values;
    for (const auto &value : object.value(QLatin1String(key)).toArray()) {
        values.push_back(convert(value));
    }
    return values;
}

ExpectationPolicy policyFrom(const QJsonObject &object)
{
    return {text(object, "name"), static_cast<std::uint32_t>(object.value(u"max").toInt()),
        static_cast<std::uint32_t>(object.value(u"timeout").toInt())};
}

ProtocolDescription protocolFrom(const QJsonObject &object)
{
    ProtocolDescription protocol;
    protocol.name = text(object, "name");
    protocol.summary = text(object, "summary");
    protocol.advice = text(object, "advice");
    protocol.l3 = listOf<L3Protocol>(object, "l3", [](const QJsonValue &value) {
        return l3FromString(value.toString().toStdString()).value_or(L3Protocol::Unspecified);
    });
    protocol.l4 = listOf<L4Protocol>(object, "l4", [](const QJsonValue &value) {
        return l4FromString(value.toString().toStdString()).value_or(L4Protocol::Unspecified);
    });
    protocol.ports = listOf<std::uint16_t>(
        object, "ports", [](const QJsonValue &value) { return static_cast<std::uint16_t>(value.toInt()); });
    protocol.policies = listOf<ExpectationPolicy>(
        object, "classes", [](const QJsonValue &value) { return policyFrom(value.toObject()); });
    protocol.privateLength = static_cast<std::uint32_t>(object.value(u"private_length").toInt());
    protocol.options = listOf<ProtocolOption>(object, "options", [](const QJsonValue &value) {
        const QJsonObject option = value.toObject();
        return ProtocolOption {
            text(option, "name"), text(option, "default"), text(option, "text"), text(option, "grants")};
    });
    protocol.rights =
        listOf<std::string>(object, "rights", [](const QJsonValue &value) { return value.toString().toStdString(); });
    return protocol;
}

} // namespace

Result<ProtocolCatalog> ProtocolCatalog::parse(const QByteArray &lines)
{
    ProtocolCatalog catalog;
    for (const QByteArray &line : lines.split('\n')) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject()) {
            catalog.m_protocols.push_back(protocolFrom(document.object()));
        }
    }
    const auto isObserver = [](const ProtocolDescription &protocol) {
        return protocol.name == ObserverName;
    };
    if (std::none_of(catalog.m_protocols.begin(), catalog.m_protocols.end(), isObserver)) {
        return Error {ErrorCode::Failed, "the helper program lists no observer; reinstall Trackhand"};
    }
    return catalog;
}

Result<ProtocolDescription> ProtocolCatalog::parseOne(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject()) {
        return Error {ErrorCode::Failed, "the helper program describes it in words that make no sense"};
    }
    return protocolFrom(document.object());
}

bool ProtocolCatalog::has(const std::string &name) const
{
    return std::ranges::find(m_protocols, name, &ProtocolDescription::name) != m_protocols.end();
}

const RefusedModule *ProtocolCatalog::refusalOf(const std::string &name) const
{
    const auto found = std::ranges::find(m_refused, name, &RefusedModule::name);
    return name.empty() || found == m_refused.end() ? nullptr : &*found;
}

const ProtocolDescription &ProtocolCatalog::forName(const std::string &name) const
{
    const ProtocolDescription *observer = nullptr;
    for (const ProtocolDescription &protocol : m_protocols) {
        if (protocol.name == name) {
            return protocol;
        }
        if (protocol.name == ObserverName) {
            observer = &protocol;
        }
    }
    return *observer; // parse() saw to it that there is one
}

} // namespace Trackhand
