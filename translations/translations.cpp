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

// Numbers stand beside addresses, ports and filters, which have Latin digits everywhere, and Qt puts Latin ones into
// sentences: two kinds in one row would be hard to read and could not be searched for. Of the Arabic countries that
// write Latin digits, this one has the decimal point of addresses, too.
QLocale withLatinDigits(const QLocale &locale)
{
    if (locale.zeroDigit() == QLatin1String("0")) {
        return locale;
    }
    return locale.language() == QLocale::Arabic ? QLocale(QLocale::Arabic, QLocale::UnitedArabEmirates)
                                                : QLocale(QLocale::English);
}

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
    // Who speaks another language reads the sources' English, which needs its plurals.
    if (own->load(locale, QStringLiteral("trackhand"), QStringLiteral("_"), QStringLiteral(":/translations"))
        || own->load(QStringLiteral("trackhand_en"), QStringLiteral(":/translations"))) {
        QCoreApplication::installTranslator(own);
    }
    QLocale::setDefault(withLatinDigits(locale));
}

} // namespace Trackhand
