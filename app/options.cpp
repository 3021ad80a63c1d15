// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Trackhand {

namespace {

const QString HelpName = QStringLiteral("help");
const QString VersionName = QStringLiteral("version");
const QString HostName = QStringLiteral("host");
const QString SshConfigName = QStringLiteral("ssh-config");
const QString ShowName = QStringLiteral("show");
const QString ScreenshotName = QStringLiteral("screenshot");

/// Where this file's words are looked up.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::Options)
};

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Words::tr("Shows and manages connection-tracking helpers that run in user space."));
    parser.addOptions({
        {{QStringLiteral("h"), HelpName}, Words::tr("Say what the options mean and end.")},
        {{QStringLiteral("v"), VersionName}, Words::tr("Say which version this is and end.")},
        {HostName, Words::tr("The host to show: ssh://[user@]host[:port]. Default: this machine."), Words::tr("host")},
        {SshConfigName, Words::tr("A configuration file for ssh instead of the user's own."), Words::tr("file")},
        {ShowName, Words::tr("Open the window at a page, or at a helper there: packets, helpers/ftp."),
            Words::tr("place")},
        {ScreenshotName, Words::tr("Write a picture of each page into this directory and end."),
            Words::tr("directory")},
    });
}

} // namespace

Result<Options> Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments)) {
        return Error {ErrorCode::InvalidArgument, parser.errorText().toStdString()};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return Error {ErrorCode::InvalidArgument,
            "\"" + parser.positionalArguments().constFirst().toStdString() + "\" is not an option: see --help"};
    }
    const auto host = HostAddress::parse(parser.value(HostName));
    if (!host) {
        return host.error();
    }
    Options options;
    if (parser.isSet(ShowName)) {
        const auto place = Place::parse(parser.value(ShowName));
        if (!place) {
            return place.error();
        }
        options.place = *place;
    }
    options.host = *host;
    options.sshConfigFile = parser.value(SshConfigName);
    options.screenshotDirectory = parser.value(ScreenshotName);
    options.help = parser.isSet(HelpName);
    options.version = parser.isSet(VersionName);
    return options;
}

QString Options::helpText()
{
    QCommandLineParser parser;
    declare(parser);
    return parser.helpText();
}

} // namespace Trackhand
