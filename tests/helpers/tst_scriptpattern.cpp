// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"
#include "scripted.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// What a script says of string.match(subject, pattern): its results, joined by '|'.
QString matched(const QString &subject, const QString &pattern)
{
    Conversation talk(scripted("local found = table.pack(packet:payload():text():match([==[" + pattern.toStdString()
        + "]==]))\nfor i = 1, found.n do found[i] = tostring(found[i]) end packet:note(table.concat(found, '|'))"));
    talk.client(subject.toStdString());
    return text(talk.note());
}

} // namespace

/// Patterns mean what they mean in Lua.
class TestScriptPattern : public QObject {
    Q_OBJECT

private slots:
    void patternsMatch_data();
    void patternsMatch();
    void whatIsNoPatternIsSaid_data();
    void whatIsNoPatternIsSaid();
    void aSearchBeginsWhereItIsTold();
};

void TestScriptPattern::patternsMatch_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *subject, const char *pattern, const char *result) {
        QTest::addRow("%s in %s", pattern, subject)
            << QString::fromLatin1(subject) << QString::fromLatin1(pattern) << QString::fromLatin1(result);
    };
    row("hello", "l", "l");
    row("hello", "l+", "ll");
    row("hello", "l*", "");
    row("hello", "^l", "");
    row("hello", "lo$", "lo");
    row("hell$", "l$", "");
    row("a$b", "a$b", "a$b");
    row("hello", "h.-l", "hel");
    row("hello", "h.*l", "hell");
    row("hello", "hex?l", "hel");
    row("hello", "x?", "");
    row("hello", "(h)(e)", "h|e");
    row("hello", "((h)e)", "he|h");
    row("hello", "()ll()", "3|5");
    row("key = value", "^(%w+)%s*=%s*(%w+)$", "key|value");
    row("PORT 10,0,1,2,195,80", "(%d+),(%d+)", "10|0");
    row("a-b", "[a%-]+", "a-");
    row("a-b", "[a-]+", "a-");
    row("a]b", "[]a]+", "a]");
    row("a]b", "[^]]+", "a");
    row("xyz", "[a-y]+", "xy");
    row("xyz", "[^a-y]+", "z");
    row("ABC def", "%u+", "ABC");
    row("ABC def", "%U+", " def");
    row("12ab", "%x+", "12ab");
    row("a.b", "%.", ".");
    row("a b\tc", "%S+%s%S+", "a b");
    row("aaa", "a-b", "");
    row("aaab", "(a-)b", "aaa");
    row("", "", "");
    row("abc", "", "");
    row("aXb", "a(.?)b", "X");
    row("ab", "a(.?)b", "");
    row("abab", "(ab)+", ""); // a '+' behind a capture is a character
    row("ab+", "(ab)+", "ab");
    row("f(x)", "%((.-)%)", "x");
}

void TestScriptPattern::patternsMatch()
{
    QFETCH(QString, subject);
    QFETCH(QString, pattern);
    QFETCH(QString, result);
    QVERIFY2(subject.isEmpty() || !result.contains(QLatin1String("test.lua")), qPrintable(result));
    QCOMPARE(matched(subject, pattern) == QLatin1String("nil") ? QString() : matched(subject, pattern), result);
}

void TestScriptPattern::whatIsNoPatternIsSaid_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *pattern, const char *said) {
        QTest::addRow("%s", pattern) << QString::fromLatin1(pattern) << QString::fromLatin1(said);
    };
    row("%", "ends with '%'");
    row("[a", "a '[' without its ']'");
    row("[", "a '[' without its ']'");
    row("[^", "a '[' without its ']'");
    row("[%", "a '[' without its ']'");
    row("(x", "leaves a capture open");
    row("x)", "closes a capture that is not open");
    row("%b()", "are not in these patterns");
    row("%1", "are not in these patterns");
    row("()()()()()()()()()()()()()()()()()", "too many captures");
}

void TestScriptPattern::whatIsNoPatternIsSaid()
{
    QFETCH(QString, pattern);
    QFETCH(QString, said);
    const QString result = matched(QStringLiteral("xx"), pattern);
    QVERIFY2(result.contains(said), qPrintable(result));
}

void TestScriptPattern::aSearchBeginsWhereItIsTold()
{
    Conversation talk(scripted("local s = 'abcabc'\npacket:note((s:find('b', 3)), ' ', (s:find('b', -2)), ' ',\n"
                               "tostring(s:find('b', 7)), ' ', tostring(s:find('b', 99)), ' ', (s:find('', 7)), ' ',\n"
                               "tostring(s:find('', 8)), ' ', (s:find('a', -99)), ' ', (s:match('^b', 2)))"));
    talk.client("x");
    QCOMPARE(text(talk.note()), text("5 5 nil nil 7 nil 1 b"));
}

QTEST_APPLESS_MAIN(TestScriptPattern)
#include "tst_scriptpattern.moc"
