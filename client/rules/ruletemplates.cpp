// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/rules/ruletemplates.h"

#include <QCoreApplication>

namespace Trackhand {

namespace {

/// Where this file's words are looked up.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::RuleTemplates)
};

RuleTemplate make(const char *title, const char *helper, const char *l4, const char *hook, RuleField toFill)
{
    RuleTemplate made;
    made.title = Words::tr(title);
    made.draft.helper = QLatin1String(helper);
    made.draft.l4 = QLatin1String(l4);
    made.draft.hooks = QStringList {QLatin1String(hook)};
    made.draft.l3 = QStringList {QStringLiteral("ipv4"), QStringLiteral("ipv6")};
    made.toFill = toFill;
    return made;
}

} // namespace

QList<RuleTemplate> ruleTemplates()
{
    constexpr const char *Through = "prerouting"; // also what others open to this machine
    constexpr const char *Own = "output";
    return {
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "FTP server behind this router"), "ftp", "tcp", Through,
            RuleField::Destination),
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "FTP clients behind this router"), "ftp", "tcp", Through,
            RuleField::Source),
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "FTP from this machine"), "ftp", "tcp", Own,
            RuleField::Destination),
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "SIP phones in the LAN"), "sip", "udp", Through,
            RuleField::Source),
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "H.323 phones in the LAN"), "h323", "tcp", Through,
            RuleField::Source),
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "TFTP boot server"), "tftp", "udp", Through,
            RuleField::Destination),
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "RTSP cameras and players"), "rtsp", "tcp", Through,
            RuleField::Source),
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "IRC clients that send files"), "irc", "tcp", Through,
            RuleField::Source),
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "PPTP clients behind this router"), "pptp", "tcp", Through,
            RuleField::Source),
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "Windows names looked up from this machine"), "netbios-ns",
            "udp", Own, RuleField::OutInterface),
        make(QT_TRANSLATE_NOOP("Trackhand::RuleTemplates", "Printers and speakers found from this machine (mDNS)"),
            "mdns", "udp", Own, RuleField::OutInterface),
    };
}

} // namespace Trackhand
