// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/scriptoutcome.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace Trackhand {

namespace {

Error unreadable(const QString &file, const QString &why)
{
    return {ErrorCode::Failed, QStringLiteral("\"%1\": %2").arg(file, why).toStdString()};
}

bool isEvent(const QJsonObject &object)
{
    return object.value(u"event").toString() != QLatin1String("summary");
}

Result<QList<QJsonObject>> fromArray(const QString &file, const QJsonArray &array)
{
    QList<QJsonObject> events;
    for (const QJsonValue &value : array) {
        if (!value.isObject()) {
            return unreadable(file, QStringLiteral("entry %1 is no object").arg(events.size() + 1));
        }
        events.append(value.toObject());
    }
    return events;
}

Result<QList<QJsonObject>> fromLines(const QString &file, const QByteArray &text)
{
    QList<QJsonObject> events;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty()) {
            continue;
        }
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
        if (!document.isObject()) {
            return unreadable(file, QStringLiteral("line %1: %2").arg(number).arg(problem.errorString()));
        }
        events.append(document.object());
    }
    return events;
}

bool fits(const QJsonObject &actual, const QJsonObject &expected)
{
    for (auto member = expected.begin(); member != expected.end(); ++member) {
        const QJsonValue value = actual.value(member.key());
        const bool same =
            member->isObject() ? value.isObject() && fits(value.toObject(), member->toObject()) : value == *member;
        if (!same) {
            return false;
        }
    }
    return true;
}

bool hasToBeNamed(const QJsonObject &event)
{
    if (event.value(u"event").toString() == QLatin1String("expectation")) {
        return event.value(u"action").toString() == QLatin1String("new");
    }
    return event.value(u"verdict").toString() != QLatin1String("accept") || event.value(u"mangled").toBool();
}

QString line(const QJsonObject &event)
{
    return QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact));
}

QString unexpected(const QJsonObject &event)
{
    return QStringLiteral("frame %1: not expected: %2").arg(event.value(u"frame").toInt()).arg(line(event));
}

/// What there is in place of an event that did not come: the one of the same kind and frame.
QString missing(const QJsonObject &expected, const QList<QJsonObject> &actual)
{
    const auto near = std::ranges::find_if(actual, [&](const QJsonObject &event) {
        return event.value(u"frame") == expected.value(u"frame") && event.value(u"event") == expected.value(u"event");
    });
    const QString text =
        QStringLiteral("frame %1: missing: %2").arg(expected.value(u"frame").toInt()).arg(line(expected));
    if (near == actual.end()) {
        return text;
    }
    QJsonObject instead;
    for (const QString &name : expected.keys()) {
        if (near->value(name) != expected.value(name)) {
            instead.insert(name, near->value(name));
        }
    }
    return instead.isEmpty() ? text + QStringLiteral(" (it came, but before another that is expected earlier)")
                             : text + QStringLiteral(" instead of ") + line(instead);
}

} // namespace

Result<QList<QJsonObject>> readExpectedEvents(const QString &file)
{
    QFile stream(file);
    if (!stream.open(QIODevice::ReadOnly)) {
        return unreadable(file, stream.errorString());
    }
    const QByteArray text = stream.readAll();
    const QJsonDocument whole = QJsonDocument::fromJson(text);
    auto events = whole.isArray() ? fromArray(file, whole.array()) : fromLines(file, text);
    if (events) {
        events->removeIf([](const QJsonObject &event) { return !isEvent(event); });
    }
    return events;
}

QStringList differences(const QList<QJsonObject> &expected, const QList<QJsonObject> &actual)
{
    QStringList lines;
    qsizetype at = 0;
    const auto passOver = [&](qsizetype end) {
        for (; at < end; ++at) {
            if (hasToBeNamed(actual[at])) {
                lines.append(unexpected(actual[at]));
            }
        }
    };
    for (const QJsonObject &event : expected) {
        const auto found =
            std::find_if(actual.begin() + at, actual.end(), [&](const auto &each) { return fits(each, event); });
        if (found == actual.end()) {
            lines.append(missing(event, actual));
            continue;
        }
        passOver(found - actual.begin());
        ++at;
    }
    passOver(actual.size());
    return lines;
}

} // namespace Trackhand
