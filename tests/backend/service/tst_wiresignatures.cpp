// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/backend/service/servicefixture.h"
#include "wire/dbus/interfaces.h"
#include "wire/dbus/names.h"

#include "backend/service/bustypes.h"

#include <QDBusMetaType>
#include <QTest>
#include <QXmlStreamReader>

using namespace Trackhand;

namespace {

const auto Properties = QStringLiteral("org.freedesktop.DBus.Properties");

/// "method in out", "property type" and "signal types" of every interface in an introspection text, by interface.
QMap<QString, QStringList> membersOf(const QString &xml)
{
    QMap<QString, QStringList> members;
    QXmlStreamReader reader(xml);
    QString interface;
    QString member;
    while (!reader.atEnd()) {
        reader.readNext();
        const auto attributes = reader.attributes();
        const QString name = attributes.value(QLatin1String("name")).toString();
        if (reader.isEndElement() && (reader.name() == u"method" || reader.name() == u"signal")) {
            members[interface].append(member);
        } else if (!reader.isStartElement()) {
            continue;
        } else if (reader.name() == u"interface") {
            interface = name;
        } else if (reader.name() == u"property") {
            members[interface].append(name + QLatin1Char(' ') + attributes.value(QLatin1String("type")).toString());
        } else if (reader.name() == u"arg") {
            member += QLatin1Char(' ') + attributes.value(QLatin1String("direction")).toString() + QLatin1Char(':')
                + attributes.value(QLatin1String("type")).toString();
        } else if (reader.name() == u"method" || reader.name() == u"signal") {
            member = name;
        }
    }
    if (reader.hasError()) {
        members.clear();
    }
    for (QStringList &list : members) {
        list.sort();
    }
    return members;
}

} // namespace

/// What the service says and does on the bus, against the XML files.
class TestWireSignatures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void introspectionDeclaresWhatTheFilesDeclare_data();
    void introspectionDeclaresWhatTheFilesDeclare();
    void introspectionListsTheChildren();
    void propertiesHaveTheDeclaredTypes_data();
    void propertiesHaveTheDeclaredTypes();
    void repliesHaveTheDeclaredTypes_data();
    void repliesHaveTheDeclaredTypes();
    void managedObjectsAreTheRootTheHelpersAndTheRules();

private:
    QString introspect(const QString &path);

    ServiceFixture m_fixture;
};

void TestWireSignatures::initTestCase()
{
    QVERIFY(m_fixture.started.ok());
    m_fixture.manager.protocols.push_back({"ftp", "Files", "", {L3Protocol::Ipv4}, {L4Protocol::Tcp}, {21},
        {{"ftp", 8, 300}}, 24, {{"loose", "no", "Any address"}}});
    m_fixture.watch.expected.resize(2);
    m_fixture.manager.happened({Incident::Severity::Failed, "ftp", "It fell over", 5});
    const QVariantMap rule {{QStringLiteral("helper"), QStringLiteral("ftp")},
        {QStringLiteral("ports"), QVariant::fromValue(BusPortRanges {{21, 21}})}};
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Helpers.Add"), {QStringLiteral("ftp"), settings()}).type(),
        QDBusMessage::ReplyMessage);
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Rules.Add"), {rule}).type(), QDBusMessage::ReplyMessage);
}

QString TestWireSignatures::introspect(const QString &path)
{
    const QDBusMessage reply = m_fixture.caller.callRaw(
        path, QStringLiteral("org.freedesktop.DBus.Introspectable"), QStringLiteral("Introspect"));
    return reply.type() == QDBusMessage::ReplyMessage ? reply.arguments().constFirst().toString() : QString();
}

void TestWireSignatures::introspectionDeclaresWhatTheFilesDeclare_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("interfaces");
    QTest::addRow("root") << Root
                          << QStringList {Interface.arg(QStringLiteral("Evidence")),
                                 Interface.arg(QStringLiteral("Helpers")), Interface.arg(QStringLiteral("Manager")),
                                 Interface.arg(QStringLiteral("Rules")), Interface.arg(QStringLiteral("Scripts")),
                                 Interface.arg(QStringLiteral("Traffic"))};
    QTest::addRow("helper") << Root + QStringLiteral("/helpers/ftp")
                            << QStringList {Interface.arg(QStringLiteral("Helper"))};
    QTest::addRow("rule") << Root + QStringLiteral("/rules/1") << QStringList {Interface.arg(QStringLiteral("Rule"))};
}

void TestWireSignatures::introspectionDeclaresWhatTheFilesDeclare()
{
    QFETCH(QString, path);
    QFETCH(QStringList, interfaces);
    const auto introspected = membersOf(introspect(path));
    QVERIFY(!introspected.isEmpty());
    QCOMPARE(introspected.keys().filter(QStringLiteral("trackhand")), interfaces);
    for (const QString &interface : interfaces) {
        QFile file(QStringLiteral(TRACKHAND_SOURCE "/wire/dbus/%1.xml").arg(interface));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(introspected.value(interface), membersOf(QString::fromUtf8(file.readAll())).value(interface));
    }
}

void TestWireSignatures::introspectionListsTheChildren()
{
    const QString root = introspect(Root);
    QVERIFY(root.contains(QStringLiteral("<node name=\"helpers\"/>")));
    QVERIFY(root.contains(QStringLiteral("<node name=\"rules\"/>")));
    QVERIFY(introspect(Root + QStringLiteral("/helpers")).contains(QStringLiteral("<node name=\"ftp\"/>")));
    QVERIFY(introspect(Root + QStringLiteral("/rules")).contains(QStringLiteral("<node name=\"1\"/>")));
    QCOMPARE(introspect(Root + QStringLiteral("/helpers/nobody")), QString());
}

void TestWireSignatures::propertiesHaveTheDeclaredTypes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("type");
    const QMap<QString, QString> paths {{Interface.arg(QStringLiteral("Manager")), Root},
        {Interface.arg(QStringLiteral("Helper")), Root + QStringLiteral("/helpers/ftp")},
        {Interface.arg(QStringLiteral("Rule")), Root + QStringLiteral("/rules/1")}};
    for (auto path = paths.cbegin(); path != paths.cend(); ++path) {
        const auto declared = Wire::Bus::interfaces().value(path.key()).properties;
        QVERIFY(!declared.isEmpty());
        for (auto property = declared.cbegin(); property != declared.cend(); ++property) {
            QTest::addRow("%s.%s", qPrintable(path.key()), qPrintable(property.key()))
                << *path << path.key() << property.key() << *property;
        }
    }
}

void TestWireSignatures::propertiesHaveTheDeclaredTypes()
{
    QFETCH(QString, path);
    QFETCH(QString, interface);
    QFETCH(QString, property);
    QFETCH(QString, type);
    const QDBusMessage one = m_fixture.caller.callRaw(path, Properties, QStringLiteral("Get"), {interface, property});
    QCOMPARE(one.signature(), QStringLiteral("v"));
    const QVariant value = one.arguments().constFirst().value<QDBusVariant>().variant();
    const QString received = value.metaType() == QMetaType::fromType<QDBusArgument>()
        ? value.value<QDBusArgument>().currentSignature()
        : QString::fromLatin1(QDBusMetaType::typeToSignature(value.metaType()));
    QCOMPARE(received, type);

    const QDBusMessage all = m_fixture.caller.callRaw(path, Properties, QStringLiteral("GetAll"), {interface});
    QCOMPARE(all.signature(), QStringLiteral("a{sv}"));
    const auto map = qdbus_cast<QVariantMap>(all.arguments().constFirst().value<QDBusArgument>());
    QVERIFY(map.contains(property));
    QCOMPARE(map.size(), Wire::Bus::interfaces().value(interface).properties.size());
}

void TestWireSignatures::repliesHaveTheDeclaredTypes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QVariantList>("arguments");
    const QString helper = Root + QStringLiteral("/helpers/ftp");
    const QVariantMap rule {{QStringLiteral("helper"), QStringLiteral("ftp")}};
    QTest::addRow("Export") << Root << "Manager.Export" << QVariantList();
    QTest::addRow("Apply") << Root << "Manager.Apply" << QVariantList {QString()};
    QTest::addRow("ListIncidents") << Root << "Manager.ListIncidents" << QVariantList();
    QTest::addRow("Add") << Root << "Helpers.Add" << QVariantList {QStringLiteral("sip"), settings()};
    QTest::addRow("Flush") << Root << "Helpers.Flush" << QVariantList {false};
    QTest::addRow("ListAvailable") << Root << "Helpers.ListAvailable" << QVariantList();
    QTest::addRow("ListRefusedModules") << Root << "Helpers.ListRefusedModules" << QVariantList();
    QTest::addRow("Enable") << helper << "Helper.Enable" << QVariantList();
    QTest::addRow("Disable") << helper << "Helper.Disable" << QVariantList();
    QTest::addRow("Set") << helper << "Helper.Set" << QVariantList {settings()};
    QTest::addRow("Diagnose") << helper << "Helper.Diagnose" << QVariantList();
    QTest::addRow("Rules.Add") << Root << "Rules.Add" << QVariantList {rule};
    QTest::addRow("Preview") << Root << "Rules.Preview" << QVariantList {rule};
    QTest::addRow("Show") << Root << "Rules.Show" << QVariantList();
    const QString script = QStringLiteral("game.lua");
    const QString evidence = QStringLiteral("ftp-20260102T030405.006Z");
    QTest::addRow("Evidence.List") << Root << "Evidence.List" << QVariantList();
    QTest::addRow("Evidence.Read") << Root << "Evidence.Read" << QVariantList {evidence};
    QTest::addRow("Evidence.Remove") << Root << "Evidence.Remove" << QVariantList {evidence};
    QTest::addRow("Scripts.List") << Root << "Scripts.List" << QVariantList();
    QTest::addRow("Scripts.Read") << Root << "Scripts.Read" << QVariantList {script, false};
    QTest::addRow("Scripts.Install") << Root << "Scripts.Install" << QVariantList {script, QString()};
    QTest::addRow("Scripts.RollBack") << Root << "Scripts.RollBack" << QVariantList {script};
    QTest::addRow("Scripts.Remove") << Root << "Scripts.Remove" << QVariantList {script};
    QTest::addRow("OpenEvents") << Root << "Traffic.OpenEvents" << QVariantList {QStringLiteral("packets")};
    QTest::addRow("OpenPayloads") << Root << "Traffic.OpenPayloads" << QVariantList();
    QTest::addRow("ListExpectations") << Root << "Traffic.ListExpectations" << QVariantList();
    QTest::addRow("ListFlows") << Root << "Traffic.ListFlows" << QVariantList();
}

void TestWireSignatures::repliesHaveTheDeclaredTypes()
{
    QFETCH(QString, path);
    QFETCH(QString, call);
    QFETCH(QVariantList, arguments);
    const QDBusMessage reply = m_fixture.caller.call(call, arguments, path);
    QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
    const auto declared = Wire::Bus::interfaces()
                              .value(Interface.arg(call.section(QLatin1Char('.'), 0, 0)))
                              .methods.value(call.section(QLatin1Char('.'), 1));
    QCOMPARE(reply.signature(), declared.outSignature);
}

void TestWireSignatures::managedObjectsAreTheRootTheHelpersAndTheRules()
{
    const QDBusMessage reply = m_fixture.caller.getManagedObjects();
    QCOMPARE(reply.signature(), QStringLiteral("a{oa{sa{sv}}}"));
    const auto objects = qdbus_cast<BusObjects>(reply.arguments().constFirst().value<QDBusArgument>());
    const auto root = objects.value(QDBusObjectPath(Root));
    QCOMPARE(
        root.value(Interface.arg(QStringLiteral("Manager"))).value(QStringLiteral("KernelSupported")).toBool(), true);
    QVERIFY(root.contains(Interface.arg(QStringLiteral("Traffic"))));
    const auto helper = objects.value(QDBusObjectPath(Root + QStringLiteral("/helpers/ftp")));
    QCOMPARE(helper.keys(), QStringList {Interface.arg(QStringLiteral("Helper"))});
    const auto rule = objects.value(QDBusObjectPath(Root + QStringLiteral("/rules/1")));
    const auto ports = rule.value(Interface.arg(QStringLiteral("Rule"))).value(QStringLiteral("Ports"));
    QCOMPARE(qdbus_cast<BusPortRanges>(ports.value<QDBusArgument>()), (BusPortRanges {{21, 21}}));
}

QTEST_GUILESS_MAIN(TestWireSignatures)
#include "tst_wiresignatures.moc"
