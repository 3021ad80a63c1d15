// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace Trackhand {

namespace {

// Qt asks the translators which way text runs. Its own have the answer, where they are installed.
[[maybe_unused]] const char *const Direction = QT_TRANSLATE_NOOP("QGuiApplication", "QT_LAYOUT_DIRECTION");

} // namespace

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    // Qt's own first: of two that know a word, the one installed last is asked.
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qt);
    }
    auto *own = new QTranslator(&application);
    if (own->load(locale, QStringLiteral("trackhand"), QStringLiteral("_"), QStringLiteral(":/translations"))) {
        QCoreApplication::installTranslator(own);
    }
    QLocale::setDefault(locale);
}

} // namespace Trackhand
