// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/dbus/names.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Wire;

class TestWireNames : public QObject {
    Q_OBJECT

private slots:
    void everyErrorRoundTrips();
    void foreignErrorsAreNotOurs_data();
    void foreignErrorsAreNotOurs();
    void helperPathsEscapeEverythingButLettersAndDigits_data();
    void helperPathsEscapeEverythingButLettersAndDigits();
    void rulePathsEndWithTheId();
};

void TestWireNames::everyErrorRoundTrips()
{
    for (int code = 0; code <= int(ErrorCode::NoBackend); ++code) {
        const std::string name = Bus::errorName(ErrorCode(code));
        QVERIFY2(name.starts_with("org.trackhand.Error."), name.c_str());
        QVERIFY2(Bus::errorCode(name) == ErrorCode(code), name.c_str());
    }
    QCOMPARE(Bus::errorName(ErrorCode::NotAuthorized), std::string("org.trackhand.Error.NotAuthorized"));
}

void TestWireNames::foreignErrorsAreNotOurs_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"", "org.trackhand.Error.", "org.trackhand.Error.Unheard",
             "org.trackhand.Error.NoSuchHelper.", "org.freedesktop.DBus.Error.NoReply"}) {
        QTest::addRow("'%s'", name) << QByteArray(name);
    }
}

void TestWireNames::foreignErrorsAreNotOurs()
{
    QFETCH(QByteArray, name);
    QVERIFY(!Bus::errorCode(name.toStdString()));
}

void TestWireNames::helperPathsEscapeEverythingButLettersAndDigits_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("escaped");
    QTest::addRow("plain") << QByteArray("ftp") << QByteArray("ftp");
    QTest::addRow("digits") << QByteArray("h323") << QByteArray("h323");
    QTest::addRow("dash") << QByteArray("netbios-ns") << QByteArray("netbios_2dns");
    QTest::addRow("underscore") << QByteArray("a_b") << QByteArray("a_5fb");
    QTest::addRow("slash and dots") << QByteArray("../x") << QByteArray("_2e_2e_2fx");
    QTest::addRow("utf-8") << QByteArray("\xc3\xa9") << QByteArray("_c3_a9");
}

void TestWireNames::helperPathsEscapeEverythingButLettersAndDigits()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, escaped);
    QCOMPARE(QByteArray::fromStdString(Bus::helperPath(name.toStdString())),
        QByteArray("/org/trackhand/Trackhand1/helpers/") + escaped);
}

void TestWireNames::rulePathsEndWithTheId()
{
    QCOMPARE(Bus::rulePath(12), std::string("/org/trackhand/Trackhand1/rules/12"));
}

QTEST_APPLESS_MAIN(TestWireNames)
#include "tst_wirenames.moc"
