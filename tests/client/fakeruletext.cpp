// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/fakeruletext.h"

#include "client/models/helpertext.h"

namespace Trackhand {

QString playedTable(const QList<RuleInfo> &rules)
{
    QString table = QStringLiteral("table inet trackhand {\n");
    const QStringList chains =
        rules.isEmpty() ? QStringList() : QStringList {QStringLiteral("prerouting"), QStringLiteral("output")};
    for (const QString &hook : chains) {
        table += QStringLiteral("\tchain %1 {\n\t\ttype filter hook %1 priority mangle; policy accept;\n").arg(hook);
        for (const RuleInfo &rule : rules) {
            if (rule.hooks.contains(hook)) {
                table += QStringLiteral("\t\t%1 dport %2 counter packets %3 bytes %4 ct helper set \"%5\" "
                                        "comment \"trackhand:%6\"\n")
                             .arg(rule.l4, portsText(rule.ports))
                             .arg(rule.packets)
                             .arg(rule.bytes)
                             .arg(rule.helper)
                             .arg(rule.id);
            }
        }
        table += QStringLiteral("\t}\n");
    }
    return table + QStringLiteral("}\n");
}

} // namespace Trackhand
