// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translations/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< one, or one for each plural form
    bool finished = true;
    bool hasPlural = false;

    QString where() const { return context + ": " + source; }
};

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.finished = !xml.attributes().hasAttribute("type");
    if (!message.hasPlural) {
        message.translations = {xml.readElementText()};
        return;
    }
    while (xml.readNextStartElement()) {
        message.translations.append(xml.readElementText());
    }
}

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages.append({context, {}, {}, true, xml.attributes().value("numerus") == QLatin1String("yes")});
        } else if (xml.name() == QLatin1String("source")) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            readTranslation(xml, messages.last());
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

/// What stands for something else in a text: %1, %n, tags and named entities, in any order.
QStringList fixedParts(const QString &text)
{
    static const QRegularExpression parts("%L?[0-9n]+|</?[a-z][^>]*>|&[a-z]+;");
    QStringList found;
    for (auto match = parts.globalMatch(text); match.hasNext();) {
        found.append(match.next().captured());
    }
    found.sort();
    return found;
}

QString pathOf(const QString &language)
{
    return TRACKHAND_SOURCE "/translations/trackhand_" + language + ".ts";
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void everyStringOfTheProgramsIsTranslated_data() { languages(); }

    /// lupdate, which knows the sources, would have nothing to add, and nothing to complain of.
    void everyStringOfTheProgramsIsTranslated()
    {
        QFETCH(QString, language);
        const QTemporaryDir folder;
        const QString copy = folder.filePath("copy.ts");
        QVERIFY(QFile::copy(pathOf(language), copy));
        QStringList arguments {"-no-obsolete", "-locations", "none", "-I", TRACKHAND_SOURCE};
        if (language == "en") {
            arguments.append("-pluralonly");
        }
        QProcess lupdate;
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(TRACKHAND_LUPDATE,
            arguments
                + QStringList {TRACKHAND_SOURCE "/client", TRACKHAND_SOURCE "/ui", TRACKHAND_SOURCE "/app",
                    TRACKHAND_SOURCE "/translations", "-ts", copy});
        QVERIFY(lupdate.waitForFinished(120000));
        const QString output = QString::fromUtf8(lupdate.readAll());
        QCOMPARE(lupdate.exitCode(), 0);
        QVERIFY2(!output.contains("lacks Q_OBJECT") && !output.contains("Qualifying with unknown"),
            qPrintable("a string is looked up elsewhere than it is filed:\n" + output));
        const QList<Message> messages = readMessages(copy);
        QVERIFY(messages.size() > (language == "en" ? 3 : 400));
        QStringList missing;
        for (const Message &message : messages) {
            if (!message.finished || message.translations.isEmpty() || message.translations.contains("")) {
                missing.append(message.where());
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable("not translated:\n" + missing.join('\n')));
    }

    void whatStandsForSomethingElseIsKept_data() { languages(); }

    void whatStandsForSomethingElseIsKept()
    {
        QFETCH(QString, language);
        QStringList wrong;
        for (const Message &message : readMessages(pathOf(language))) {
            const QStringList wanted = fixedParts(message.source);
            for (const QString &translation : message.translations) {
                QStringList kept = fixedParts(translation);
                // "One packet" may do without its number.
                if (message.hasPlural && !kept.contains("%n")) {
                    kept.append("%n");
                    kept.sort();
                }
                if (kept != wanted) {
                    wrong.append(message.where() + " -> " + translation);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void pluralsHaveAsManyFormsAsTheLanguage_data() { languages(); }

    void pluralsHaveAsManyFormsAsTheLanguage()
    {
        QFETCH(QString, language);
        QFETCH(int, forms);
        int plurals = 0;
        for (const Message &message : readMessages(pathOf(language))) {
            if (message.hasPlural) {
                ++plurals;
                QVERIFY2(message.translations.size() == forms, qPrintable(message.where()));
            }
        }
        QVERIFY(plurals > 0);
    }

    void theDesktopsLanguageIsSpoken_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<bool>("isEnglish");
        QTest::addRow("English") << "en_US" << true;
        QTest::addRow("German of Austria") << "de_AT" << false;
        QTest::addRow("Chinese") << "zh_CN" << false;
        QTest::addRow("Arabic") << "ar_EG" << false;
        QTest::addRow("one that is not there") << "fi_FI" << true;
    }

    void theDesktopsLanguageIsSpoken()
    {
        QFETCH(QString, locale);
        QFETCH(bool, isEnglish);
        int argc = 1;
        char name[] = "test";
        char *argv[] = {name, nullptr};
        QCoreApplication application(argc, argv);
        Trackhand::installTranslations(application, QLocale(locale));
        const QString word = QCoreApplication::translate("Trackhand::HelperText", "running");
        QCOMPARE(word == "running", isEnglish);
    }

    void englishHasPlurals_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addRow("English") << "en_US";
        QTest::addRow("a language that is not there") << "fi_FI";
        QTest::addRow("none") << "C";
    }

    void englishHasPlurals()
    {
        QFETCH(QString, locale);
        int argc = 1;
        char name[] = "test";
        char *argv[] = {name, nullptr};
        QCoreApplication application(argc, argv);
        Trackhand::installTranslations(application, QLocale(locale));
        const char *const source = "%n more thing(s) happened to it in the same moment.";
        QCOMPARE(QCoreApplication::translate("Trackhand::Notifier", source, nullptr, 1),
            "One more thing happened to it in the same moment.");
        QCOMPARE(QCoreApplication::translate("Trackhand::Notifier", source, nullptr, 2),
            "2 more things happened to it in the same moment.");
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("forms");
        QTest::addRow("English") << "en" << 2;
        QTest::addRow("German") << "de" << 2;
        QTest::addRow("Chinese") << "zh_CN" << 1;
        QTest::addRow("Arabic") << "ar" << 6;
    }
};

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
