// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/packetprofiles.h"

#include "client/models/packetmodel.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr int MostRules = 200; // of a file that somebody else has written

QString profilesGroup()
{
    return QStringLiteral("packets/profiles");
}

QString currentKey()
{
    return QStringLiteral("packets/profile");
}

QString limitKey()
{
    return QStringLiteral("packets/limit");
}

/// Any name fits into a key of its own, also "" and one with a slash.
QString keyOf(const QString &name)
{
    return QLatin1Char('_') + QString::fromLatin1(name.toUtf8().toHex());
}

QString nameOf(const QString &key)
{
    return QString::fromUtf8(QByteArray::fromHex(key.mid(1).toLatin1()));
}

QString groupOf(const QString &name)
{
    return profilesGroup() + QLatin1Char('/') + keyOf(name);
}

void writeRules(QSettings &settings, const ColorRuleList &rules)
{
    settings.remove(QStringLiteral("rules"));
    settings.beginWriteArray(QStringLiteral("rules"), int(rules.size()));
    for (int i = 0; i < rules.size(); ++i) {
        const ColorRule &rule = rules.at(i);
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("name"), rule.name);
        settings.setValue(QStringLiteral("filter"), rule.filter);
        settings.setValue(QStringLiteral("colour"), hueKey(rule.hue));
        settings.setValue(QStringLiteral("enabled"), rule.enabled);
    }
    settings.endArray();
}

std::optional<ColorRuleList> readRules(QSettings &settings)
{
    if (!settings.contains(QStringLiteral("rules/size"))) {
        return std::nullopt;
    }
    ColorRuleList rules;
    const int count = std::min(settings.beginReadArray(QStringLiteral("rules")), MostRules);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto hue = hueFromKey(settings.value(QStringLiteral("colour")).toString());
        const QString filter = settings.value(QStringLiteral("filter")).toString();
        if (hue && !filter.isEmpty()) {
            rules.append({settings.value(QStringLiteral("name")).toString(), filter, *hue,
                settings.value(QStringLiteral("enabled"), true).toBool()});
        }
    }
    settings.endArray();
    return rules;
}

} // namespace

PacketProfiles::PacketProfiles()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("trackhand"), QStringLiteral("trackhand"))
{
}

QStringList PacketProfiles::names() const
{
    m_settings.beginGroup(profilesGroup());
    const QStringList keys = m_settings.childGroups();
    m_settings.endGroup();
    QStringList names;
    for (const QString &key : keys) {
        const QString name = nameOf(key);
        if (!name.isEmpty() && keyOf(name) == key) {
            names.append(name);
        }
    }
    std::sort(names.begin(), names.end(),
        [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    return names;
}

PacketProfile PacketProfiles::read(const QString &name) const
{
    PacketProfile profile;
    profile.name = name;
    m_settings.beginGroup(groupOf(name));
    profile.columns = ColumnLayout::fromLines(m_settings.value(QStringLiteral("columns")).toStringList());
    profile.filter = m_settings.value(QStringLiteral("filter")).toString();
    profile.rules = readRules(m_settings);
    m_settings.endGroup();
    return profile;
}

Status PacketProfiles::save(const PacketProfile &profile)
{
    m_settings.beginGroup(groupOf(profile.name));
    m_settings.setValue(QStringLiteral("columns"), profile.columns.toLines());
    m_settings.setValue(QStringLiteral("filter"), profile.filter);
    if (profile.rules) {
        writeRules(m_settings, *profile.rules);
    } else {
        m_settings.remove(QStringLiteral("rules"));
    }
    m_settings.endGroup();
    return written();
}

Status PacketProfiles::remove(const QString &name)
{
    m_settings.remove(groupOf(name));
    return written();
}

QString PacketProfiles::current() const
{
    const QString name = m_settings.value(currentKey()).toString();
    return names().contains(name) ? name : QString();
}

Status PacketProfiles::setCurrent(const QString &name)
{
    m_settings.setValue(currentKey(), name);
    return written();
}

int PacketProfiles::limit() const
{
    bool good = false;
    const int packets = m_settings.value(limitKey()).toInt(&good);
    return good && packets >= LeastPackets && packets <= int(PacketStore::MostCapacity)
        ? packets
        : int(PacketModel::DefaultCapacity);
}

Status PacketProfiles::setLimit(int packets)
{
    m_settings.setValue(limitKey(), packets);
    return written();
}

Status PacketProfiles::written()
{
    m_settings.sync();
    if (m_settings.status() == QSettings::NoError) {
        return Done {};
    }
    const QString file = QDir::toNativeSeparators(m_settings.fileName());
    return Error {ErrorCode::Failed,
        QCoreApplication::translate("Trackhand::PacketProfiles",
            "the settings could not be kept in %1: is it yours, is there space, is it what Trackhand wrote?")
            .arg(file)
            .toStdString()};
}

} // namespace Trackhand
