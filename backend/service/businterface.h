// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QMap>
#include <QString>
#include <QVariantList>
#include <QVariantMap>

#include <functional>

namespace Trackhand {

/// A method call that has been granted and whose arguments have the declared signature.
struct BusCall {
    QString path;
    QString method;
    QVariantList arguments;
    QString caller; ///< unique bus name
};

/// One D-Bus interface of the service, on every object that has it. ObjectTree calls it; it knows nothing of messages,
/// permissions or replies.
class BusInterface {
public:
    virtual ~BusInterface() = default;

    virtual QString name() const = 0;

    /// Whether objects at @p path can have this interface, by the path's form alone: says nothing of what exists.
    virtual bool servesPath(const QString &path) const = 0;

    /// The objects that have this interface now, with all its properties, by path.
    virtual QMap<QString, QVariantMap> objects() const = 0;

    /// Carries out a method of the interface and returns the reply's arguments.
    virtual Result<QVariantList> call(const BusCall &call) = 0;

    using Answer = std::function<void(const Result<QVariantList> &)>;
    /// The same for methods that may take their time: @p answer is called once, now or later from the event loop.
    virtual void carryOut(const BusCall &wanted, const Answer &answer) { answer(call(wanted)); }
};

} // namespace Trackhand
