// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/startup.h"

#include "backend/evidence/evidencestore.h"
#include "backend/kernel/kernelprobe.h"
#include "backend/kernel/netlinkconntrackwatch.h"
#include "backend/service/absentconntrackwatch.h"
#include "backend/settings/settingsstore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>

namespace Trackhand {

namespace {

Q_LOGGING_CATEGORY(lcService, "trackhand.backend.service")

} // namespace

StartupOptions readOptions(QCoreApplication &application)
{
    QCoreApplication::setApplicationName(QStringLiteral("trackhandd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TRACKHAND_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Trackhand's service: registers connection-tracking helpers, keeps their rules and their processes."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption configDirectory(QStringLiteral("config-dir"),
        QStringLiteral("Read and write the settings in DIR instead of %1.")
            .arg(QLatin1String(SettingsStore::DefaultDirectory)),
        QStringLiteral("DIR"), QLatin1String(SettingsStore::DefaultDirectory));
    const QCommandLineOption evidenceDirectory(QStringLiteral("evidence-dir"),
        QStringLiteral("Keep what helper processes had before them when they ended in DIR instead of %1.")
            .arg(QLatin1String(EvidenceStore::DefaultDirectory)),
        QStringLiteral("DIR"), QLatin1String(EvidenceStore::DefaultDirectory));
    const QCommandLineOption postStop(QStringLiteral("post-stop"),
        QStringLiteral(
            "Disable every helper of Trackhand in the kernel, so that traffic flows without the service, and end."));
    parser.addOptions({configDirectory, evidenceDirectory, postStop});
    parser.process(application);
    if (!parser.positionalArguments().isEmpty()) {
        parser.showHelp(2);
    }
    return {parser.value(configDirectory).toStdString(), parser.value(evidenceDirectory).toStdString(),
        parser.isSet(postStop)};
}

std::string helperProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/trackhand-helperd");
    return QFileInfo(beside).isExecutable() ? beside.toStdString() : std::string(TRACKHAND_HELPER_PROGRAM);
}

std::unique_ptr<ConntrackWatch> startConntrackWatch()
{
    auto watch = std::make_unique<NetlinkConntrackWatch>();
    if (const Status started = watch->start(); !started) {
        qCWarning(lcService, "%s", started.error().text.c_str());
        return std::make_unique<AbsentConntrackWatch>(started.error());
    }
    return watch;
}

KernelSupport kernelSupport()
{
    const KernelCapabilities kernel = probeKernel();
    if (!kernel.complete()) {
        qCWarning(lcService, "%s", kernel.problem.c_str());
    }
    return {kernel.complete(), kernel.problem};
}

} // namespace Trackhand
