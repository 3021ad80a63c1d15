// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/conntrackdconfig.h"

#include <QRegularExpression>

namespace Trackhand {

namespace {

constexpr uint DefaultMaximum = 1;
constexpr uint DefaultTimeout = 300;

Error broken(const QString &why)
{
    return {ErrorCode::InvalidArgument, "this is not a conntrackd.conf that I understand: " + why.toStdString()};
}

/// The words of the file: comments are gone, braces stand alone, a quoted word is one.
QStringList wordsOf(QString text)
{
    static const QRegularExpression comment(QStringLiteral("#[^\\n]*"));
    static const QRegularExpression word(QStringLiteral("\"([^\"]*)\"|([{}])|([^\\s{}\"]+)"));
    text.remove(comment);
    QStringList words;
    for (auto match = word.globalMatch(text); match.hasNext();) {
        const auto one = match.next();
        words.append(one.captured(1) + one.captured(2) + one.captured(3));
    }
    return words;
}

class Reader {
public:
    explicit Reader(const QString &text)
        : m_words(wordsOf(text))
    {
    }

    Result<ConntrackdConfig> read()
    {
        int depth = 0;
        while (!atEnd()) {
            const QString word = take();
            if (depth == 0 && word == QLatin1String("Helper") && peek() == QLatin1String("{")) {
                ++m_at;
                readHelpers();
            } else if (word == QLatin1String("{")) {
                ++depth;
            } else if (word == QLatin1String("}") && --depth < 0) {
                return broken(QStringLiteral("a } too many"));
            }
            if (!m_problem.isEmpty()) {
                return broken(m_problem);
            }
        }
        if (depth != 0) {
            return broken(QStringLiteral("a } is missing"));
        }
        return m_config;
    }

private:
    bool atEnd() const { return m_at >= m_words.size(); }
    QString peek() const { return m_words.value(m_at); }
    QString take() { return m_words.value(m_at++); }

    uint takeNumber(const QString &name)
    {
        bool ok = false;
        const QString word = take();
        const uint number = word.toUInt(&ok);
        if (!ok) {
            m_problem = QStringLiteral("%1 is followed by \"%2\" instead of a number").arg(name, word);
        }
        return number;
    }

    /// Whether the block goes on; a missing end is a problem.
    bool inBlock()
    {
        if (atEnd()) {
            m_problem = QStringLiteral("a } is missing");
        }
        return m_problem.isEmpty() && peek() != QLatin1String("}");
    }

    void readHelpers()
    {
        while (inBlock()) {
            const QString word = take();
            if (word == QLatin1String("Setup")) {
                take(); // Trackhand always registers its helpers itself
            } else if (word == QLatin1String("Type")) {
                readType();
            } else {
                m_problem = QStringLiteral("\"%1\" in Helper").arg(word);
            }
        }
        take();
    }

    void readType()
    {
        const QString name = take();
        const QString l3 = take();
        const QString l4 = take();
        if (take() != QLatin1String("{")) {
            m_problem = QStringLiteral("Type is NAME inet|inet6 tcp|udp { ... }");
            return;
        }
        HelperArguments settings;
        settings.l3 = QStringList {l3 == QLatin1String("inet6") ? QStringLiteral("ipv6") : QStringLiteral("ipv4")};
        settings.l4 = QStringList {l4};
        PolicyList policies;
        while (inBlock()) {
            const QString word = take();
            if (word == QLatin1String("QueueNum")) {
                settings.queue = takeNumber(word);
            } else if (word == QLatin1String("QueueLen")) {
                settings.queueLength = takeNumber(word);
            } else if (word == QLatin1String("Policy")) {
                policies.append(readPolicy());
            } else {
                m_problem = QStringLiteral("\"%1\" in Type").arg(word);
            }
        }
        take();
        if (!policies.isEmpty()) {
            settings.policies = policies;
        }
        if (m_problem.isEmpty()) {
            merge(name, settings);
        }
    }

    Policy readPolicy()
    {
        Policy policy {take(), DefaultMaximum, DefaultTimeout};
        if (take() != QLatin1String("{")) {
            m_problem = QStringLiteral("Policy is NAME { ... }");
        }
        while (inBlock()) {
            const QString word = take();
            if (word == QLatin1String("ExpectMax")) {
                policy.maximum = takeNumber(word);
            } else if (word == QLatin1String("ExpectTimeout")) {
                policy.timeout = takeNumber(word);
            } else {
                m_problem = QStringLiteral("\"%1\" in Policy").arg(word);
            }
        }
        take();
        if (policy.maximum == 0) { // "unlimited" to Linux 6.12, 255 to newer ones
            m_config.remarks.append(
                QStringLiteral("policy %1: ExpectMax 0 becomes 255, the most that Trackhand allows").arg(policy.name));
            policy.maximum = 255;
        }
        return policy;
    }

    static void addMissing(std::optional<QStringList> &to, const std::optional<QStringList> &from)
    {
        for (const QString &word : *from) {
            if (!to->contains(word)) {
                to->append(word);
            }
        }
    }

    void merge(const QString &name, const HelperArguments &settings)
    {
        for (ConntrackdHelper &helper : m_config.helpers) {
            if (helper.name != name) {
                continue;
            }
            addMissing(helper.settings.l3, settings.l3);
            addMissing(helper.settings.l4, settings.l4);
            if (helper.settings.queue != settings.queue && settings.queue) {
                m_config.remarks.append(
                    QStringLiteral("%1: one queue serves all its transports, %2; queue %3 is not used")
                        .arg(name)
                        .arg(helper.settings.queue.value_or(0))
                        .arg(*settings.queue));
            }
            return;
        }
        m_config.helpers.append({name, settings});
    }

    QStringList m_words;
    qsizetype m_at = 0;
    QString m_problem;
    ConntrackdConfig m_config;
};

} // namespace

Result<ConntrackdConfig> readConntrackdConfig(const QString &text)
{
    auto config = Reader(text).read();
    if (config && config->helpers.isEmpty()) {
        return broken(QStringLiteral("it has no Helper section with a Type"));
    }
    return config;
}

} // namespace Trackhand
