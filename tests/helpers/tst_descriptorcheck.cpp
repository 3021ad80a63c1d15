// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/descriptorcheck.h"
#include "helpers/registry.h"

#include <QTest>

#include <functional>

using namespace Trackhand;

namespace {

using Change = std::function<void(HelperDescriptor &)>;

HelperDescriptor goodDescriptor()
{
    return {.name = "x",
        .summary = "s",
        .advice = "a",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Tcp},
        .ports = {7000},
        .classes = {{.name = "data", .maximum = 255, .timeoutSeconds = 86400}},
        .privateDataLength = 32,
        .options = {{.name = "limit", .kind = OptionKind::Integer, .defaultValue = "3", .text = {}, .maximum = 3}}};
}

} // namespace

Q_DECLARE_METATYPE(Change)

/// What a helper that is not built in may say of itself.
class TestDescriptorCheck : public QObject {
    Q_OBJECT

private slots:
    void whatIsWithinBoundsIsTaken() { QVERIFY(checkDescriptor(goodDescriptor()).ok()); }

    void everyBuiltInProtocolKeepsToTheBounds()
    {
        QVERIFY(availableHelpers().size() > 10);
        for (const HelperDescriptor *descriptor : availableHelpers()) {
            const auto status = checkDescriptor(*descriptor);
            QVERIFY2(status.ok(), status ? "" : (descriptor->name + ": " + status.error().text).c_str());
        }
    }

    void whatIsOutOfBoundsIsNamed_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<Change>("change");
        const auto row = [](const char *what, const char *member, Change change) {
            QTest::newRow(what) << QByteArray(member) << std::move(change);
        };
        row("no name", "name", [](auto &each) { each.name.clear(); });
        row("long name", "name", [](auto &each) { each.name = std::string(16, 'x'); });
        row("capital", "name", [](auto &each) { each.name = "Ftp"; });
        row("path", "name", [](auto &each) { each.name = "../x"; });
        row("two lines", "summary", [](auto &each) { each.summary = "one\ntwo"; });
        row("long advice", "summary, advice", [](auto &each) { each.advice = std::string(201, 'x'); });
        row("no family", "l3", [](auto &each) { each.l3.clear(); });
        row("unknown family", "l3", [](auto &each) { each.l3 = {L3Protocol::Unspecified}; });
        row("no transport", "l4", [](auto &each) { each.l4.clear(); });
        row("transport twice", "l4", [](auto &each) { each.l4 = {L4Protocol::Udp, L4Protocol::Udp}; });
        row("GRE is no transport", "l4", [](auto &each) { each.l4 = {L4Protocol::Gre}; });
        row("port 0", "ports", [](auto &each) { each.ports = {0}; });
        row("many ports", "ports", [](auto &each) { each.ports.assign(65, 1); });
        row("no class", "classes", [](auto &each) { each.classes.clear(); });
        row("five classes", "classes", [](auto &each) {
            for (const char *name : {"a", "b", "c", "d"}) {
                each.classes.push_back({.name = name});
            }
        });
        row("two classes of one name", "classes", [](auto &each) { each.classes.resize(2, each.classes[0]); });
        row("256 expectations", "classes", [](auto &each) { each.classes[0].maximum = 256; });
        row("none", "classes", [](auto &each) { each.classes[0].maximum = 0; });
        row("no time", "classes", [](auto &each) { each.classes[0].timeoutSeconds = 0; });
        row("more than a day", "classes", [](auto &each) { each.classes[0].timeoutSeconds = 86401; });
        row("private data", "privateDataLength", [](auto &each) { each.privateDataLength = 33; });
        row("nameless option", "options", [](auto &each) { each.options[0].name.clear(); });
        row("default beyond", "options", [](auto &each) { each.options[0].defaultValue = "4"; });
        row("option twice", "options", [](auto &each) { each.options.resize(2, each.options[0]); });
    }
    void whatIsOutOfBoundsIsNamed()
    {
        QFETCH(QByteArray, member);
        QFETCH(Change, change);
        HelperDescriptor descriptor = goodDescriptor();
        change(descriptor);
        const auto status = checkDescriptor(descriptor);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(status.error().text.starts_with(member.toStdString()), status.error().text.c_str());
    }
};

QTEST_GUILESS_MAIN(TestDescriptorCheck)
#include "tst_descriptorcheck.moc"
