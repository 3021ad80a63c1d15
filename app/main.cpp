// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/darkpalette.h"
#include "app/desktop.h"
#include "app/options.h"
#include "app/screenshots.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
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
    const QCoreApplication application(argc, argv);
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

} // namespace

int main(int argc, char **argv)
{
    nameProgram();
    Options options;
    if (const auto status = answerInTerminal(argc, argv, options)) {
        return *status;
    }
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.trackhand.Trackhand"));
    if (qEnvironmentVariable("TRACKHAND_PALETTE") == QLatin1String("dark")) {
        useDarkPalette();
    }
    MainWindow window(options.sshConfigFile);
    window.openHost(options.host);
    window.show();
    if (options.screenshotDirectory.isEmpty()) {
        const Desktop desktop(&window);
        return QApplication::exec();
    }
    Screenshots screenshots(&window, options.screenshotDirectory);
    QObject::connect(&screenshots, &Screenshots::finished, &application, &QApplication::exit);
    screenshots.start();
    return QApplication::exec();
}
