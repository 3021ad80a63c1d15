// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/dbus/interfaces.h"
#include "wire/dbus/names.h"

#include <QDir>
#include <QTest>

using namespace Trackhand::Wire;

class TestInterfaces : public QObject {
    Q_OBJECT

private slots:
    void everyFileOfTheRoomIsCompiledIn();
    void everyNameOfTheHeaderHasAnInterface();
    void everyMethodNamesActionsThatExist();
    void signaturesAreTheDeclaredOnes();
    void theXmlIsOneInterfaceElement();
};

void TestInterfaces::everyFileOfTheRoomIsCompiledIn()
{
    const QDir room(QStringLiteral(TRACKHAND_SOURCE "/wire/dbus"));
    const QStringList files = room.entryList({QStringLiteral("*.xml")});
    QVERIFY(!files.isEmpty());
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        QVERIFY2(Bus::interfaces().contains(name), qPrintable(name));
        QCOMPARE(Bus::interfaces().value(name).name, name);
    }
    QCOMPARE(Bus::interfaces().size(), files.size());
}

void TestInterfaces::everyNameOfTheHeaderHasAnInterface()
{
    for (const char *name : {Bus::ManagerInterface, Bus::HelpersInterface, Bus::HelperInterface, Bus::RulesInterface,
             Bus::RuleInterface, Bus::TrafficInterface}) {
        QVERIFY2(Bus::interfaces().contains(QLatin1String(name)), name);
    }
}

void TestInterfaces::everyMethodNamesActionsThatExist()
{
    const QStringList actions {QLatin1String(Bus::ActionStatusRead), QLatin1String(Bus::ActionTrafficObserve),
        QLatin1String(Bus::ActionPayloadObserve), QLatin1String(Bus::ActionHelpersManage),
        QLatin1String(Bus::ActionRulesManage), QLatin1String(Bus::ActionScriptsEdit)};
    int methods = 0;
    for (const auto &interface : Bus::interfaces()) {
        for (const auto &method : interface.methods) {
            ++methods;
            QVERIFY2(!method.actions.isEmpty(), qPrintable(method.name));
            for (const QString &action : method.actions) {
                QVERIFY2(actions.contains(action), qPrintable(action));
            }
        }
    }
    QVERIFY(methods >= 15);
    const auto apply =
        Bus::interfaces().value(QLatin1String(Bus::ManagerInterface)).methods.value(QStringLiteral("Apply"));
    QCOMPARE(apply.actions.size(), 2);
}

void TestInterfaces::signaturesAreTheDeclaredOnes()
{
    const auto helpers = Bus::interfaces().value(QLatin1String(Bus::HelpersInterface));
    QCOMPARE(helpers.methods.value(QStringLiteral("Add")).inSignature, QStringLiteral("sa{sv}"));
    QCOMPARE(helpers.methods.value(QStringLiteral("Add")).outSignature, QStringLiteral("o"));
    const auto helper = Bus::interfaces().value(QLatin1String(Bus::HelperInterface));
    QCOMPARE(helper.properties.value(QStringLiteral("Policies")), QStringLiteral("a(suu)"));
    QCOMPARE(helper.properties.value(QStringLiteral("Counters")), QStringLiteral("a{st}"));
}

void TestInterfaces::theXmlIsOneInterfaceElement()
{
    for (const auto &interface : Bus::interfaces()) {
        QVERIFY2(interface.xml.startsWith(QStringLiteral("<interface name=\"%1\"").arg(interface.name)),
            qPrintable(interface.xml.left(80)));
        QVERIFY(interface.xml.endsWith(QStringLiteral("</interface>")));
        QCOMPARE(interface.xml.count(QStringLiteral("<interface")), 1);
    }
}

QTEST_APPLESS_MAIN(TestInterfaces)
#include "tst_interfaces.moc"
