// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QCoreApplication;
class QLocale;

namespace Trackhand {

/// From now on @p application speaks the language of @p locale, as far as there is a translation: Trackhand's words and
/// Qt's own. Text runs from right to left where the language does. To be called once, before the first string is shown.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace Trackhand
