// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Trackhand {

/// What the object at @p path answers to Introspect: its @p interfaces as their XML files declare them, the standard
/// ones, and a child node for each first step from it to one of @p paths.
QString introspectionXml(const QString &path, const QStringList &interfaces, const QStringList &paths);

} // namespace Trackhand
