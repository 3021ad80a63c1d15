// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/dbus/interfaces.h"
#include "wire/dbus/names.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Trackhand;

namespace {

struct Outcome {
    bool ok = false;
    QString output;
};

/// A validator that is not installed is a failure: its output says which.
Outcome run(const QString &program, const QStringList &arguments, const QStringList &environment = {})
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString &variable : environment) {
        variables.insert(variable.section(QLatin1Char('='), 0, 0), variable.section(QLatin1Char('='), 1));
    }
    process.setProcessEnvironment(variables);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(60000)) {
        return {false, program + QLatin1String(": ") + process.errorString()};
    }
    return {
        process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, QString::fromUtf8(process.readAll())};
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString inside(const char *folder, const char *file)
{
    return QLatin1String(folder) + QLatin1Char('/') + QLatin1String(file);
}

} // namespace

/// What `cmake --install` puts into a machine, each file before its own judge.
class TestPackaging : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void everythingHasItsPlace_data();
    void everythingHasItsPlace();
    void nothingElseIsInstalled();
    void validatorsArePleased_data();
    void validatorsArePleased();
    void unitIsUnderstoodBySystemd();
    void unitKeepsItsHardening();
    void busDaemonReadsThePolicy();
    void onlyRootMayOwnTheName();
    void everyActionOfTheInterfacesHasAPolicy();
    void noActionIsGrantedToWhoIsNotThere();
    void activationNamesTheInstalledProgram();
    void everyModuleIsOneWord();

private:
    QString installed(const QString &path) const { return m_root.path() + path; }

    QTemporaryDir m_root;
};

void TestPackaging::initTestCase()
{
    QVERIFY(m_root.isValid());
    const Outcome outcome = run(QStringLiteral(TRACKHAND_CMAKE),
        {QStringLiteral("--install"), QStringLiteral(TRACKHAND_BUILD)}, {QStringLiteral("DESTDIR=") + m_root.path()});
    QVERIFY2(outcome.ok, qPrintable(outcome.output));
}

void TestPackaging::everythingHasItsPlace_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : {
             inside(TRACKHAND_SBINDIR, "trackhandd"),
             inside(TRACKHAND_BINDIR, "trackhandctl"),
             inside(TRACKHAND_BINDIR, "trackhand"),
             inside(TRACKHAND_BINDIR, "trackhand-tray"),
             inside(TRACKHAND_LIBEXECDIR, "trackhand/trackhand-helperd"),
             inside(TRACKHAND_DATADIR, "dbus-1/system.d/org.trackhand.Trackhand1.conf"),
             inside(TRACKHAND_DATADIR, "dbus-1/system-services/org.trackhand.Trackhand1.service"),
             inside(TRACKHAND_DATADIR, "dbus-1/services/org.trackhand.Trackhand.service"),
             inside(TRACKHAND_DATADIR, "dbus-1/services/org.trackhand.Tray.service"),
             inside(TRACKHAND_SYSCONFDIR, "xdg/autostart/org.trackhand.Tray.desktop"),
             inside(TRACKHAND_DATADIR, "polkit-1/actions/org.trackhand.policy"),
             inside(TRACKHAND_PREFIX, "lib/systemd/system/trackhandd.service"),
             inside(TRACKHAND_PREFIX, "lib/sysusers.d/trackhand.conf"),
             inside(TRACKHAND_PREFIX, "lib/modules-load.d/trackhand.conf"),
             inside(TRACKHAND_DATADIR, "applications/org.trackhand.Trackhand.desktop"),
             inside(TRACKHAND_DATADIR, "metainfo/org.trackhand.Trackhand.metainfo.xml"),
             inside(TRACKHAND_DATADIR, "icons/hicolor/scalable/apps/org.trackhand.Trackhand.svg"),
             inside(TRACKHAND_DATADIR, "icons/hicolor/symbolic/apps/org.trackhand.Trackhand-symbolic.svg"),
             inside(TRACKHAND_INCLUDEDIR, "trackhand/helpers/module/helpermodule.h"),
             inside(TRACKHAND_LIBDIR, "libtrackhand-helper.a"),
             inside(TRACKHAND_LIBDIR, "cmake/TrackhandHelper/TrackhandHelperConfig.cmake"),
             inside(TRACKHAND_MANDIR, "man1/trackhand.1"),
             inside(TRACKHAND_MANDIR, "man1/trackhand-tray.1"),
             inside(TRACKHAND_MANDIR, "man1/trackhandctl.1"),
             inside(TRACKHAND_MANDIR, "man5/trackhand.toml.5"),
             inside(TRACKHAND_MANDIR, "man8/trackhandd.8"),
             inside(TRACKHAND_MANDIR, "man8/trackhand-helperd.8"),
         }) {
        QTest::addRow("%s", qPrintable(path)) << path;
    }
}

void TestPackaging::everythingHasItsPlace()
{
    QFETCH(QString, path);
    const QFileInfo file(installed(path));
    QVERIFY(file.isFile());
    QVERIFY(file.size() > 0);
    const bool program = path.contains(QLatin1String("bin/")) || path.contains(QLatin1String("libexec"));
    QCOMPARE(file.isExecutable(), program);
}

void TestPackaging::nothingElseIsInstalled()
{
    QDirIterator files(m_root.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next().mid(m_root.path().size());
        const bool translation = path.endsWith(QLatin1String(".qm"));
        QVERIFY2(translation || path.contains(QLatin1String("trackhand"), Qt::CaseInsensitive), qPrintable(path));
        QVERIFY2(path.startsWith(QStringLiteral(TRACKHAND_PREFIX)), qPrintable(path));
        const bool forHelpers = path.startsWith(inside(TRACKHAND_INCLUDEDIR, "trackhand/"))
            || path == inside(TRACKHAND_LIBDIR, "libtrackhand-helper.a");
        QVERIFY2(forHelpers || (!path.endsWith(QLatin1String(".a")) && !path.endsWith(QLatin1String(".h"))),
            qPrintable(path));
    }
}

void TestPackaging::validatorsArePleased_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("validator");
    QTest::addColumn<QStringList>("options");
    const QString xmllint = QStringLiteral("xmllint");
    const QStringList wellFormed {QStringLiteral("--noout"), QStringLiteral("--nonet")};
    const QString bus = inside(TRACKHAND_DATADIR, "dbus-1/system.d/org.trackhand.Trackhand1.conf");
    const QString polkit = inside(TRACKHAND_DATADIR, "polkit-1/actions/org.trackhand.policy");
    const QString desktop = inside(TRACKHAND_DATADIR, "applications/org.trackhand.Trackhand.desktop");
    const QString metainfo = inside(TRACKHAND_DATADIR, "metainfo/org.trackhand.Trackhand.metainfo.xml");
    QTest::addRow("bus policy") << bus << xmllint << wellFormed;
    QTest::addRow("polkit policy") << polkit << xmllint << wellFormed;
    QTest::addRow("desktop entry") << desktop << "desktop-file-validate" << QStringList {QStringLiteral("--warn-kde")};
    QTest::addRow("autostart") << inside(TRACKHAND_SYSCONFDIR, "xdg/autostart/org.trackhand.Tray.desktop")
                               << "desktop-file-validate" << QStringList {QStringLiteral("--warn-kde")};
    QTest::addRow("metainfo") << metainfo << "appstreamcli"
                              << QStringList {QStringLiteral("validate"), QStringLiteral("--no-net")};
    QTest::addRow("icon") << inside(TRACKHAND_DATADIR, "icons/hicolor/scalable/apps/org.trackhand.Trackhand.svg")
                          << xmllint << wellFormed;
    QTest::addRow("symbolic icon") << inside(
        TRACKHAND_DATADIR, "icons/hicolor/symbolic/apps/org.trackhand.Trackhand-symbolic.svg")
                                   << xmllint << wellFormed;
    QTest::addRow("users") << inside(TRACKHAND_PREFIX, "lib/sysusers.d/trackhand.conf") << "systemd-sysusers"
                           << QStringList {QStringLiteral("--dry-run")};
    for (const char *page : {"man1/trackhand.1", "man1/trackhand-tray.1", "man1/trackhandctl.1",
             "man5/trackhand.toml.5", "man8/trackhandd.8", "man8/trackhand-helperd.8"}) {
        QTest::addRow("%s", page) << inside(TRACKHAND_MANDIR, page) << "groff"
                                  << QStringList {QStringLiteral("-man"), QStringLiteral("-Tutf8"),
                                         QStringLiteral("-ww"), QStringLiteral("-z")};
    }
}

void TestPackaging::validatorsArePleased()
{
    QFETCH(QString, path);
    QFETCH(QString, validator);
    QFETCH(QStringList, options);
    const Outcome outcome = run(validator, options + QStringList {installed(path)});
    QVERIFY2(outcome.ok, qPrintable(outcome.output));
    if (validator == QLatin1String("groff")) {
        QCOMPARE(outcome.output, QString()); // it warns and succeeds
    }
}

void TestPackaging::unitIsUnderstoodBySystemd()
{
    // The programs are not where the unit will find them, but in the temporary root.
    QString unit = read(installed(inside(TRACKHAND_PREFIX, "lib/systemd/system/trackhandd.service")));
    QVERIFY(unit.contains(QStringLiteral("ExecStart=" TRACKHAND_SBINDIR "/trackhandd\n")));
    unit.replace(
        QStringLiteral("=" TRACKHAND_SBINDIR "/"), QLatin1Char('=') + installed(inside(TRACKHAND_SBINDIR, "")));
    QTemporaryDir folder;
    QFile copy(folder.filePath(QStringLiteral("trackhandd.service")));
    QVERIFY(copy.open(QIODevice::WriteOnly));
    copy.write(unit.toUtf8());
    copy.close();
    const Outcome outcome =
        run(QStringLiteral("systemd-analyze"), {QStringLiteral("verify"), QStringLiteral("--man=no"), copy.fileName()});
    QVERIFY2(outcome.ok, qPrintable(outcome.output));
    QVERIFY2(!outcome.output.contains(QLatin1String("trackhandd.service:")), qPrintable(outcome.output));
}

void TestPackaging::unitKeepsItsHardening()
{
    // Of 100, where 100 is a service that may do everything; measured 23 when it was written.
    const Outcome outcome = run(QStringLiteral("systemd-analyze"),
        {QStringLiteral("security"), QStringLiteral("--offline=yes"), QStringLiteral("--threshold=25"),
            QStringLiteral("--no-pager"),
            installed(inside(TRACKHAND_PREFIX, "lib/systemd/system/trackhandd.service"))});
    QVERIFY2(outcome.ok, qPrintable(outcome.output));
    const QString unit = read(installed(inside(TRACKHAND_PREFIX, "lib/systemd/system/trackhandd.service")));
    QVERIFY(unit.contains(QStringLiteral("\nCapabilityBoundingSet=CAP_NET_ADMIN CAP_SETUID CAP_SETGID CAP_KILL\n")));
    QVERIFY(unit.contains(QStringLiteral("\nExecStopPost=" TRACKHAND_SBINDIR "/trackhandd --post-stop\n")));
    QVERIFY(unit.contains(QStringLiteral("\nExecReload=/bin/kill -HUP $MAINPID\n")));
    QVERIFY(unit.contains(QStringLiteral("\nFileDescriptorStoreMax=128\n")));
    QVERIFY(unit.contains(QStringLiteral("\nStateDirectory=trackhand\nStateDirectoryMode=0750\n")));
    QVERIFY(!unit.contains(QStringLiteral("AmbientCapabilities")));
}

void TestPackaging::busDaemonReadsThePolicy()
{
    // The DTD that dbus ships is older than most attributes of a policy; the daemon itself is the judge.
    QTemporaryDir folder;
    QFile configuration(folder.filePath(QStringLiteral("bus.conf")));
    QVERIFY(configuration.open(QIODevice::WriteOnly));
    configuration.write(
        QStringLiteral("<busconfig><listen>unix:dir=%1</listen><include>%2</include></busconfig>")
            .arg(folder.path(), installed(inside(TRACKHAND_DATADIR, "dbus-1/system.d/org.trackhand.Trackhand1.conf")))
            .toUtf8());
    configuration.close();
    QProcess daemon;
    daemon.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=") + configuration.fileName(), QStringLiteral("--nofork"),
            QStringLiteral("--print-address")});
    const bool running = daemon.waitForStarted() && daemon.waitForReadyRead();
    daemon.kill();
    daemon.waitForFinished();
    QVERIFY2(running, daemon.readAllStandardError().constData());
    QVERIFY(daemon.readAllStandardOutput().startsWith("unix:"));
}

void TestPackaging::onlyRootMayOwnTheName()
{
    QXmlStreamReader reader(
        read(installed(inside(TRACKHAND_DATADIR, "dbus-1/system.d/org.trackhand.Trackhand1.conf"))));
    QString policy;
    int owners = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const auto attributes = reader.attributes();
        if (reader.name() == QLatin1String("policy")) {
            policy = attributes.value(QLatin1String("user")).toString();
        }
        if (attributes.hasAttribute(QLatin1String("own"))) {
            ++owners;
            QCOMPARE(policy, QStringLiteral("root"));
            QCOMPARE(attributes.value(QLatin1String("own")).toString(), QLatin1String(Wire::Bus::ServiceName));
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(owners, 1);
}

void TestPackaging::everyActionOfTheInterfacesHasAPolicy()
{
    const QString policy = read(installed(inside(TRACKHAND_DATADIR, "polkit-1/actions/org.trackhand.policy")));
    for (const auto &interface : Wire::Bus::interfaces()) {
        for (const auto &method : interface.methods) {
            for (const QString &action : method.actions) {
                QVERIFY2(policy.contains(QStringLiteral("<action id=\"%1\">").arg(action)), qPrintable(action));
            }
        }
    }
    QCOMPARE(policy.count(QStringLiteral("<action ")), 6);
}

void TestPackaging::noActionIsGrantedToWhoIsNotThere()
{
    QXmlStreamReader reader(read(installed(inside(TRACKHAND_DATADIR, "polkit-1/actions/org.trackhand.policy"))));
    QString action;
    int defaults = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QString name = reader.name().toString();
        if (name == QLatin1String("action")) {
            action = reader.attributes().value(QLatin1String("id")).toString();
        } else if (name.startsWith(QLatin1String("allow_"))) {
            ++defaults;
            const bool reading = action == QLatin1String(Wire::Bus::ActionStatusRead);
            const QString active = reading                              ? QStringLiteral("yes")
                : action == QLatin1String(Wire::Bus::ActionScriptsEdit) ? QStringLiteral("auth_admin")
                                                                        : QStringLiteral("auth_admin_keep");
            const QString expected = name == QLatin1String("allow_active") ? active : QStringLiteral("auth_admin");
            QCOMPARE(reader.readElementText(), expected);
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(defaults, 18);
}

void TestPackaging::activationNamesTheInstalledProgram()
{
    const QString service =
        read(installed(inside(TRACKHAND_DATADIR, "dbus-1/system-services/org.trackhand.Trackhand1.service")));
    QVERIFY(service.contains(QStringLiteral("\nName=%1\n").arg(QLatin1String(Wire::Bus::ServiceName))));
    QVERIFY(service.contains(QStringLiteral("\nExec=" TRACKHAND_SBINDIR "/trackhandd\n")));
    QVERIFY(service.contains(QStringLiteral("\nSystemdService=trackhandd.service\n")));
    for (const auto &[name, program] :
        {std::pair("org.trackhand.Trackhand", "trackhand"), std::pair("org.trackhand.Tray", "trackhand-tray")}) {
        const QString file = QStringLiteral("dbus-1/services/%1.service").arg(QLatin1String(name));
        const QString text = read(installed(inside(TRACKHAND_DATADIR, qPrintable(file))));
        QVERIFY(text.contains(QStringLiteral("\nName=%1\n").arg(QLatin1String(name))));
        QVERIFY(text.contains(QStringLiteral("\nExec=" TRACKHAND_BINDIR "/%1\n").arg(QLatin1String(program))));
    }
}

void TestPackaging::everyModuleIsOneWord()
{
    QStringList modules;
    const QString text = read(installed(inside(TRACKHAND_PREFIX, "lib/modules-load.d/trackhand.conf")));
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (!line.startsWith(QLatin1Char('#'))) {
            modules.append(line);
        }
    }
    modules.sort();
    QCOMPARE(modules,
        (QStringList {QStringLiteral("nf_conntrack_netlink"), QStringLiteral("nfnetlink_cthelper"),
            QStringLiteral("nfnetlink_queue")}));
}

QTEST_GUILESS_MAIN(TestPackaging)
#include "tst_packaging.moc"
