// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/doctor/doctor.h"
#include "wire/base/fd.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <sys/socket.h>
#include <sys/un.h>

using namespace Trackhand;
using Outcome = DoctorCheck::Outcome;

namespace {

const QByteArray GoodConfiguration = "CONFIG_NF_CT_NETLINK_HELPER=m\nCONFIG_NETFILTER_NETLINK_QUEUE=m\n"
                                     "CONFIG_NF_CT_NETLINK=m\nCONFIG_NETFILTER_NETLINK_GLUE_CT=y\n"
                                     "CONFIG_NF_TABLES=m\nCONFIG_NFT_CT=m\n";

const QByteArray GoodModules = "kernel/net/netfilter/nfnetlink_cthelper.ko: kernel/net/netfilter/nfnetlink.ko\n"
                               "kernel/net/netfilter/nfnetlink_queue.ko.xz:\n"
                               "kernel/net/netfilter/nf_conntrack_netlink.ko:\n"
                               "kernel/net/netfilter/nf_tables.ko:\nkernel/net/netfilter/nft_ct.ko:\n";

/// The files of a machine that need not exist.
class Machine {
public:
    explicit Machine(const QByteArray &release = "6.1.0-56-amd64")
        : m_release(QString::fromLatin1(release))
    {
        write(QStringLiteral("proc/sys/kernel/osrelease"), release + '\n');
    }

    void write(const QString &path, const QByteArray &text)
    {
        const QString name = m_folder.filePath(path);
        QDir().mkpath(name.section(u'/', 0, -2));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void configure(const QByteArray &text) { write(QStringLiteral("boot/config-") + m_release, text); }
    void installModules(const QByteArray &dep)
    {
        write(QStringLiteral("lib/modules/%1/modules.dep").arg(m_release), dep);
    }
    QString root() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    QString m_release;
};

DoctorCheck find(const QList<DoctorCheck> &checks, const char *id)
{
    for (const DoctorCheck &check : checks) {
        if (check.id == QLatin1String(id)) {
            return check;
        }
    }
    return {};
}

} // namespace

class TestDoctor : public QObject {
    Q_OBJECT

private slots:
    void aDebianKernelIsFine();
    void aKernelWithoutTheModuleIsExplained();
    void aKernelWithoutTheGlueIsExplained();
    void aBuiltInPartNeedsNoModuleFile();
    void aModuleWithoutItsFileIsAnotherMatter();
    void whatCannotBeKnownIsNotCalledBroken();
    void theGlueOfALoadedModuleIsSeenWithoutAConfiguration();
    void aCompressedConfigurationIsRead();
    void aKernelThatIsTooOldFails();
    void loadedKernelHelpersAreNamed();
    void switchedOffEventsAreNoticed();
    void theQueuesInUseAreListed();
    void aRunningBackendIsSeen();
    void theSystemBusAnswersOrDoesNot();
    void everyProblemHasARemedy();
};

void TestDoctor::aDebianKernelIsFine()
{
    Machine machine;
    machine.configure(GoodConfiguration);
    machine.installModules(GoodModules);
    const auto checks = Doctor(machine.root()).examine();
    QVERIFY(!Doctor::kernelFailure(checks));
    for (const char *id : {"kernel", "cthelper", "queue", "conntrack", "glue", "nftables", "nft-ct"}) {
        QCOMPARE(find(checks, id).outcome, Outcome::Ok);
    }
    QVERIFY(find(checks, "kernel").text.contains(QStringLiteral("6.1.0-56-amd64")));
}

void TestDoctor::aKernelWithoutTheModuleIsExplained()
{
    Machine machine;
    machine.configure(QByteArray(GoodConfiguration)
                          .replace("CONFIG_NF_CT_NETLINK_HELPER=m", "# CONFIG_NF_CT_NETLINK_HELPER is not set"));
    machine.installModules(QByteArray(GoodModules).replace("nfnetlink_cthelper", "something_else"));
    const auto checks = Doctor(machine.root()).examine();
    const DoctorCheck *failure = Doctor::kernelFailure(checks);
    QVERIFY(failure);
    QCOMPARE(failure->id, QStringLiteral("cthelper"));
    QVERIFY(failure->text.contains(QStringLiteral("nfnetlink_cthelper")));
    QVERIFY(failure->remedy.contains(QStringLiteral("linux-image-amd64")));
    QVERIFY(failure->remedy.contains(QStringLiteral("./lab/up")));
}

void TestDoctor::aKernelWithoutTheGlueIsExplained()
{
    Machine machine;
    machine.configure(QByteArray(GoodConfiguration).replace("CONFIG_NETFILTER_NETLINK_GLUE_CT=y\n", ""));
    machine.installModules(GoodModules);
    const auto checks = Doctor(machine.root()).examine();
    QVERIFY(Doctor::kernelFailure(checks));
    QCOMPARE(Doctor::kernelFailure(checks)->id, QStringLiteral("glue"));
}

void TestDoctor::aBuiltInPartNeedsNoModuleFile()
{
    Machine machine;
    machine.configure(QByteArray(GoodConfiguration).replace("=m", "=y"));
    QVERIFY(!Doctor::kernelFailure(Doctor(machine.root()).examine()));
}

void TestDoctor::aModuleWithoutItsFileIsAnotherMatter()
{
    Machine machine;
    machine.configure(GoodConfiguration);
    machine.installModules("kernel/net/netfilter/nf_tables.ko:\n");
    const auto cthelper = find(Doctor(machine.root()).examine(), "cthelper");
    QCOMPARE(cthelper.outcome, Outcome::Failed);
    QVERIFY(cthelper.text.contains(QStringLiteral("not installed")));
}

void TestDoctor::whatCannotBeKnownIsNotCalledBroken()
{
    const Machine machine;
    const auto checks = Doctor(machine.root()).examine();
    QVERIFY(!Doctor::kernelFailure(checks));
    QCOMPARE(find(checks, "cthelper").outcome, Outcome::Attention);
    QVERIFY(find(checks, "cthelper").remedy.contains(QStringLiteral("modprobe nfnetlink_cthelper")));
}

void TestDoctor::theGlueOfALoadedModuleIsSeenWithoutAConfiguration()
{
    Machine machine;
    QCOMPARE(find(Doctor(machine.root()).examine(), "glue").outcome, Outcome::Attention);
    machine.write(QStringLiteral("proc/kallsyms"), "0000000000000000 d ctnetlink_glue_hook\t[nf_conntrack_netlink]\n");
    QCOMPARE(find(Doctor(machine.root()).examine(), "glue").outcome, Outcome::Ok);
}

void TestDoctor::aCompressedConfigurationIsRead()
{
    Machine machine;
    // gzip of "CONFIG_NF_CT_NETLINK_HELPER=y\n"
    machine.write(QStringLiteral("proc/config.gz"),
        QByteArray::fromBase64("H4sIAAAAAAAAA3P293PzdI/3c4t3Don3cw3x8fTzjvdw9QlwDbKt5AIAyqmyaR4AAAA="));
    const auto checks = Doctor(machine.root()).examine();
    QCOMPARE(find(checks, "queue").outcome, Outcome::Failed); // the file was read: what it does not name is not there
    QCOMPARE(find(checks, "cthelper").outcome, Outcome::Ok);
}

void TestDoctor::aKernelThatIsTooOldFails()
{
    const Machine machine("4.19.0-27-amd64");
    QCOMPARE(find(Doctor(machine.root()).examine(), "kernel").outcome, Outcome::Failed);
}

void TestDoctor::loadedKernelHelpersAreNamed()
{
    Machine machine;
    machine.write(QStringLiteral("proc/modules"), "nf_conntrack_ftp 24576 0 - Live 0x0\nxfs 1 0 - Live 0x0\n");
    const auto helpers = find(Doctor(machine.root()).examine(), "kernel-helpers");
    QCOMPARE(helpers.outcome, Outcome::Attention);
    QVERIFY(helpers.remedy.contains(QStringLiteral("modprobe -r nf_conntrack_ftp")));
}

void TestDoctor::switchedOffEventsAreNoticed()
{
    Machine machine;
    machine.write(QStringLiteral("proc/sys/net/netfilter/nf_conntrack_events"), "0\n");
    QCOMPARE(find(Doctor(machine.root()).examine(), "events").outcome, Outcome::Attention);
    machine.write(QStringLiteral("proc/sys/net/netfilter/nf_conntrack_events"), "2\n");
    QCOMPARE(find(Doctor(machine.root()).examine(), "events").outcome, Outcome::Ok);
}

void TestDoctor::theQueuesInUseAreListed()
{
    Machine machine;
    machine.write(QStringLiteral("proc/net/netfilter/nfnetlink_queue"),
        "    0   1234     0 2 65531     0     0      175  1\n    7   1234     0 2 65531     0     0        0  1\n");
    QVERIFY(find(Doctor(machine.root()).examine(), "queues").text.contains(QStringLiteral("0, 7")));
}

void TestDoctor::aRunningBackendIsSeen()
{
    Machine machine;
    QCOMPARE(find(Doctor(machine.root()).examine(), "backend").outcome, Outcome::Attention);
    machine.write(QStringLiteral("proc/42/comm"), "trackhandd\n");
    QCOMPARE(find(Doctor(machine.root()).examine(), "backend").outcome, Outcome::Ok);
}

void TestDoctor::theSystemBusAnswersOrDoesNot()
{
    const Machine machine;
    const auto bus = [&] {
        return find(Doctor(machine.root()).examine(), "bus").outcome;
    };
    QCOMPARE(bus(), Outcome::Attention); // no socket
    const QByteArray path = QFile::encodeName(machine.root() + QStringLiteral("/run/dbus/system_bus_socket"));
    QVERIFY(QDir().mkpath(machine.root() + QStringLiteral("/run/dbus")));
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    QVERIFY(path.size() < qsizetype(sizeof address.sun_path));
    std::copy(path.begin(), path.end(), address.sun_path);
    const Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    QCOMPARE(::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    QCOMPARE(bus(), Outcome::Attention); // nobody listens on it
    QCOMPARE(::listen(socket.get(), 1), 0);
    QCOMPARE(bus(), Outcome::Ok);
}

void TestDoctor::everyProblemHasARemedy()
{
    for (const auto &check : Doctor(Machine("4.19.0").root()).examine()) {
        QCOMPARE(check.remedy.isEmpty(), check.outcome == Outcome::Ok);
        QVERIFY(!check.text.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
