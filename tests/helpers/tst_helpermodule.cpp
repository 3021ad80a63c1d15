// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/module/moduledirectory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Trackhand;

namespace {

constexpr uid_t Nobody = 65534;
const char *const Hello = TRACKHAND_TEST_MODULES "/hello.so";

/// Loads a module and asks it what it is. The error of either, or an empty text.
std::string problemOf(const ModuleDirectory &modules, std::string_view name)
{
    const auto module = modules.load(name);
    const auto descriptor = module ? module->describe() : module.error();
    return descriptor ? std::string() : descriptor.error().text;
}

} // namespace

/// Modules as they are loaded, and what is not.
class TestHelperModule : public QObject {
    Q_OBJECT

    const ModuleDirectory m_modules {TRACKHAND_TEST_MODULES};

private slots:
    void initTestCase()
    {
        if (::geteuid() != 0) {
            QSKIP("NOTHING IS TESTED: modules are loaded from a folder of root's, so the build and this test must be "
                  "root's");
        }
    }

    void aModuleIsAHelper()
    {
        const auto module = m_modules.load("hello");
        QVERIFY2(module.ok(), module ? "" : module.error().text.c_str());
        const auto descriptor = module->describe();
        QVERIFY(descriptor.ok());
        QCOMPARE((*descriptor)->name, std::string("hello"));
        const auto helper = module->create({{"limit", "5"}});
        QVERIFY(helper.ok());
        QCOMPARE((*helper)->descriptor().ports, std::vector<std::uint16_t> {7000});
        QCOMPARE(module->create({{"limit", "10"}}).error().code, ErrorCode::InvalidArgument);
    }

    void whatIsNoModuleIsRefusedInOneLine_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("otherabi") << QByteArray("otherabi.so was built for Trackhand 9.9.9 (helper interface ");
        QTest::newRow("nosymbol") << QByteArray("nosymbol.so is no helper module");
        QTest::newRow("text") << QByteArray("text.so cannot be loaded: ");
        QTest::newRow("boundless") << QByteArray("boundless.so describes itself out of bounds: classes: ");
        QTest::newRow("misnamed") << QByteArray("misnamed.so calls itself somebody");
        QTest::newRow("ftp") << QByteArray("ftp.so has the name of a built-in protocol");
        QTest::newRow("Wrong_Name") << QByteArray("Wrong_Name.so is no module's name");
        QTest::newRow("gopher") << QByteArray("no built-in protocol and no module is called \"gopher\"");
        QTest::newRow("../helper-modules/hello") << QByteArray("no built-in protocol and no module is called");
        QTest::newRow("") << QByteArray("no built-in protocol and no module is called");
    }
    void whatIsNoModuleIsRefusedInOneLine()
    {
        QFETCH(QByteArray, said);
        const std::string problem = problemOf(m_modules, QTest::currentDataTag());
        QVERIFY2(problem.starts_with(said.toStdString()), problem.c_str());
        QVERIFY2(
            problem.find('\n') == std::string::npos && problem.find("/proc") == std::string::npos, problem.c_str());
    }

    void anotherVersionNamesBoth()
    {
        const std::string problem = problemOf(m_modules, "otherabi");
        QVERIFY2(problem.find("this is Trackhand " TRACKHAND_VERSION) != std::string::npos, problem.c_str());
    }

    void severalCanBeLoadedAndNoneIsTakenForAnother()
    {
        const auto first = m_modules.load("hello");
        const auto second = m_modules.load("crashing"); // from the same descriptor number
        QVERIFY(first.ok() && second.ok());
        QCOMPARE((*first->describe())->name, std::string("hello"));
        QCOMPARE((*second->describe())->name, std::string("crashing"));
    }

    void everythingCalledSoIsListed()
    {
        const auto names = m_modules.names();
        QVERIFY(names.ok());
        QCOMPARE(*names,
            (std::vector<std::string> {"Wrong_Name", "at-load", "boundless", "crashing", "forging", "ftp", "greedy",
                "hello", "misnamed", "nosymbol", "otherabi", "reaching", "text"}));
    }

    void aFolderThatIsNotThereHasNone()
    {
        const ModuleDirectory none("/nonexistent");
        QVERIFY(none.names().ok() && none.names()->empty());
        QCOMPARE(none.load("hello").error().code, ErrorCode::NoSuchHelper);
    }

    void nobodyButRootMayHaveWrittenIt_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::addColumn<uint>("owner");
        QTest::addColumn<uint>("mode");
        QTest::addColumn<QByteArray>("said");
        const QByteArray foreign("is not root's");
        const QByteArray open("can be written by others");
        QTest::newRow("file of root's") << false << 0U << 0755U << QByteArray();
        QTest::newRow("file of another's") << false << uint(Nobody) << 0755U << foreign;
        QTest::newRow("file for a group") << false << 0U << 0775U << open;
        QTest::newRow("file for everybody") << false << 0U << 0757U << open;
        QTest::newRow("folder of another's") << true << uint(Nobody) << 0755U << foreign;
        QTest::newRow("folder for a group") << true << 0U << 0770U << open;
        QTest::newRow("folder for everybody") << true << 0U << 01777U << open;
    }
    void nobodyButRootMayHaveWrittenIt()
    {
        QFETCH(bool, folder);
        QFETCH(uint, owner);
        QFETCH(uint, mode);
        QFETCH(QByteArray, said);
        const QTemporaryDir place;
        const std::string path = place.path().toStdString();
        const std::string file = path + "/hello.so";
        QVERIFY(QFile::copy(QString::fromLatin1(Hello), QString::fromStdString(file)));
        QCOMPARE(::chmod(file.c_str(), 0755), 0);
        const std::string &changed = folder ? path : file;
        QCOMPARE(::chown(changed.c_str(), owner, 0), 0);
        QCOMPARE(::chmod(changed.c_str(), mode), 0);
        const std::string problem = problemOf(ModuleDirectory(path), "hello");
        QVERIFY2(
            said.isEmpty() ? problem.empty() : problem.find(said.toStdString()) != std::string::npos, problem.c_str());
        QCOMPARE(ModuleDirectory(path).names().take(), std::vector<std::string> {"hello"}); // it is refused by name
    }

    void whatIsNoFileIsRefused()
    {
        const QTemporaryDir place;
        const std::string path = place.path().toStdString();
        QCOMPARE(::symlink(Hello, (path + "/link.so").c_str()), 0);
        QCOMPARE(::mkdir((path + "/folder.so").c_str(), 0755), 0);
        QCOMPARE(::mkfifo((path + "/pipe.so").c_str(), 0644), 0);
        const ModuleDirectory modules(path);
        QVERIFY(problemOf(modules, "link").starts_with("link.so cannot be opened"));
        QVERIFY(problemOf(modules, "folder").starts_with("folder.so is no file"));
        QVERIFY(problemOf(modules, "pipe").starts_with("pipe.so is no file"));
    }
};

QTEST_GUILESS_MAIN(TestHelperModule)
#include "tst_helpermodule.moc"
