// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/link/backendlink.h"
#include "client/link/busvalue.h"
#include "client/stores/helperstore.h"
#include "tests/client/fakebackend.h"
#include "tests/shared/privatebus.h"
#include "ui/wizard/addhelperwizard.h"
#include "ui/wizard/notice.h"
#include "ui/wizard/policytable.h"
#include "ui/wizard/protocollist.h"
#include "ui/wizard/protocolstep.h"
#include "ui/wizard/reviewstep.h"
#include "ui/wizard/topologypicture.h"
#include "ui/wizard/wherestep.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace Trackhand;

namespace {

ProtocolInfo ftp()
{
    ProtocolInfo protocol;
    protocol.name = "ftp";
    protocol.summary = "FTP data connections, active and passive, over IPv4 and IPv6.";
    protocol.advice =
        "Attach it to tcp/21 of the servers meant, and accept related traffic only to ports from 1024 on.";
    protocol.l3 = QStringList {"ipv4", "ipv6"};
    protocol.l4 = QStringList {"tcp"};
    protocol.ports = {21};
    protocol.policies = {{"ftp", 4, 300}};
    return protocol;
}

ProtocolInfo sip()
{
    ProtocolInfo protocol = ftp();
    protocol.name = "sip";
    protocol.summary = "Calls: signalling, audio and video streams.";
    protocol.l4 = QStringList {"udp", "tcp"};
    protocol.ports = {5060};
    protocol.policies = {{"signalling", 1, 180}, {"audio", 8, 180}};
    return protocol;
}

ProtocolInfo observer()
{
    ProtocolInfo protocol;
    protocol.name = "observer";
    protocol.summary = "Shows every packet of a connection and lets it pass; expects nothing.";
    protocol.advice =
        "Attach it to the narrowest traffic you want to look at: each of its packets takes the longer way.";
    protocol.l3 = QStringList {"ipv4", "ipv6"};
    protocol.l4 = QStringList {"tcp", "udp", "sctp", "dccp"};
    protocol.policies = {{"none", 1, 30}};
    return protocol;
}

QStringList deeds(const FakeBackend &backend)
{
    QStringList names;
    for (const FakeBackend::Call &call : backend.calls()) {
        if (call.method != "GetManagedObjects" && call.method != "ListAvailable" && call.method != "Preview"
            && call.method != "ListIncidents") {
            names.append(call.interface.section('.', -1) + '.' + call.method);
        }
    }
    return names;
}

} // namespace

class TestAddHelperWizard : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_bus = std::make_unique<PrivateBus>();
        QVERIFY2(!m_bus->address().isEmpty(), "dbus-daemon did not start");
        m_backend = std::make_unique<FakeBackend>(m_bus->address());
        m_backend->setProtocols({ftp(), observer(), sip()});
        m_link = std::make_unique<BackendLink>(HostAddress(), QString(), m_bus->address());
        m_helpers = std::make_unique<HelperStore>();
        m_helpers->follow(m_link.get());
    }

    void cleanup()
    {
        m_wizard.reset();
        m_helpers.reset();
        m_link.reset();
        m_backend.reset();
        m_bus.reset();
    }

    void anFtpServerBehindThisMachineNeedsOneChoiceAndThreeClicks()
    {
        openWizard();
        QSignalSpy added(m_wizard.get(), &AddHelperWizard::helperAdded);
        clickProtocol("ftp");
        clickNext();
        QCOMPARE(m_wizard->step(), AddHelperWizard::Where);
        clickNext();
        QCOMPARE(m_wizard->step(), AddHelperWizard::Review);
        QCOMPARE(m_wizard->nextButton()->text(), QString("&Apply"));
        clickNext();
        QTRY_COMPARE(added.count(), 1);
        QCOMPARE(added.first().first().toString(), QString("ftp"));
        QCOMPARE(m_wizard->result(), int(QDialog::Accepted));
        QCOMPARE(m_clicks, 4);

        QCOMPARE(deeds(*m_backend), (QStringList {"Helpers.Add", "Rules.Add", "Helper.Enable"}));
        const HelperInfo helper = m_backend->helpers().value("ftp");
        QCOMPARE(helper.l4, QStringList {"tcp"});
        QCOMPARE(helper.l3, (QStringList {"ipv4", "ipv6"}));
        QCOMPARE(helper.state, QString("running"));
        const auto settings = fromBus<QVariantMap>(m_backend->lastCall("Add")->arguments.last());
        QVERIFY(!settings.contains("queue")); // the backend takes the first free one
        const RuleInfo rule = m_backend->rules().first();
        QCOMPARE(rule.helper, QString("ftp"));
        QCOMPARE(rule.ports, (PortRangeList {{21, 21}}));
        QCOMPARE(rule.hooks, QStringList {"prerouting"});
        QVERIFY(rule.destination.isEmpty());
    }

    void everyFieldArrivesAtTheBackend()
    {
        openWizard();
        clickProtocol("sip");
        clickNext();
        fill("10.0.1.0/24", "fd00::1");
        QVERIFY(!m_wizard->nextButton()->isEnabled()); // two families
        fill("10.0.1.0/24", "10.0.2.2");
        place(TrafficPlace::ClientsBehind)->click();
        box("tcp")->click(); // leaves udp
        box("IPv6")->click();
        where()->findChild<QSpinBox *>()->setValue(7);
        where()->findChild<QComboBox *>()->setEditText("eth1");
        where()->findChild<PolicyTable *>()->item(1, PolicyTable::MaximumColumn)->setData(Qt::EditRole, 16);
        clickNext();
        clickNext();
        QTRY_COMPARE(deeds(*m_backend).size(), 3);
        const HelperInfo helper = m_backend->helpers().value("sip");
        QCOMPARE(helper.queue, 7U);
        QCOMPARE(helper.l3, QStringList {"ipv4"});
        QCOMPARE(helper.l4, QStringList {"udp"});
        QCOMPARE(helper.policies, (PolicyList {{"signalling", 1, 180}, {"audio", 16, 180}}));
        const RuleInfo rule = m_backend->rules().first();
        QCOMPARE(rule.l4, QString("udp"));
        QCOMPARE(rule.source, QString("10.0.1.0/24"));
        QCOMPARE(rule.destination, QString("10.0.2.2"));
        QCOMPARE(rule.inInterface, QString("eth1"));
        QCOMPARE(rule.hooks, QStringList {"prerouting"});
    }

    void thisMachineWithAnInterfaceTakesOneRuleForEachDirection()
    {
        openWizard();
        clickProtocol("ftp");
        clickNext();
        place(TrafficPlace::ThisMachine)->click();
        where()->findChild<QComboBox *>()->setEditText("eth0");
        clickNext();
        clickNext();
        QTRY_COMPARE(deeds(*m_backend), (QStringList {"Helpers.Add", "Rules.Add", "Rules.Add", "Helper.Enable"}));
        const QList<RuleInfo> rules = m_backend->rules().values();
        QCOMPARE(rules.at(0).hooks, QStringList {"prerouting"});
        QCOMPARE(rules.at(0).inInterface, QString("eth0"));
        QCOMPARE(rules.at(1).hooks, QStringList {"output"});
        QCOMPARE(rules.at(1).outInterface, QString("eth0"));
    }

    void anUnknownNameInTheSearchFieldBecomesAnObserverOfThatName()
    {
        openWizard();
        auto *search = m_wizard->findChild<ProtocolStep *>()->findChild<QLineEdit *>();
        search->setText("test");
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(m_wizard->step(), AddHelperWizard::Where);
        QVERIFY2(notice(where())->text().contains("wide"), qPrintable(notice(where())->text()));
        clickNext();
        clickNext();
        QTRY_COMPARE(deeds(*m_backend).size(), 3);
        QVERIFY(m_backend->helpers().contains("test"));
        QVERIFY(m_backend->rules().first().ports.isEmpty());
    }

    void whatIsRegisteredAlreadyCannotBeChosen()
    {
        HelperInfo known;
        known.name = "ftp";
        known.owner = "trackhand";
        known.state = "running";
        m_backend->addHelper(known);
        openWizard();
        QVERIFY(!list()->choose("ftp"));
        QCOMPARE(list()->chosen()->name, QString("sip"));
    }

    void whatIsNotBuiltInIsMarkedAsAModule()
    {
        ProtocolInfo own = sip();
        own.name = "parcel";
        own.l4 = QStringList {"tcp"};
        own.ports = {7000};
        own.module = true;
        m_backend->setProtocols({ftp(), own});
        openWizard();
        const auto detail = [this](int row) {
            return list()->item(row)->data(ProtocolList::DetailRole).toString();
        };
        QCOMPARE(detail(0), QString("tcp port 21"));
        QCOMPARE(detail(1), QString("module, tcp port 7000"));
    }

    void aWrongFieldIsExplainedAtOnceAndHoldsTheStep_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QString>("hint");
        QTest::addRow("a word") << "fileserver"
                                << "no address";
        QTest::addRow("host bits in a network") << "10.0.2.2/24"
                                                << "10.0.2.0/24";
        QTest::addRow("a prefix that is too long") << "10.0.0.0/33"
                                                   << "no address";
        QTest::addRow("ipv6 host bits") << "fd00::1/64"
                                        << "fd00::/64";
    }

    void aWrongFieldIsExplainedAtOnceAndHoldsTheStep()
    {
        QFETCH(QString, destination);
        QFETCH(QString, hint);
        openWizard();
        clickProtocol("ftp");
        clickNext();
        fill("", destination);
        QCOMPARE(notice(where())->kind(), Notice::Kind::Error);
        QVERIFY2(notice(where())->text().contains(hint), qPrintable(notice(where())->text()));
        QVERIFY(!m_wizard->nextButton()->isEnabled());
        fill("", "10.0.2.2");
        QVERIFY(m_wizard->nextButton()->isEnabled());
    }

    void aQueueThatIsTakenIsRefusedByName()
    {
        HelperInfo known;
        known.name = "rpc";
        known.owner = "foreign";
        known.queue = 3;
        m_backend->addHelper(known);
        openWizard();
        clickProtocol("ftp");
        clickNext();
        where()->findChild<QSpinBox *>()->setValue(3);
        QVERIFY(notice(where())->text().contains("rpc"));
        QVERIFY(!m_wizard->nextButton()->isEnabled());
    }

    void reviewShowsTheBackendsRulesAndTheCommandsThatDoTheSame()
    {
        openWizard();
        clickProtocol("ftp");
        clickNext();
        fill("", "10.0.2.2");
        clickNext();
        const auto *tabs = review()->findChild<QTabWidget *>();
        QList<const QPlainTextEdit *> texts;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            texts.append(qobject_cast<const QPlainTextEdit *>(tabs->widget(tab)));
        }
        QCOMPARE(texts.size(), 3);
        QTRY_VERIFY(texts.at(0)->toPlainText().contains("ct helper set \"ftp\""));
        QVERIFY(texts.at(1)->toPlainText().contains("nfct helper add ftp inet6 tcp"));
        QVERIFY(texts.at(1)->toPlainText().contains("-j CT --helper ftp"));
        QCOMPARE(texts.at(2)->toPlainText(),
            QString("trackhandctl helper add ftp\n"
                    "trackhandctl rule add ftp --l4 tcp --dport 21 --hook prerouting --dst 10.0.2.2\n"
                    "trackhandctl helper enable ftp"));
        QVERIFY(deeds(*m_backend).isEmpty()); // looking changes nothing
    }

    void aRefusedRegistrationIsSaidInPlaceAndDeletesNothing()
    {
        m_backend->failNext("Add", ErrorCode::KernelHelperLoaded, "nf_conntrack_ftp is loaded: unload it");
        applyFtp();
        QTRY_COMPARE(notice(review())->kind(), Notice::Kind::Error);
        QVERIFY(notice(review())->text().contains("nf_conntrack_ftp is loaded: unload it"));
        QVERIFY(notice(review())->text().contains("Nothing was changed"));
        QCOMPARE(deeds(*m_backend), QStringList {"Helpers.Add"});
        QVERIFY(m_wizard->isVisible());
        clickNext(); // the cause is gone: Apply again
        QTRY_VERIFY(!m_wizard->isVisible());
        QCOMPARE(m_backend->helpers().value("ftp").state, QString("running"));
    }

    void aHelperThatDoesNotStartIsTakenBackWithItsRules()
    {
        m_backend->failNext("Enable", ErrorCode::HelperUnavailable, "the helper program is missing: reinstall");
        applyFtp();
        QTRY_COMPARE(notice(review())->kind(), Notice::Kind::Error);
        QVERIFY(notice(review())->text().contains("the helper program is missing: reinstall"));
        QCOMPARE(deeds(*m_backend), (QStringList {"Helpers.Add", "Rules.Add", "Helper.Enable", "Helper.Delete"}));
        QCOMPARE(m_backend->lastCall("Delete")->arguments, QVariantList {true});
        QVERIFY(m_backend->helpers().isEmpty());
        QVERIFY(m_backend->rules().isEmpty());
    }

    void aFailedUndoSaysWhatIsLeft()
    {
        m_backend->failNext("Enable", ErrorCode::HelperUnavailable, "the helper program is missing");
        m_backend->failNext("Delete", ErrorCode::NotAuthorized, "you may not");
        applyFtp();
        QTRY_COMPARE(notice(review())->kind(), Notice::Kind::Error);
        QVERIFY(notice(review())->text().contains("you may not"));
        QVERIFY(notice(review())->text().contains("delete ftp on the Helpers page"));
    }

    void cancellingApplyTakesBackWhatWasBegun()
    {
        applyFtp();
        m_wizard->reject();
        QVERIFY(m_wizard->isVisible());
        QTRY_VERIFY(deeds(*m_backend).contains("Helper.Delete"));
        QTRY_VERIFY(m_wizard->nextButton()->isEnabled());
        QVERIFY(m_backend->helpers().isEmpty());
        QVERIFY(notice(review())->text().contains("Nothing was changed"));
    }

    void aDeadBackendIsSaidAndItsReturnFillsTheList()
    {
        m_wizard = std::make_unique<AddHelperWizard>(m_link.get(), m_helpers.get());
        m_wizard->show();
        QTRY_COMPARE(notice(m_wizard->findChild<ProtocolStep *>())->kind(), Notice::Kind::Error);
        QVERIFY(!m_wizard->nextButton()->isEnabled());
        QVERIFY(m_backend->appear());
        m_link->open();
        QTRY_VERIFY(m_wizard->nextButton()->isEnabled());
        QCOMPARE(list()->chosen()->name, QString("ftp"));
    }

    void fitsWithoutScrollingAndLooksTheSameLightDarkAndFromTheRight_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("fromTheRight");
        QTest::addRow("light") << false << false;
        QTest::addRow("dark") << true << false;
        QTest::addRow("right to left") << false << true;
    }

    void fitsWithoutScrollingAndLooksTheSameLightDarkAndFromTheRight()
    {
        QFETCH(bool, dark);
        QFETCH(bool, fromTheRight);
        const QPalette before = QApplication::palette();
        if (dark) {
            QApplication::setPalette(darkPalette());
        }
        QApplication::setLayoutDirection(fromTheRight ? Qt::RightToLeft : Qt::LeftToRight);
        openWizard();
        picture("protocol");
        clickProtocol("ftp");
        clickNext();
        QVERIFY(m_wizard->minimumSizeHint().height() <= 640);
        picture("where");
        place(TrafficPlace::ThisMachine)->click();
        fill("", "10.0.2.2/24");
        picture("where-wrong");
        fill("", "");
        place(TrafficPlace::ClientsBehind)->click();
        fill("10.0.1.0/24", "");
        picture("where-clients");
        clickNext();
        QTRY_COMPARE(notice(review())->kind(), Notice::Kind::Silent);
        picture("review");
        QApplication::setPalette(before);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    void openWizard()
    {
        QVERIFY(m_backend->appear());
        m_link->open();
        QTRY_COMPARE(m_link->state(), BackendLink::State::Ready);
        m_wizard = std::make_unique<AddHelperWizard>(m_link.get(), m_helpers.get());
        m_wizard->show();
        QTRY_VERIFY(list()->count() > 0);
        m_clicks = 0;
    }

    void applyFtp()
    {
        openWizard();
        clickProtocol("ftp");
        clickNext();
        clickNext();
        clickNext();
    }

    void clickProtocol(const QString &name)
    {
        for (int row = 0; row < list()->count(); ++row) {
            QListWidgetItem *item = list()->item(row);
            if (item->data(ProtocolList::NameRole).toString() == name) {
                QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(item).center());
                ++m_clicks;
            }
        }
        QCOMPARE(list()->chosen()->name, name);
    }

    void clickNext()
    {
        QVERIFY(m_wizard->nextButton()->isEnabled());
        QTest::mouseClick(m_wizard->nextButton(), Qt::LeftButton);
        ++m_clicks;
    }

    void fill(const QString &source, const QString &destination)
    {
        const auto fields = where()->findChildren<QLineEdit *>(Qt::FindDirectChildrenOnly);
        QCOMPARE(fields.size(), 3); // ports, from, to
        fields.at(1)->setText(source);
        fields.at(2)->setText(destination);
    }

    void picture(const char *what)
    {
        const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!folder.isEmpty()) {
            QTest::qWait(50);
            m_wizard->grab().save(
                folder + '/' + what + '-' + QString(QTest::currentDataTag()).replace(' ', '-') + ".png");
        }
    }

    static QPalette darkPalette()
    {
        QPalette dark(QColor(0x35, 0x36, 0x3a));
        dark.setColor(QPalette::Base, QColor(0x26, 0x27, 0x2a));
        dark.setColor(QPalette::Highlight, QColor(0x3d, 0x8e, 0xe6));
        dark.setColor(QPalette::HighlightedText, Qt::white);
        return dark;
    }

    QCheckBox *box(const QString &text)
    {
        for (QCheckBox *each : where()->findChildren<QCheckBox *>()) {
            if (each->text() == text) {
                return each;
            }
        }
        return nullptr;
    }

    QRadioButton *place(TrafficPlace which)
    {
        return where()->findChild<QRadioButton *>(QString("place%1").arg(int(which)));
    }
    ProtocolList *list() { return m_wizard->findChild<ProtocolList *>(); }
    WhereStep *where() { return m_wizard->findChild<WhereStep *>(); }
    ReviewStep *review() { return m_wizard->findChild<ReviewStep *>(); }
    static Notice *notice(QWidget *of) { return of->findChild<Notice *>(); }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<BackendLink> m_link;
    std::unique_ptr<HelperStore> m_helpers;
    std::unique_ptr<AddHelperWizard> m_wizard;
    int m_clicks = 0;
};

QTEST_MAIN(TestAddHelperWizard)
#include "tst_addhelperwizard.moc"
