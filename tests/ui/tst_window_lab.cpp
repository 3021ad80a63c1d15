// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/expectationmodel.h"
#include "client/models/packetmodel.h"
#include "ui/expectations/expectationspage.h"
#include "ui/packets/packetspage.h"
#include "ui/window/hostview.h"
#include "ui/window/mainwindow.h"
#include "ui/wizard/addhelperwizard.h"
#include "ui/wizard/protocollist.h"

#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Trackhand;

namespace {

constexpr int Patience = 20000;

int fetch(const QStringList &options)
{
    return QProcess::execute(QStringLiteral("on"),
        QStringList {QStringLiteral("client"), QStringLiteral("curl"), QStringLiteral("-sS"), QStringLiteral("-g"),
            QStringLiteral("--connect-timeout"), QStringLiteral("4"), QStringLiteral("--max-time"),
            QStringLiteral("30"), QStringLiteral("-o"), QStringLiteral("/dev/null")}
            + options);
}

template <typename T>
T *child(QWidget *parent)
{
    T *found = parent->findChild<T *>();
    return found;
}

} // namespace

/// The window on a real backend, with real FTP through a real kernel: what a person does who has nothing else. Runs in
/// the guest (tests/lab/cases/20-window.sh), whose router lets in tcp/21 and what is related.
class TestWindowLab : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    int m_clicks = 0;

    HostView *host() const { return m_window->currentHost(); }

    void click(QAbstractButton *button)
    {
        QVERIFY(button);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), Patience);
        QTest::mouseClick(button, Qt::LeftButton);
        ++m_clicks;
    }

    void clickRow(QListWidget *list, int row)
    {
        QListWidgetItem *item = list->item(row);
        list->scrollToItem(item);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(item).center());
        ++m_clicks;
    }

    QListWidget *pageList() const
    {
        for (auto *list : m_window->findChildren<QListWidget *>()) {
            if (list->accessibleName() == QStringLiteral("Pages")) {
                return list;
            }
        }
        return nullptr;
    }

    QAbstractButton *addHelperButton() const
    {
        for (auto *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->isVisible()
                && button->text().remove(QLatin1Char('&')).startsWith(QStringLiteral("Add helper"))) {
                return button;
            }
        }
        return nullptr;
    }

    void choose(ProtocolList *list, const QString &protocol)
    {
        QTRY_VERIFY_WITH_TIMEOUT(list->count() > 0, Patience);
        for (int row = 0; row < list->count(); ++row) {
            QListWidgetItem *item = list->item(row);
            if (item->data(ProtocolList::NameRole).toString() == protocol) {
                clickRow(list, row);
                return;
            }
        }
        QFAIL("the protocol is not offered");
    }

private slots:
    void initTestCase()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->openHost(HostAddress());
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(host()->session()->isReady(), Patience);
        QVERIFY(host()->session()->manager().kernelSupported);
    }

    void ftpFailsBeforeThereIsAHelper()
    {
        QVERIFY(
            fetch({QStringLiteral("--max-time"), QStringLiteral("5"), QStringLiteral("ftp://10.0.2.2/20kb.bin")}) != 0);
    }

    void aPersonAddsFtpInUnderTenClicks()
    {
        QVERIFY(pageList());
        clickRow(pageList(), int(PageKind::Helpers));
        QCOMPARE(host()->currentPage(), host()->pages().at(int(PageKind::Helpers)));
        QTRY_VERIFY_WITH_TIMEOUT(addHelperButton(), Patience);
        click(addHelperButton());
        auto *wizard = child<AddHelperWizard>(m_window.get());
        QVERIFY(wizard);
        choose(child<ProtocolList>(wizard), QStringLiteral("ftp"));
        click(wizard->nextButton());
        QCOMPARE(wizard->step(), AddHelperWizard::Where);
        click(wizard->nextButton());
        QCOMPARE(wizard->step(), AddHelperWizard::Review);
        click(wizard->nextButton());
        const auto running = [this] {
            const HelperInfo *ftp = host()->session()->helpers()->find(QStringLiteral("ftp"));
            return ftp && ftp->state == QStringLiteral("running");
        };
        QTRY_VERIFY_WITH_TIMEOUT(running(), Patience);
        QVERIFY2(m_clicks < 10, qPrintable(QStringLiteral("%1 clicks").arg(m_clicks)));
    }

    void everyKindOfTransferPassesThen_data()
    {
        QTest::addColumn<QStringList>("options");
        const QString four = QStringLiteral("ftp://10.0.2.2/10mb.bin");
        const QString six = QStringLiteral("ftp://[fd00:2::2]/10mb.bin");
        QTest::newRow("EPSV over IPv4") << QStringList {four};
        QTest::newRow("PASV") << QStringList {QStringLiteral("--disable-epsv"), four};
        QTest::newRow("EPRT over IPv4") << QStringList {QStringLiteral("--ftp-port"), QStringLiteral("-"), four};
        QTest::newRow("PORT") << QStringList {
            QStringLiteral("--ftp-port"), QStringLiteral("-"), QStringLiteral("--disable-eprt"), four};
        QTest::newRow("EPSV over IPv6") << QStringList {six};
        QTest::newRow("EPRT over IPv6") << QStringList {QStringLiteral("--ftp-port"), QStringLiteral("-"), six};
    }
    void everyKindOfTransferPassesThen()
    {
        QFETCH(QStringList, options);
        QCOMPARE(fetch(options), 0);
    }

    void thePacketsAndTheExpectationsAreInTheTables()
    {
        m_window->showPage(3);
        const auto *packets = child<PacketsPage>(m_window.get());
        QTRY_VERIFY_WITH_TIMEOUT(packets->table()->model()->rowCount() > 60, Patience);
        m_window->showPage(4);
        const auto *expectations = child<ExpectationsPage>(m_window.get());
        // At least: the ring also remembers what earlier cases of the same guest expected.
        QTRY_VERIFY_WITH_TIMEOUT(expectations->table()->model()->rowCount() >= 6, Patience);
        const QString pictures = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!pictures.isEmpty()) {
            QVERIFY(m_window->grab().save(pictures + QStringLiteral("/window-lab.png")));
        }
    }
};

QTEST_MAIN(TestWindowLab)
#include "tst_window_lab.moc"
