// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/darkpalette.h"
#include "app/desktop/windowservice.h"
#include "app/options.h"
#include "app/screenshots.h"
#include "translations/translations.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QLocale>
#include <QTextStream>

using namespace Trackhand;

namespace {

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("trackhand"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TRACKHAND_VERSION));
}

/// What needs no window works without a display. Nothing when the window is wanted.
std::optional<int> answerInTerminal(int argc, char **argv, Options &options)
{
    QCoreApplication application(argc, argv);
    installTranslations(application, QLocale());
    const auto parsed = Options::parse(QCoreApplication::arguments());
    if (!parsed) {
        QTextStream(stderr) << "trackhand: " << QString::fromStdString(parsed.error().text) << Qt::endl;
        return 2;
    }
    options = *parsed;
    if (options.help) {
        QTextStream(stdout) << Options::helpText();
        return 0;
    }
    if (options.version) {
        QTextStream(stdout) << "trackhand " << QCoreApplication::applicationVersion() << Qt::endl;
        return 0;
    }
    return std::nullopt;
}

/// The tray has a process of its own. Where it is installed the session's bus starts it, unless it is there.
void startTray(const QDBusConnection &bus)
{
    bus.asyncCall(QDBusMessage::createMethodCall(QStringLiteral("org.trackhand.Tray"), QStringLiteral("/"),
        QStringLiteral("org.freedesktop.DBus.Peer"), QStringLiteral("Ping")));
}

/// What the session asks of this window.
void serve(WindowService &service, MainWindow &window)
{
    QObject::connect(&service, &WindowService::activated, &window, &MainWindow::comeForward);
    QObject::connect(&service, &WindowService::placeRequested, &window, [&window](const Place &place) {
        window.lookFor(place.page, place.subject);
        window.comeForward();
    });
    service.claim();
}

} // namespace

int main(int argc, char **argv)
{
    nameProgram();
    Options options;
    if (const auto status = answerInTerminal(argc, argv, options)) {
        return *status;
    }
    QApplication application(argc, argv);
    installTranslations(application, QLocale());
    QGuiApplication::setDesktopFileName(QStringLiteral("org.trackhand.Trackhand"));
    if (qEnvironmentVariable("TRACKHAND_PALETTE") == QLatin1String("dark")) {
        useDarkPalette();
    }
    const QDBusConnection session = QDBusConnection::sessionBus();
    const QString place = options.place ? options.place->toString() : QString();
    if (options.anyWindowWillDo() && WindowService::showAnother(session, place)) {
        return 0;
    }
    MainWindow window(options.sshConfigFile);
    if (options.anyWindowWillDo()) {
        window.recall();
    }
    window.openHost(options.host);
    if (options.place) {
        window.lookFor(options.place->page, options.place->subject);
    }
    window.show();
    WindowService service(session);
    Screenshots screenshots(&window, options.screenshotDirectory);
    if (!options.screenshotDirectory.isEmpty()) {
        QObject::connect(&screenshots, &Screenshots::finished, &application, &QApplication::exit);
        screenshots.start();
    } else if (options.anyWindowWillDo()) {
        serve(service, window);
        startTray(session);
    }
    return QApplication::exec();
}
