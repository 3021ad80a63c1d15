// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/jsonline.h"
#include "ctl/commands.h"
#include "ctl/newfile.h"
#include "ctl/session.h"
#include "ctl/table.h"
#include "wire/ring/eventnames.h"

#include <QFile>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner; // they are other people's bytes

void printJson(Session &session, const EvidenceInfo &evidence)
{
    session.console().line(JsonLine()
                               .add("evidence", evidence.id.toStdString())
                               .add("helper", evidence.helper.toStdString())
                               .add("time", rfc3339(evidence.timeNs))
                               .add("reason", evidence.reason.toStdString())
                               .add("packets", std::uint64_t {evidence.packets})
                               .addBool("in_hand", evidence.inHand)
                               .add("size", std::uint64_t {evidence.size})
                               .text());
}

ExitStatus runList(Session &session, const Arguments &)
{
    const auto all = session.call(Requests::evidence());
    if (!all) {
        return session.fail(all.error());
    }
    Table table({QStringLiteral("EVIDENCE"), QStringLiteral(">PACKETS"), QStringLiteral(">BYTES"),
        QStringLiteral("IN HAND"), QStringLiteral("THE HELPER PROCESS")});
    for (const EvidenceInfo &evidence : *all) {
        if (session.json()) {
            printJson(session, evidence);
        }
        table.add({evidence.id, QString::number(evidence.packets), QString::number(evidence.size),
            evidence.inHand ? QStringLiteral("last") : QStringLiteral("none"), evidence.reason});
    }
    if (!session.json() && !table.isEmpty()) {
        table.print(session.console());
    } else if (!session.json()) {
        session.console().line(QStringLiteral("no evidence: no helper process has died with packets before it"));
    }
    return ExitStatus::Done;
}

ExitStatus runSave(Session &session, const Arguments &arguments)
{
    const QString id = arguments.operand(0);
    const QString file = arguments.operands().size() > 1 ? arguments.operand(1) : id + QStringLiteral(".pcapng");
    const auto capture = session.call(Requests::readEvidence(id));
    if (!capture) {
        return session.fail(capture.error());
    }
    if (file == QLatin1String("-")) {
        session.console().bytes(capture->toStdString());
        return ExitStatus::Done;
    }
    if (const Status written = writeNewFile(file, *capture, OwnerOnly); !written) {
        return session.fail(written.error());
    }
    if (session.json()) {
        session.console().line(JsonLine().add("saved", id.toStdString()).add("file", file.toStdString()).text());
    } else {
        session.console().line(QStringLiteral("saved %1; try: trackhandctl replay %1 --helper %2")
                                   .arg(file, id.left(std::max<qsizetype>(id.lastIndexOf(u'-'), 0))));
    }
    return ExitStatus::Done;
}

ExitStatus runRemove(Session &session, const Arguments &arguments)
{
    const QString id = arguments.operand(0);
    const auto removed = session.call(Requests::removeEvidence(id));
    if (!removed) {
        return session.fail(removed.error());
    }
    if (session.json()) {
        session.console().line(JsonLine().add("removed", id.toStdString()).text());
    } else {
        session.console().line(QStringLiteral("removed %1").arg(id));
    }
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> evidenceCommands()
{
    return {
        {"evidence list", "", 0, 0, "what helper processes had before them when they died", {}, runList},
        {"evidence save", "ID [FILE]", 1, 2, "writes it as a capture (default: ID.pcapng; - is standard output)", {},
            runSave},
        {"evidence remove", "ID", 1, 1, "removes it from that machine", {}, runRemove},
    };
}

} // namespace Trackhand
