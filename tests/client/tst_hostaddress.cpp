// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/link/hostaddress.h"
#include "client/link/sshcommand.h"

#include <QTest>

using namespace Trackhand;

class TestHostAddress : public QObject {
    Q_OBJECT
private slots:
    void understands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addRow("host alone") << "ssh://gw1"
                                    << ""
                                    << "gw1" << 0;
        QTest::addRow("user and port") << "ssh://root@gw1.example.org:2222"
                                       << "root"
                                       << "gw1.example.org" << 2222;
        QTest::addRow("ipv4") << "ssh://10.0.1.1"
                              << ""
                              << "10.0.1.1" << 0;
        QTest::addRow("ipv6") << "ssh://admin@[fd00:1::1]:22"
                              << "admin"
                              << "fd00:1::1" << 22;
        QTest::addRow("trailing slash") << "ssh://gw1/"
                                        << ""
                                        << "gw1" << 0;
    }

    void understands()
    {
        QFETCH(QString, text);
        const auto parsed = HostAddress::parse(text);
        QVERIFY(parsed.ok());
        QTEST(parsed->user(), "user");
        QTEST(parsed->host(), "host");
        QTEST(parsed->port(), "port");
        QCOMPARE(parsed->toString() + (text.endsWith(QLatin1Char('/')) ? "/" : ""), text);
    }

    void emptyAndLocalMeanThisMachine()
    {
        QVERIFY(HostAddress::parse({})->isLocal());
        QVERIFY(HostAddress::parse(QStringLiteral("local"))->isLocal());
    }

    void refusesWhatSshCouldTakeForAnOption_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"gw1", "ssh://", "ssh://-oProxyCommand=id", "ssh://-l@gw1", "ssh://a b",
                 "ssh://gw1 -v", "ssh://gw1:0", "ssh://gw1:70000", "ssh://gw1:22x", "ssh://us er@gw1", "ssh://gw1;id",
                 "ssh://$(id)", "ssh://gw1\nx", "ssh://[gw1]", "ssh://[::1", "ssh://a@b@c", "ssh://gw-", "http://gw1",
                 "ssh://gw1/path", "ssh://root:password@gw1"}) {
            QTest::addRow("%s", text) << QString::fromLatin1(text);
        }
    }

    void refusesWhatSshCouldTakeForAnOption()
    {
        QFETCH(QString, text);
        const auto parsed = HostAddress::parse(text);
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
    }

    void sshNeverAsksAndTheHostComesAfterTheEndOfOptions()
    {
        const auto host = HostAddress::parse(QStringLiteral("ssh://root@gw1:2222"));
        const SshCommand ssh(*host, QStringLiteral("/tmp/lab/ssh config"));
        const QStringList arguments = ssh.arguments({QStringLiteral("true")});
        QCOMPARE(arguments.mid(0, 3), QStringList({"-F", "/tmp/lab/ssh config", "-T"}));
        QVERIFY(arguments.contains(QStringLiteral("-oBatchMode=yes")));
        QCOMPARE(arguments.mid(arguments.size() - 7), QStringList({"-l", "root", "-p", "2222", "--", "gw1", "true"}));
    }

    void busAddressEscapesEveryArgument()
    {
        const auto host = HostAddress::parse(QStringLiteral("ssh://gw1"));
        const QString address = SshCommand(*host, QStringLiteral("/a b,c=d;e%f")).busAddress();
        QVERIFY2(address.startsWith(QStringLiteral("unixexec:path=ssh,argv1=-F,argv2=/a%20b%2cc%3dd%3be%25f,argv3=-T")),
            qPrintable(address));
        QVERIFY2(
            address.endsWith(QStringLiteral("argv8=--,argv9=gw1,argv10=systemd-stdio-bridge")), qPrintable(address));
    }
};

QTEST_GUILESS_MAIN(TestHostAddress)
#include "tst_hostaddress.moc"
