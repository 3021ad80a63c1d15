// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/settings/ruletext.h"
#include "backend/settings/settingsstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Trackhand;

class TestSettingsStore : public QObject {
    Q_OBJECT

private slots:
    void aDirectoryThatIsNotThereIsEmpty();
    void readsBackWhatItWrote_data();
    void readsBackWhatItWrote();
    void anExportHoldsAllHelpersAndReadsBack();
    void readsAFileThatAPersonWrote();
    void saysWhereAMistakeIs_data();
    void saysWhereAMistakeIs();
    void aBadFileIsReportedAndLeftAlone();
    void theFilesNameIsTheHelpers();
    void aRuleIdUsedTwiceIsGivenUpInTheSecondPlace();
    void writesReadableFilesAndLeavesNothingElse();
    void savingOverAnUnwritableFolderKeepsTheOldFile();
    void refusesNamesThatWouldLeaveTheDirectory();
    void removingWhatIsNotThereIsNoError();
    void readsTheGeneralSettings();
};

namespace {

HelperDocument full()
{
    HelperSettings helper;
    helper.name = "ftp";
    helper.l3 = {L3Protocol::Ipv6, L3Protocol::Ipv4};
    helper.l4 = {L4Protocol::Tcp, L4Protocol::Sctp};
    helper.queue = 65535;
    helper.queueLength = 5;
    helper.privateLength = 32;
    helper.enabled = true;
    helper.script = "my \"own\".lua";
    helper.options = {{"loose", "yes"}, {"a.b c", "back\\slash\nnewline \x01 \xc3\xa4"}};
    helper.policies = {{"ftp", 1, 300}, {"other", 255, 1}};
    RuleSettings rule;
    rule.id = RuleId {3};
    rule.helper = "ftp";
    rule.l3 = {L3Protocol::Ipv4};
    rule.ports = {{21, 21}, {2000, 2100}};
    rule.inInterface = "lan0";
    rule.source = *parseNetwork("10.0.0.0/24");
    rule.destination = *parseNetwork("192.0.2.1");
    auto second = rule;
    second.id = RuleId {};
    second.ports.clear();
    second.prerouting = false;
    second.inInterface.clear();
    second.outInterface = "wan0";
    second.source.reset();
    return {"ftp", helper, {rule, second}};
}

HelperDocument rulesAlone()
{
    auto document = full();
    document.name = "sip";
    document.helper.reset();
    for (auto &rule : document.rules) {
        rule.helper = "sip";
        rule.id = RuleId {};
    }
    return document;
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly));
    file.write(text);
}

constexpr const char *Minimal = "name = \"test\"\nl4 = [\"tcp\"]\nqueue = 0\n[[policy]]\nname = \"p\"\nmax = 1\n"
                                "timeout = 300\n";

} // namespace

void TestSettingsStore::aDirectoryThatIsNotThereIsEmpty()
{
    const auto contents = SettingsStore("/nonexistent/trackhand").load();
    QVERIFY(contents.helpers.empty() && contents.problems.empty());
    QVERIFY(contents.general == GeneralSettings {});
}

void TestSettingsStore::readsBackWhatItWrote_data()
{
    QTest::addColumn<bool>("ours");
    QTest::addRow("a helper with everything") << true;
    QTest::addRow("rules of a helper that is not ours") << false;
}

void TestSettingsStore::readsBackWhatItWrote()
{
    QFETCH(bool, ours);
    const auto document = ours ? full() : rulesAlone();
    QTemporaryDir directory;
    SettingsStore store(directory.path().toStdString());
    QVERIFY(store.save(document).ok());
    const auto contents = store.load();
    QVERIFY2(contents.problems.empty(), contents.problems.empty() ? "" : contents.problems[0].text.c_str());
    QCOMPARE(contents.helpers.size(), std::size_t(1));
    QVERIFY(contents.helpers[0] == document);
}

void TestSettingsStore::anExportHoldsAllHelpersAndReadsBack()
{
    const std::vector documents {full(), rulesAlone()};
    const auto read = SettingsDocument::readAll(SettingsDocument::write(documents), "text");
    QVERIFY2(read.ok(), read ? "" : read.error().text.c_str());
    QVERIFY(*read == documents);
    QVERIFY(SettingsDocument::readAll("", "text")->empty());
    QCOMPARE(SettingsDocument::readAll(Minimal, "text")->size(), std::size_t(1));
}

void TestSettingsStore::readsAFileThatAPersonWrote()
{
    const auto read = SettingsDocument::readHelper(
        std::string(Minimal) + "[[rule]]\nl4 = \"tcp\"\nports = [21, \"2000-2100\"]\n", "f");
    QVERIFY2(read.ok(), read ? "" : read.error().text.c_str());
    QCOMPARE(read->helper->l3.size(), std::size_t(2));
    QCOMPARE(read->helper->queueLength, DefaultQueueLength);
    QVERIFY(!read->helper->enabled);
    QVERIFY(read->rules[0].prerouting && read->rules[0].output);
    QVERIFY(read->rules[0].id == RuleId {});
    QCOMPARE(read->rules[0].ports.size(), std::size_t(2));
}

void TestSettingsStore::saysWhereAMistakeIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("word");
    const QByteArray good = Minimal;
    const auto with = [&good](const char *from, const char *to) {
        return QByteArray(good).replace(from, to);
    };
    QTest::addRow("no TOML") << QByteArray("name = \n") << "f:1:"
                             << "";
    QTest::addRow("misspelt key") << with("queue = 0", "quue = 0") << "f:3:"
                                  << "quue";
    QTest::addRow("queue too large") << with("queue = 0", "queue = 65536") << "f:3:"
                                     << "65535";
    QTest::addRow("queue negative") << with("queue = 0", "queue = -1") << "f:3:"
                                    << "queue";
    QTest::addRow("queue as text") << with("queue = 0", "queue = \"0\"") << "f:3:"
                                   << "queue";
    QTest::addRow("no queue") << with("queue = 0\n", "") << "f:1:"
                              << "queue";
    QTest::addRow("unknown transport") << with("\"tcp\"", "\"icmp\"") << "f:2:"
                                       << "l4";
    QTest::addRow("policy without limit") << with("max = 1\n", "") << "f:4:"
                                          << "max";
    QTest::addRow("policy of 256") << with("max = 1", "max = 256") << "f:4:"
                                   << "255";
    QTest::addRow("bad name") << with("\"test\"", "\"../test\"") << "f:1:"
                              << "name";
    QTest::addRow("bad port") << good + "[[rule]]\nl4 = \"tcp\"\nports = [0]\n"
                              << "f:10:"
                              << "port";
    QTest::addRow("bad network") << good + "[[rule]]\nl4 = \"tcp\"\nsrc = \"10.0.0.1/24\"\n"
                                 << "f:10:"
                                 << "10.0.0.0/24";
    QTest::addRow("bad hook") << good + "[[rule]]\nl4 = \"tcp\"\nhooks = [\"input\"]\n"
                              << "f:10:"
                              << "hook";
    QTest::addRow("no hook") << good + "[[rule]]\nl4 = \"tcp\"\nhooks = []\n"
                             << "f:8:"
                             << "hook";
}

void TestSettingsStore::saysWhereAMistakeIs()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, word);
    const auto read = SettingsDocument::readHelper(text.toStdString(), "f");
    QVERIFY(!read.ok());
    const auto error = QString::fromStdString(read.error().text);
    QVERIFY2(error.startsWith(place) && error.contains(word) && !error.contains(u'\n'), qPrintable(error));
}

void TestSettingsStore::aBadFileIsReportedAndLeftAlone()
{
    QTemporaryDir directory;
    const auto bad = directory.filePath(QStringLiteral("helpers.d/bad.toml"));
    write(bad, "name = \"bad\"\nl4 = tcp\n");
    write(directory.filePath(QStringLiteral("helpers.d/test.toml")), Minimal);
    const auto contents = SettingsStore(directory.path().toStdString()).load();
    QCOMPARE(contents.helpers.size(), std::size_t(1));
    QCOMPARE(contents.problems.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(contents.problems[0].text).startsWith(bad + QStringLiteral(":2:")));
    QVERIFY(QFile::exists(bad));
}

void TestSettingsStore::theFilesNameIsTheHelpers()
{
    QTemporaryDir directory;
    write(directory.filePath(QStringLiteral("helpers.d/other.toml")), Minimal);
    const auto contents = SettingsStore(directory.path().toStdString()).load();
    QVERIFY(contents.helpers.empty());
    QVERIFY(QString::fromStdString(contents.problems.at(0).text).contains(QStringLiteral("test.toml")));
}

void TestSettingsStore::aRuleIdUsedTwiceIsGivenUpInTheSecondPlace()
{
    QTemporaryDir directory;
    SettingsStore store(directory.path().toStdString());
    auto second = rulesAlone();
    second.rules[0].id = RuleId {3};
    QVERIFY(store.save(full()).ok() && store.save(second).ok());
    const auto contents = store.load();
    QCOMPARE(contents.problems.size(), std::size_t(1));
    QVERIFY(contents.helpers[0].rules[0].id == RuleId {3});
    QVERIFY(contents.helpers[1].rules[0].id == RuleId {});
}

void TestSettingsStore::writesReadableFilesAndLeavesNothingElse()
{
    QTemporaryDir directory;
    SettingsStore store(directory.path().toStdString());
    QVERIFY(store.save(full()).ok() && store.save(full()).ok());
    const QDir helpers(directory.filePath(QStringLiteral("helpers.d")));
    QCOMPARE(helpers.entryList(QDir::Files | QDir::Hidden), QStringList {QStringLiteral("ftp.toml")});
    const auto readable = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    QCOMPARE(QFile(helpers.filePath(QStringLiteral("ftp.toml"))).permissions() & readable, readable);
    QVERIFY(!(QFile(helpers.filePath(QStringLiteral("ftp.toml"))).permissions() & QFile::WriteOther));
    QVERIFY(store.remove("ftp").ok());
    QVERIFY(store.load().helpers.empty());
}

void TestSettingsStore::savingOverAnUnwritableFolderKeepsTheOldFile()
{
    QTemporaryDir directory;
    write(directory.filePath(QStringLiteral("helpers.d")), "a file where the folder should be");
    const auto saved = SettingsStore(directory.path().toStdString()).save(full());
    QVERIFY(!saved.ok());
    QVERIFY(QFileInfo(directory.filePath(QStringLiteral("helpers.d"))).isFile());
}

void TestSettingsStore::refusesNamesThatWouldLeaveTheDirectory()
{
    QTemporaryDir directory;
    SettingsStore store(directory.path().toStdString());
    auto document = full();
    document.name = "../../outside";
    QVERIFY(store.save(document).error().code == ErrorCode::InvalidArgument);
    QVERIFY(store.remove("../trackhand").error().code == ErrorCode::InvalidArgument);
}

void TestSettingsStore::removingWhatIsNotThereIsNoError()
{
    QTemporaryDir directory;
    QVERIFY(SettingsStore(directory.path().toStdString()).remove("ftp").ok());
}

void TestSettingsStore::readsTheGeneralSettings()
{
    QTemporaryDir directory;
    const auto file = directory.filePath(QStringLiteral("trackhand.toml"));
    const GeneralSettings wanted {"nobody", 60000};
    write(file, QByteArray::fromStdString(SettingsDocument::write(wanted)));
    SettingsStore store(directory.path().toStdString());
    QVERIFY(store.load().general == wanted);
    write(file, "hang_timeout_ms = 60001\n");
    const auto contents = store.load();
    QVERIFY(contents.general == GeneralSettings {});
    QVERIFY(QString::fromStdString(contents.problems.at(0).text).startsWith(file + QStringLiteral(":1:")));
}

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settingsstore.moc"
