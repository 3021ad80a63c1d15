// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventjson.h"
#include "client/filter/eventfilter.h"
#include "client/filter/filtercompletion.h"
#include "tests/client/sampleevents.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Trackhand;

class TestFilterCompletion : public QObject {
    Q_OBJECT
private slots:
    void offersWhatMayStandHere_data()
    {
        QTest::addColumn<QString>("text"); // "|" is the cursor
        QTest::addColumn<QString>("candidates");
        const auto row = [](const char *text, const char *candidates) {
            QTest::newRow(text) << QString(text) << QString(candidates);
        };
        row("he|", "helper");
        row("helper|", "");
        row("HEL|", "helper");
        row("ma|", "mangled mark master.src master.dst master.l4 master.sport master.dport");
        row("x|", "");
        row("helper |", "== != contains matches in");
        row("helper c|", "contains");
        row("dport |", "== != < <= > >= in");
        row("dport <|", "< <=");
        row("src |", "== != in");
        row("mangled |", "and or == !=");
        row("mangled == |", "true false");
        row("verdict == |", "accept drop");
        row("verdict == d|", "drop");
        row("verdict == drop|", "");
        row("verdict != \"a|", "\"accept\"");
        row("helper == |", "ftp netbios-ns sip");
        row("helper == net|", "netbios-ns");
        row("helper in {ftp, |", "ftp netbios-ns sip");
        row("helper in {ftp s|", "sip");
        row("helper in {ftp} |", "and or");
        row("dport == 21 |", "and or");
        row("dport == 21 a|", "and");
        row("dport == 21 and (not verd|", "verdict");
        row("(dport == 21) || verd|", "verdict");
        row("dport == |", "");
        row("nonsense == |", "");
        row("dport == 21 ) ) |", "and or");
        row("# |", "");
        row("n|", "note nat not");
    }

    void offersWhatMayStandHere()
    {
        QFETCH(QString, text);
        const int cursor = int(text.indexOf('|', text.contains("|| ") ? text.lastIndexOf('|') : 0));
        const FilterCompletion completion = completeFilter(text.remove(cursor, 1), cursor, known());
        QTEST(completion.candidates.join(' '), "candidates");
    }

    void withNothingTypedAllFieldsAreOffered()
    {
        const QStringList candidates = completeFilter({}, 0).candidates;
        QCOMPARE(candidates, EventFilter::fieldNames() + QStringList("not"));
    }

    void theWholeWordIsReplaced()
    {
        const FilterCompletion completion = completeFilter("dport == 21 and verd == drop", 18);
        QCOMPARE(completion.position, 16);
        QCOMPARE(completion.length, 4);
        QCOMPARE(completion.candidates, QStringList("verdict"));
    }

    void whateverIsTypedIsSurvived()
    {
        const QString text =
            "helper == \"f\\\"tp\" && (dport in {21, 8000-8010} || !mangled) and note matches \"^P\" # \"";
        for (int cursor = 0; cursor <= text.size(); ++cursor) {
            const FilterCompletion completion = completeFilter(text, cursor, known());
            QVERIFY(completion.position >= 0 && completion.position <= cursor);
            QVERIFY(completion.position + completion.length <= text.size());
        }
    }

    void everyNameOfTheJsonEventsIsAField()
    {
        EventRecord packet = Samples::ftpPacket();
        packet.flags = EventFlag::FailOpen | EventFlag::Refused;
        EventRecord flow = Samples::ftpExpectation(EventAction::New);
        flow.kind = EventKind::Flow;
        flow.expectation.mark = flow.expectation.bytesOriginal = flow.expectation.bytesReply = 1;
        const QStringList fields = EventFilter::fieldNames();
        for (const EventRecord &event : {packet, Samples::ftpExpectation(EventAction::New), flow}) {
            const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(eventJson(event))).object();
            QVERIFY(!json.isEmpty());
            for (const QString &name : namesIn(json)) {
                QVERIFY2(fields.contains(name) || name == "time", qPrintable(name)); // one goes to a time
            }
        }
    }

private:
    static FilterValues known() { return {{"helper", {"ftp", "netbios-ns", "sip"}}}; }

    static QStringList namesIn(const QJsonObject &json)
    {
        QStringList names;
        for (auto member = json.begin(); member != json.end(); ++member) {
            if (!member->isObject()) {
                names.append(member.key());
                continue;
            }
            for (const QString &inner : namesIn(member->toObject())) {
                names.append(member.key() + '.' + inner);
            }
        }
        return names;
    }
};

QTEST_GUILESS_MAIN(TestFilterCompletion)
#include "tst_filtercompletion.moc"
