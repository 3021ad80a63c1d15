// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/trayprogram.h"
#include "translations/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QTextStream>

using namespace Trackhand;

namespace {

/// What needs no tray works without a display. Nothing when the tray is wanted.
std::optional<int> answerInTerminal(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    installTranslations(application, QLocale());
    QCommandLineParser parser;
    parser.setApplicationDescription(TrayProgram::tr(
        "Shows the state of this machine's connection-tracking helpers in the desktop's tray, and says what happens."));
    const QCommandLineOption help(
        {QStringLiteral("h"), QStringLiteral("help")}, TrayProgram::tr("Say what the options mean and end."));
    const QCommandLineOption version(
        {QStringLiteral("v"), QStringLiteral("version")}, TrayProgram::tr("Say which version this is and end."));
    parser.addOptions({help, version});
    if (!parser.parse(QCoreApplication::arguments()) || !parser.positionalArguments().isEmpty()) {
        QTextStream(stderr) << "trackhand-tray: " << TrayProgram::tr("see --help for the options there are")
                            << Qt::endl;
        return 2;
    }
    if (parser.isSet(help)) {
        QTextStream(stdout) << parser.helpText();
        return 0;
    }
    if (parser.isSet(version)) {
        QTextStream(stdout) << "trackhand-tray " << QCoreApplication::applicationVersion() << Qt::endl;
        return 0;
    }
    return std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("trackhand-tray"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TRACKHAND_VERSION));
    if (const auto status = answerInTerminal(argc, argv)) {
        return *status;
    }
    QApplication application(argc, argv);
    installTranslations(application, QLocale());
    QApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.trackhand.Trackhand"));
    TrayProgram tray(QDBusConnection::sessionBus());
    if (!tray.claim()) {
        QTextStream(stderr) << "trackhand-tray: "
                            << TrayProgram::tr("it runs already in this session, or the session has no bus")
                            << Qt::endl;
        return 1;
    }
    QObject::connect(&tray, &TrayProgram::quitRequested, &application, &QApplication::quit);
    tray.start();
    return QApplication::exec();
}
