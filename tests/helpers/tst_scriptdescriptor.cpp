// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scripted.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string table(std::string_view fields)
{
    return "return { on_packet = function() end, " + std::string(fields) + " }";
}

} // namespace

/// The table that a script returns, and what is said of one that does not fit.
class TestScriptDescriptor : public QObject {
    Q_OBJECT

private slots:
    void everyFieldIsRead();
    void whatIsLeftOutHasItsDefault();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
};

void TestScriptDescriptor::everyFieldIsRead()
{
    const auto read = ScriptHelper::describe({"test.lua",
        table("name = 'quux-2', summary = 'one l\xc3\xafne \xe2\x82\xac \xf0\x9f\x98\x80', advice = 'another', "
              "transports = { 'udp', 'tcp' },\n"
              "families = { 'ipv6' }, ports = { 7000, 7001 }, private_length = 32, view = 'lines', empty_segments = "
              "true,\n"
              "classes = { { name = 'audio', max = 255, timeout = 86400 }, { name = 'video' } },\n"
              "rights = { 'loose-source', 'permanent', 'low-ports', 'same-helper' },\n"
              "options = { { name = 'limit', kind = 'int', default = 3, min = 1, max = 5, text = 'how many',\n"
              "grants = 'low-ports' } }")});
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().text.c_str());
    QCOMPARE(text(read->name), text("quux-2"));
    QCOMPARE(text(read->summary), text("one l\xc3\xafne \xe2\x82\xac \xf0\x9f\x98\x80"));
    QCOMPARE(text(read->advice), text("another"));
    QVERIFY((read->l4 == std::vector {L4Protocol::Udp, L4Protocol::Tcp}));
    QVERIFY((read->l3 == std::vector {L3Protocol::Ipv6}));
    QVERIFY((read->ports == std::vector<std::uint16_t> {7000, 7001}));
    QCOMPARE(read->privateDataLength, std::uint8_t {32});
    QVERIFY(read->needsEmptySegments);
    QCOMPARE(read->classes.size(), std::size_t {2});
    QCOMPARE(read->classes[0].maximum, std::uint32_t {255});
    QCOMPARE(read->classes[0].timeoutSeconds, std::uint32_t {86400});
    QCOMPARE(text(read->classes[1].name), text("video"));
    QCOMPARE(read->classes[1].maximum, std::uint32_t {1});
    QVERIFY(read->rights.looseSource && read->rights.permanent && read->rights.lowPorts && read->rights.sameHelper);
    QVERIFY(read->options[0].kind == OptionKind::Integer);
    QCOMPARE(text(read->options[0].defaultValue), text("3"));
    QCOMPARE(read->options[0].maximum, std::int64_t {5});
    QVERIFY(read->options[0].grants == OptionGrant::LowPorts);
}

void TestScriptDescriptor::whatIsLeftOutHasItsDefault()
{
    const auto read = ScriptHelper::describe({"test.lua", table("name = 'x', transports = { 'tcp' }")});
    QVERIFY(read.ok());
    QCOMPARE(read->l3.size(), std::size_t {2});
    QVERIFY(read->ports.empty());
    QCOMPARE(read->classes.size(), std::size_t {1});
    QCOMPARE(text(read->classes[0].name), text("x"));
    QCOMPARE(read->privateDataLength, std::uint8_t {0});
    QVERIFY(!read->rights.looseSource && !read->needsEmptySegments);
}

void TestScriptDescriptor::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *fields, const char *said) {
        QTest::addRow("%s", fields) << QString::fromLatin1(fields) << QString::fromLatin1(said);
    };
    row("transports = { 'tcp' }", "name is needed");
    row("name = '', transports = { 'tcp' }", "name is needed");
    row("name = 'Capital', transports = { 'tcp' }", "name is needed");
    row("name = '../x', transports = { 'tcp' }", "name is needed");
    row("name = 'abcdefghijklmnop', transports = { 'tcp' }", "name is a string of at most 15 bytes");
    row("name = 5, transports = { 'tcp' }", "name is a string of at most 15 bytes");
    row("name = 'x'", "transports is needed");
    row("name = 'x', transports = { 'tcp' }, summary = 'two\\nlines'", "summary is one line of text in UTF-8");
    row("name = 'x', transports = { 'tcp' }, summary = '\\xff'", "summary is one line of text in UTF-8");
    row("name = 'x', transports = { 'tcp' }, summary = '\\xc3'", "summary is one line of text in UTF-8");
    row("name = 'x', transports = { 'tcp' }, summary = '\\xed\\xa0\\x80'", "summary is one line of text in UTF-8");
    row("name = 'x', transports = { 'tcp' }, ['a\\nb'] = 1", "a name with control characters is no field");
    row("name = 'x', transports = 'tcp'", "transports is a list");
    row("name = 'x', transports = { 'icmp' }", "transports is a list of");
    row("name = 'x', transports = { 6 }", "transports[1] is a string");
    row("name = 'x', transports = { 'tcp' }, families = { 'any' }", "families is a list of");
    row("name = 'x', transports = { 'tcp' }, port = { 21 }", "port is no field that is known here");
    row("name = 'x', transports = { 'tcp' }, 'stray'", "the script returns a table of named fields");
    row("name = 'x', transports = { 'tcp' }, ports = { 0 }", "ports[1] is a number from 1 to 65535");
    row("name = 'x', transports = { 'tcp' }, ports = { 21, 65536 }", "ports[2] is a number from 1 to 65535");
    row("name = 'x', transports = { 'tcp' }, ports = { 2.5 }", "ports[1] is a number from 1 to 65535");
    row("name = 'x', transports = { 'tcp' }, classes = { { name = 'a', max = 256 } }",
        "classes[1].max is a number from 1 to 255");
    row("name = 'x', transports = { 'tcp' }, classes = { { name = 'a', max = 0 } }",
        "classes[1].max is a number from 1 to 255");
    row("name = 'x', transports = { 'tcp' }, classes = { { name = 'a', timeout = 0 } }",
        "classes[1].timeout is a number from 1 to 86400");
    row("name = 'x', transports = { 'tcp' }, classes = { { max = 1 } }", "classes[1].name is needed");
    row("name = 'x', transports = { 'tcp' }, classes = { 'a' }", "classes[1] is a table");
    row("name = 'x', transports = { 'tcp' }, classes = { { name = 'a', limit = 1 } }",
        "classes[1].limit is no field that is known here");
    row("name = 'x', transports = { 'tcp' }, classes = { { name = 'a' }, { name = 'b' }, { name = 'c' }, { name = 'd' "
        "},"
        "{ name = 'e' } }",
        "classes is a list of at most 4");
    row("name = 'x', transports = { 'tcp' }, private_length = 33", "private_length is a number from 0 to 32");
    row("name = 'x', transports = { 'tcp' }, view = 'words'", "view is \"packets\", \"lines\" or \"stream\"");
    row("name = 'x', transports = { 'tcp' }, empty_segments = 1", "empty_segments is true or false");
    row("name = 'x', transports = { 'tcp' }, rights = { 'all' }", "rights is a list of");
    row("name = 'x', transports = { 'tcp' }, options = { { name = 'a' } }",
        "options[1].kind is \"bool\", \"int\" or \"string\"");
    row("name = 'x', transports = { 'tcp' }, options = { { name = 'a', kind = 'int', default = 9, max = 5 } }",
        "options[1].default is no value that this option takes");
    row("name = 'x', transports = { 'tcp' }, options = { { name = 'a', kind = 'bool', grants = 'all' } }",
        "options[1].grants is");
    row("name = 'x', transports = { 'tcp' }, on_packet = 5", "on_packet is needed: function(packet, connection)");
}

void TestScriptDescriptor::whatIsWrongIsNamed()
{
    QFETCH(QString, fields);
    QFETCH(QString, said);
    const QString complaint = text(complaintAbout(table(fields.toStdString())));
    QVERIFY2(complaint.startsWith(QLatin1String("test.lua: ") + said), qPrintable(complaint));
}

QTEST_APPLESS_MAIN(TestScriptDescriptor)
#include "tst_scriptdescriptor.moc"
