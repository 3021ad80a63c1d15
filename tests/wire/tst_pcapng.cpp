// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/capture/packetcomment.h"
#include "wire/capture/pcapng.h"

#include <QTest>

using namespace Trackhand;

/// Capture files as bytes. What is in their packets is read back by tests/client and tests/backend/evidence.
class TestPcapng : public QObject {
    Q_OBJECT

private slots:
    void theCommentOfAFileIsReadBack()
    {
        for (const std::string &comment : {std::string("helper=ftp"), std::string("x"), std::string(3000, 'x')}) {
            std::string file;
            Wire::Pcapng::appendHead(file, "test", comment);
            QCOMPARE(std::string(Wire::Pcapng::commentOf(file)), comment);
        }
        std::string without;
        Wire::Pcapng::appendHead(without, "test");
        QVERIFY(Wire::Pcapng::commentOf(without).empty());
    }

    void aCommentOfAnyLengthLeavesAFile()
    {
        std::string file;
        Wire::Pcapng::appendHead(file, "test", std::string(100000, 'x'));
        QCOMPARE(file.size() % 4, std::size_t {0});
        QCOMPARE(Wire::Pcapng::commentOf(file).size(), std::size_t {0xffff});
    }

    void aFileThatIsCutOrIsNoneHasNoComment()
    {
        std::string file;
        Wire::Pcapng::appendHead(file, "test", "helper=ftp");
        const std::size_t end = file.find("helper=ftp") + 10;
        for (std::size_t length = 0; length < end; ++length) {
            QVERIFY(Wire::Pcapng::commentOf(std::string_view(file).substr(0, length)).empty());
        }
        QCOMPARE(Wire::Pcapng::commentOf(std::string_view(file).substr(0, end)), std::string_view("helper=ftp"));
        for (const std::size_t at : {0U, 3U, 8U, 11U}) { // the block's type, the byte order
            std::string changed = file;
            changed[at] = '\x7f';
            QVERIFY(Wire::Pcapng::commentOf(changed).empty());
        }
        std::string shorter = file;
        shorter[4] = 28; // a block that ends before its comment does
        QVERIFY(Wire::Pcapng::commentOf(shorter).empty());
    }

    void whatIsNoUtf8IsReplaced_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "plain",
                 "gr\xc3\xb6\xc3\x9f"
                 "e",
                 "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xff", "\xc3", "\xc3(", "\xe2\x82", "a\xe2(\xa1", "\xc0\xaf",
                 "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf0\x80\x80\xaf", "\x80", "\xf5\x80\x80\x80"}) {
            QTest::newRow(QByteArray(text).toPercentEncoding().constData()) << QByteArray(text);
        }
    }
    void whatIsNoUtf8IsReplaced()
    {
        QFETCH(QByteArray, text);
        const QByteArray valid = QByteArray::fromStdString(validUtf8(text.toStdString()));
        QCOMPARE(QString::fromUtf8(valid).toUtf8(), valid);
        const bool wasValid = QString::fromUtf8(text).toUtf8() == text;
        QCOMPARE(valid == text, wasValid);
        QCOMPARE(valid.contains("\xef\xbf\xbd"), !wasValid);
    }
};

QTEST_GUILESS_MAIN(TestPcapng)
#include "tst_pcapng.moc"
