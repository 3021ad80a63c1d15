// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/settings/scriptstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Trackhand;

class TestScriptStore : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ScriptStore> m_store;

    QDir scripts() const { return QDir(m_directory->filePath(QStringLiteral("scripts"))); }
    std::string text() const { return m_store->read("mine.lua").take(); }
    std::string earlierText() const { return m_store->readPrevious("mine.lua").take(); }

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<ScriptStore>(m_directory->path().toStdString());
    }

    void aDirectoryThatIsNotThereIsEmpty()
    {
        QVERIFY(m_store->list().empty());
        QCOMPARE(m_store->read("mine.lua").error().code, ErrorCode::NoSuchScript);
    }

    void aScriptIsReadAsItWasInstalled()
    {
        QVERIFY(m_store->install("mine.lua", "-- one\n").ok());
        QCOMPARE(text(), std::string("-- one\n"));
        QCOMPARE(m_store->readPrevious("mine.lua").error().code, ErrorCode::NoSuchScript);
        QCOMPARE(m_store->list().size(), std::size_t {1});
        QCOMPARE(m_store->list().front().size, std::uint64_t {7});
        QVERIFY(!m_store->list().front().hasPrevious);
    }

    void whatItSaidBeforeIsKept()
    {
        for (const char *version : {"one", "two", "three"}) {
            QVERIFY(m_store->install("mine.lua", version).ok());
        }
        QCOMPARE(text(), std::string("three"));
        QCOMPARE(earlierText(), std::string("two"));
        QVERIFY(m_store->list().front().hasPrevious);
    }

    void theSameTextAgainChangesNothing()
    {
        for (const char *version : {"one", "two", "two"}) {
            QVERIFY(m_store->install("mine.lua", version).ok());
        }
        QCOMPARE(earlierText(), std::string("one"));
    }

    void rollingBackTwiceIsWhereOneWas()
    {
        QVERIFY(m_store->install("mine.lua", "one").ok());
        QCOMPARE(m_store->rollBack("mine.lua").error().code, ErrorCode::NoSuchScript);
        QVERIFY(m_store->install("mine.lua", "two").ok());
        QVERIFY(m_store->rollBack("mine.lua").ok());
        QCOMPARE(text(), std::string("one"));
        QVERIFY(m_store->rollBack("mine.lua").ok());
        QCOMPARE(text(), std::string("two"));
        QCOMPARE(earlierText(), std::string("one"));
    }

    void removingTakesBothVersionsAndLeavesNothing()
    {
        QVERIFY(m_store->install("mine.lua", "one").ok());
        QVERIFY(m_store->install("mine.lua", "two").ok());
        QVERIFY(m_store->remove("mine.lua").ok());
        QVERIFY(scripts().entryList(QDir::Files | QDir::Hidden).isEmpty());
        QVERIFY(m_store->remove("mine.lua").ok());
    }

    void everybodyMayReadThem()
    {
        QVERIFY(m_store->install("mine.lua", "one").ok());
        const auto permissions = QFile::permissions(scripts().filePath(QStringLiteral("mine.lua")));
        QVERIFY(permissions.testFlag(QFile::ReadOther) && !permissions.testFlag(QFile::WriteOther));
    }

    void noNameLeavesTheDirectory_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", ".lua", "mine", "mine.py", "../mine.lua", "/etc/mine.lua", "a/b.lua", "-x.lua",
                 ".hidden.lua", "a b.lua", "a\nb.lua"}) {
            QTest::addRow("\"%s\"", name) << QString::fromLatin1(name);
        }
        QTest::addRow("65 bytes") << QStringLiteral("a").repeated(61) + QStringLiteral(".lua");
    }
    void noNameLeavesTheDirectory()
    {
        QFETCH(QString, name);
        const std::string script = name.toStdString();
        QCOMPARE(m_store->install(script, "one").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(m_store->read(script).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(m_store->rollBack(script).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(m_store->remove(script).error().code, ErrorCode::InvalidArgument);
        QVERIFY(QDir(m_directory->path()).isEmpty());
    }

    void theLongestNameAndTheLargestScriptAreTaken()
    {
        const std::string name = std::string(60, 'a') + ".lua";
        const std::string largest(ScriptStore::MaxScriptSize, '-');
        QVERIFY(m_store->install(name, largest).ok());
        QVERIFY(m_store->read(name).take() == largest);
        QCOMPARE(m_store->install(name, largest + '-').error().code, ErrorCode::LimitReached);
        QVERIFY(m_store->read(name).take() == largest);
    }

    void filesThatAreNoScriptsAreLeftAlone()
    {
        QVERIFY(m_store->install("mine.lua", "one").ok());
        QFile other(scripts().filePath(QStringLiteral("README")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QCOMPARE(m_store->list().size(), std::size_t {1});
    }
};

QTEST_GUILESS_MAIN(TestScriptStore)
#include "tst_scriptstore.moc"
