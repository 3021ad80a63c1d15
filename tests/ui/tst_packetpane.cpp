// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedwindow.h"

#include "app/darkpalette.h"
#include "tests/client/sampleevents.h"
#include "ui/packets/hexview.h"
#include "ui/packets/packetpane.h"
#include "ui/packets/packetspage.h"
#include "ui/parts/emptystate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Trackhand;

class TestPacketPane : public PlayedWindow {
    Q_OBJECT
private slots:
    void init() { start(); }

    void cleanup() { end(); }

    void saysThatNoPacketIsSelected()
    {
        openPackets();
        const auto *none = qobject_cast<EmptyState *>(pane()->currentWidget());
        QVERIFY(none);
        QCOMPARE(none->title(), QStringLiteral("No packet selected"));
    }

    void theBytesAreAskedForOnlyWhenWanted()
    {
        m_backend->allowPayloads();
        openPackets();
        selectFirst();
        QVERIFY(pane()->noBytes()->isVisible());
        QCOMPARE(pane()->noBytes()->title(), QStringLiteral("The bytes are not shown"));
        QVERIFY(!m_backend->lastCall("OpenPayloads"));
        pane()->noBytes()->button()->click();
        QTRY_VERIFY(pane()->hex()->isVisible());
        QCOMPARE(pane()->hex()->model()->rowCount(), 4);
    }

    void aRefusalIsSaidInWordsAndCanBeAskedAgain()
    {
        openPackets();
        selectFirst();
        pane()->noBytes()->button()->click();
        QTRY_COMPARE(pane()->noBytes()->title(), QStringLiteral("The bytes may not be read"));
        QCOMPARE(pane()->noBytes()->reason(), QStringLiteral("the bytes of packets are not shown here"));
        m_backend->allowPayloads();
        pane()->noBytes()->button()->click();
        QTRY_VERIFY(pane()->hex()->isVisible());
    }

    void saysWhenTheBytesWereNotKept()
    {
        showBytes();
        m_backend->write(Samples::packet("ftp", "10.0.1.2", 40000, "10.0.2.2", 21, "no bytes were kept"));
        QTRY_COMPARE(page()->table()->model()->rowCount(), 2);
        page()->table()->setCurrentIndex(page()->table()->model()->index(1, 0));
        QCOMPARE(pane()->noBytes()->title(), QStringLiteral("No bytes of this packet"));
        QVERIFY(pane()->noBytes()->isVisible());
        QVERIFY(!pane()->noBytes()->button()->isVisible());
    }

    void aChosenFieldMarksItsBytes()
    {
        showBytes();
        pane()->tree()->setCurrentIndex(field("TCP"));
        QCOMPARE(pane()->hex()->range(), (ByteRange {20, 20}));
        pane()->tree()->setCurrentIndex(field("Conntrack"));
        QVERIFY(pane()->hex()->range().isEmpty());
    }

    void aChosenByteOpensTheInnermostField()
    {
        showBytes();
        const QModelIndex digits = pane()->hex()->model()->index(1, HexModel::FirstHexColumn + 6); // byte 22
        QTest::mouseClick(pane()->hex()->viewport(), Qt::LeftButton, {}, pane()->hex()->visualRect(digits).center());
        QCOMPARE(pane()->tree()->currentIndex().data().toString(), QStringLiteral("Destination port"));
        QCOMPARE(pane()->hex()->range(), (ByteRange {22, 2}));
        QVERIFY(pane()->tree()->isExpanded(pane()->tree()->currentIndex().parent()));
    }

    void theArrowKeysGoFromByteToByte()
    {
        showBytes();
        pane()->tree()->setCurrentIndex(field("TCP"));
        pane()->hex()->setFocus();
        QTest::keyClick(pane()->hex(), Qt::Key_Left);
        QCOMPARE(pane()->tree()->currentIndex().data().toString(), QStringLiteral("Destination"));
        QCOMPARE(pane()->hex()->range(), (ByteRange {16, 4}));
    }

    void copiesTheMarkedBytes()
    {
        showBytes();
        pane()->tree()->setCurrentIndex(field("Data"));
        pane()->copyHexAction()->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("50 4f 52 54 20")));
        pane()->hex()->setFocus();
        QTest::keyClick(pane()->hex(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("PORT 10,0,1,2,195,80.\n"));
        pane()->tree()->setCurrentIndex(field("IPv4"));
        pane()->tree()->setFocus();
        QTest::keyClick(pane()->tree(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("10.0.1.2 → 10.0.2.2"));
    }

    void theBytesComeBackWithTheBackend()
    {
        showBytes();
        m_backend->vanish();
        QTRY_VERIFY(!host()->session()->isReady());
        QVERIFY(m_backend->appear());
        QTRY_VERIFY(host()->session()->payloads()->state() == PayloadFeed::State::Open);
    }

    void aPacketOfABackendThatIsGoneHasNobodyElsesBytes()
    {
        showBytes();
        host()->session()->packetModel()->append({{Samples::ftpPacket()}, 0}); // counts anew
        page()->table()->setCurrentIndex(page()->table()->model()->index(1, 0));
        page()->table()->setCurrentIndex(page()->table()->model()->index(0, 0));
        QVERIFY(pane()->noBytes()->isVisible());
    }

    void fitsInEveryLook_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("bytes");
        QTest::newRow("light") << false << Qt::LeftToRight << 1280 << true;
        QTest::newRow("dark") << true << Qt::LeftToRight << 1280 << true;
        QTest::newRow("right to left") << false << Qt::RightToLeft << 1280 << true;
        QTest::newRow("without bytes") << false << Qt::LeftToRight << 1280 << false;
        QTest::newRow("narrow without bytes") << true << Qt::LeftToRight << 960 << false;
    }

    void fitsInEveryLook()
    {
        QFETCH(bool, dark);
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(int, width);
        QFETCH(bool, bytes);
        const QPalette before = QApplication::palette();
        if (dark) {
            useDarkPalette();
        }
        QApplication::setLayoutDirection(direction);
        m_window = std::make_unique<MainWindow>(QString(), m_bus->address());
        m_window->resize(width, 800);
        if (bytes) {
            showBytes();
            pane()->tree()->setCurrentIndex(field("Data"));
            const HexView *hex = pane()->hex();
            const QModelIndex last = hex->model()->index(0, HexModel::ColumnCount - 1);
            QTRY_VERIFY(hex->viewport()->rect().contains(hex->visualRect(last)));
        } else {
            openPackets();
            selectFirst();
        }
        const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!folder.isEmpty()) {
            QTest::qWait(100);
            m_window->grab().save(folder + "/packet-" + QString(QTest::currentDataTag()).replace(' ', '-') + ".png");
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setPalette(before);
    }

private:
    void openPackets()
    {
        openWindow();
        m_window->showPage(int(PageKind::Packets));
        m_backend->write(Samples::ftpExpectation(EventAction::New));
        const EventRecord event = Samples::ftpPacket();
        m_backend->write(event, Samples::packetBytes(event, "PORT 10,0,1,2,195,80\r\n"));
        QTRY_COMPARE(page()->table()->model()->rowCount(), 1);
        QTRY_COMPARE(host()->session()->expectationModel()->rowCount(), 1);
    }

    void selectFirst()
    {
        page()->table()->setCurrentIndex(page()->table()->model()->index(0, 0));
        QVERIFY(pane()->tree()->isVisible());
    }

    void showBytes()
    {
        m_backend->allowPayloads();
        openPackets();
        selectFirst();
        pane()->noBytes()->button()->click();
        QTRY_VERIFY(pane()->hex()->isVisible());
    }

    QModelIndex field(const char *name) const
    {
        const QAbstractItemModel *model = pane()->tree()->model();
        return model->match(model->index(0, 0), Qt::DisplayRole, QString(name), 1, Qt::MatchExactly).value(0);
    }

    PacketsPage *page() const { return static_cast<PacketsPage *>(host()->pages().at(int(PageKind::Packets))); }
    PacketPane *pane() const { return page()->pane(); }
};

QTEST_MAIN(TestPacketPane)
#include "tst_packetpane.moc"
