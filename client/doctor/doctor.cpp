// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/doctor/doctor.h"

#include "client/doctor/kernelfacts.h"
#include "wire/base/fd.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <algorithm>
#include <sys/socket.h>
#include <sys/un.h>

namespace Trackhand {

namespace {

using Outcome = DoctorCheck::Outcome;

/// A part of the kernel that is needed, and what it is needed for.
struct KernelPart {
    const char *id;
    const char *module; ///< "" for an option without a module
    const char *option;
    const char *purpose;
};

constexpr const char *GlueId = "glue";

constexpr KernelPart KernelParts[] = {
    {"cthelper", "nfnetlink_cthelper", "NF_CT_NETLINK_HELPER", "registers helpers that run in user space"},
    {"queue", "nfnetlink_queue", "NETFILTER_NETLINK_QUEUE", "hands packets to user space"},
    {"conntrack", "nf_conntrack_netlink", "NF_CT_NETLINK", "shows connections and expectations"},
    {GlueId, "", "NETFILTER_NETLINK_GLUE_CT", "sends a packet's connection along with it"},
    {"nftables", "nf_tables", "NF_TABLES", "holds the rules that give traffic to helpers"},
    {"nft-ct", "nft_ct", "NFT_CT", "lets a rule assign a helper"},
};

/// Kernel helpers that own the name of one of ours while their module is loaded.
const QStringList KernelHelperModules {QStringLiteral("nf_conntrack_ftp"), QStringLiteral("nf_conntrack_tftp"),
    QStringLiteral("nf_conntrack_sip"), QStringLiteral("nf_conntrack_irc"), QStringLiteral("nf_conntrack_pptp"),
    QStringLiteral("nf_conntrack_h323"), QStringLiteral("nf_conntrack_amanda"), QStringLiteral("nf_conntrack_sane"),
    QStringLiteral("nf_conntrack_netbios_ns"), QStringLiteral("nf_conntrack_snmp")};

DoctorCheck check(const char *id, Outcome outcome, const QString &text, const QString &remedy = {})
{
    return {QString::fromLatin1(id), outcome, text, remedy, false};
}

DoctorCheck kernelRelease(const KernelFacts &facts)
{
    static const QRegularExpression version(QStringLiteral("^(\\d+)\\.(\\d+)"));
    const auto match = version.match(facts.release());
    const int number = match.captured(1).toInt() * 1000 + match.captured(2).toInt();
    DoctorCheck result = check("kernel", Outcome::Ok, QStringLiteral("Linux %1").arg(facts.release()));
    result.kernel = true;
    if (!match.hasMatch()) {
        result.outcome = Outcome::Attention;
        result.text = QStringLiteral("the kernel's release cannot be read");
        result.remedy = QStringLiteral("see whether /proc is mounted");
    } else if (number < 5001) { // F_SEAL_FUTURE_WRITE
        result.outcome = Outcome::Failed;
        result.text += QStringLiteral(" is too old: shared memory cannot be sealed before Linux 5.1");
        result.remedy = QStringLiteral("use a newer kernel; Trackhand is tested with 6.1 and 6.12");
    }
    return result;
}

QString installRemedy(const KernelPart &part)
{
    return QStringLiteral(
        "boot a kernel with CONFIG_%1: Debian's own package linux-image-amd64 has it; or try everything "
        "in a guest with ./lab/up")
        .arg(QLatin1String(part.option));
}

DoctorCheck kernelPart(const KernelFacts &facts, const KernelPart &part)
{
    const bool hasModule = *part.module != '\0';
    const QString name = QLatin1String(hasModule ? part.module : part.option);
    const QString purpose = QLatin1String(part.purpose);
    auto presence = hasModule ? facts.presence(name, QLatin1String(part.option)) : facts.presence(name);
    if (presence == KernelFacts::Presence::Unknown && QLatin1String(part.id) == QLatin1String(GlueId)
        && facts.hasSymbol(QStringLiteral("ctnetlink_glue_hook"))) {
        presence = KernelFacts::Presence::Present;
    }
    DoctorCheck result = check(part.id, Outcome::Ok, QStringLiteral("%1: %2").arg(name, purpose));
    result.kernel = true;
    switch (presence) {
    case KernelFacts::Presence::Present:
        break;
    case KernelFacts::Presence::ModuleFileMissing:
        result.outcome = Outcome::Failed;
        result.text =
            QStringLiteral("%1 (%2) is a module of this kernel, but its file is not installed").arg(name, purpose);
        result.remedy = QStringLiteral("install the package with the rest of this kernel's modules");
        break;
    case KernelFacts::Presence::Absent:
        result.outcome = Outcome::Failed;
        result.text = QStringLiteral("%1, which %2, is missing in this kernel").arg(name, purpose);
        result.remedy = installRemedy(part);
        break;
    case KernelFacts::Presence::Unknown:
        result.outcome = Outcome::Attention;
        result.text = QStringLiteral("%1 (%2): cannot be found out here").arg(name, purpose);
        result.remedy = hasModule ? QStringLiteral("as root, try \"modprobe %1\"").arg(name)
                                  : QStringLiteral("look for CONFIG_%1 in the kernel's configuration").arg(name);
        break;
    }
    return result;
}

DoctorCheck events(const KernelFacts &facts)
{
    const QString value = facts.read(QStringLiteral("/proc/sys/net/netfilter/nf_conntrack_events")).trimmed();
    if (value == u'0') {
        return check("events", Outcome::Attention,
            QStringLiteral("conntrack events are switched off: expectations would not show"),
            QStringLiteral("as root: sysctl net.netfilter.nf_conntrack_events=1"));
    }
    return check("events", Outcome::Ok,
        value.isEmpty() ? QStringLiteral("conntrack events: connection tracking is not loaded yet")
                        : QStringLiteral("conntrack events are on"));
}

DoctorCheck kernelHelpers(const KernelFacts &facts)
{
    QStringList loaded;
    for (const QString &module : KernelHelperModules) {
        if (facts.loadedModules().contains(module)) {
            loaded.append(module);
        }
    }
    if (loaded.isEmpty()) {
        return check("kernel-helpers", Outcome::Ok, QStringLiteral("no kernel helper is loaded that owns a name"));
    }
    return check("kernel-helpers", Outcome::Attention,
        QStringLiteral("loaded kernel helpers keep their names for themselves: %1")
            .arg(loaded.join(QStringLiteral(", "))),
        QStringLiteral("to use Trackhand's helper of that name: modprobe -r %1").arg(loaded.join(u' ')));
}

DoctorCheck queues(const KernelFacts &facts)
{
    const QString path = QStringLiteral("/proc/net/netfilter/nfnetlink_queue");
    if (!facts.exists(path)) {
        return check("queues", Outcome::Ok, QStringLiteral("no queue is in use"));
    }
    if (!QFileInfo(facts.path(path)).isReadable()) {
        return check("queues", Outcome::Ok, QStringLiteral("which queues are in use, only root can see"));
    }
    QStringList numbers;
    for (const QString &line : facts.read(path).split(u'\n', Qt::SkipEmptyParts)) {
        numbers.append(line.simplified().section(u' ', 0, 0));
    }
    if (numbers.isEmpty()) {
        return check("queues", Outcome::Ok, QStringLiteral("no queue is in use"));
    }
    return check("queues", Outcome::Ok,
        QStringLiteral("queues in use: %1; a helper that is added without --queue takes a free one")
            .arg(numbers.join(QStringLiteral(", "))));
}

/// Whether somebody listens there. QLocalSocket would cost every start of trackhandctl fifteen more libraries.
bool answers(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    if (name.size() >= qsizetype(sizeof address.sun_path)) {
        return false;
    }
    std::copy(name.begin(), name.end(), address.sun_path);
    const Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

DoctorCheck systemBus(const KernelFacts &facts)
{
    if (answers(facts.path(QStringLiteral("/run/dbus/system_bus_socket")))) {
        return check("bus", Outcome::Ok, QStringLiteral("the system bus answers"));
    }
    return check("bus", Outcome::Attention,
        QStringLiteral("no system bus: a backend on this machine cannot be reached"),
        QStringLiteral("install and start dbus-daemon (or dbus-broker)"));
}

bool anyExists(const KernelFacts &facts, std::initializer_list<const char *> paths)
{
    return std::any_of(paths.begin(), paths.end(), [&](const char *path) { return facts.exists(QLatin1String(path)); });
}

DoctorCheck polkit(const KernelFacts &facts)
{
    if (anyExists(facts,
            {"/usr/lib/polkit-1/polkitd", "/usr/libexec/polkitd", "/usr/libexec/polkit-1/polkitd",
                "/usr/share/dbus-1/system-services/org.freedesktop.PolicyKit1.service"})) {
        return check("polkit", Outcome::Ok, QStringLiteral("polkit is installed"));
    }
    return check("polkit", Outcome::Attention,
        QStringLiteral("polkit is not installed: the backend would refuse everything"),
        QStringLiteral("install the package polkitd"));
}

bool backendRuns(const KernelFacts &facts)
{
    const QDir processes(facts.path(QStringLiteral("/proc")));
    for (const QString &entry : processes.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (entry.at(0).isDigit()
            && facts.read(QStringLiteral("/proc/%1/comm").arg(entry)).trimmed() == QLatin1String("trackhandd")) {
            return true;
        }
    }
    return false;
}

DoctorCheck backend(const KernelFacts &facts)
{
    if (backendRuns(facts)) {
        return check("backend", Outcome::Ok, QStringLiteral("trackhandd is running"));
    }
    if (anyExists(facts,
            {"/usr/share/dbus-1/system-services/org.trackhand.Trackhand1.service",
                "/usr/local/share/dbus-1/system-services/org.trackhand.Trackhand1.service"})) {
        return check(
            "backend", Outcome::Ok, QStringLiteral("trackhandd is installed; the bus starts it when it is needed"));
    }
    return check("backend", Outcome::Attention, QStringLiteral("trackhandd is not installed here"),
        QStringLiteral("install it with \"cmake --install\", or work on another machine with --host"));
}

DoctorCheck ssh()
{
    if (!QStandardPaths::findExecutable(QStringLiteral("ssh")).isEmpty()) {
        return check("ssh", Outcome::Ok, QStringLiteral("ssh is there to reach other machines"));
    }
    return check("ssh", Outcome::Attention, QStringLiteral("no ssh: other machines cannot be reached"),
        QStringLiteral("install the package openssh-client"));
}

} // namespace

QString outcomeName(DoctorCheck::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return QStringLiteral("ok");
    case Outcome::Attention:
        return QStringLiteral("attention");
    case Outcome::Failed:
        break;
    }
    return QStringLiteral("failed");
}

Doctor::Doctor(const QString &root)
    : m_root(root)
{
}

QList<DoctorCheck> Doctor::examine() const
{
    const KernelFacts facts(m_root);
    QList<DoctorCheck> checks {kernelRelease(facts)};
    for (const KernelPart &part : KernelParts) {
        checks.append(kernelPart(facts, part));
    }
    return checks << events(facts) << kernelHelpers(facts) << queues(facts) << systemBus(facts) << polkit(facts)
                  << backend(facts) << ssh();
}

const DoctorCheck *Doctor::kernelFailure(const QList<DoctorCheck> &checks)
{
    for (const DoctorCheck &check : checks) {
        if (check.kernel && check.outcome == Outcome::Failed) {
            return &check;
        }
    }
    return nullptr;
}

} // namespace Trackhand
