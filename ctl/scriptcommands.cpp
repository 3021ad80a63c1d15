// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventjson.h"
#include "client/export/jsonline.h"
#include "ctl/commands.h"
#include "ctl/newfile.h"
#include "ctl/replayrun.h"
#include "ctl/scriptfile.h"
#include "ctl/scriptoutcome.h"
#include "ctl/session.h"
#include "helpers/script/scripttemplate.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace Trackhand {

namespace {

QString fromText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

ExitStatus runNew(Session &session, const Arguments &arguments)
{
    const QString name = arguments.operand(0);
    const std::string text = QString::fromLatin1(ScriptTemplate).replace(QLatin1String("@NAME@"), name).toStdString();
    const QString path = name + QStringLiteral(".lua");
    if (const auto described = ScriptHelper::describe({path.toStdString(), text}); !described) {
        return session.usage(QStringLiteral("\"%1\" cannot be a helper's name: small letters, digits and '-', a letter "
                                            "first, 15 at most")
                                 .arg(name));
    }
    const auto everybodyMayRead = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    if (const Status written = writeNewFile(path, QByteArray::fromStdString(text), everybodyMayRead); !written) {
        return session.fail(written.error());
    }
    if (session.json()) {
        session.console().line(JsonLine().add("file", path.toStdString()).text());
    } else {
        session.console().line(path + QStringLiteral(" written; try: trackhandctl script check ") + path);
    }
    return ExitStatus::Done;
}

template <typename Values, typename Text>
std::string jsonList(const Values &values, Text text)
{
    std::string list = "[";
    for (const auto &value : values) {
        list += (list.size() > 1 ? "," : "") + text(value);
    }
    return list + ']';
}

std::string descriptionJson(const ScriptSource &source, const HelperDescriptor &descriptor)
{
    const auto named = [](const auto &value) {
        return JsonLine::quoted(toString(value));
    };
    return JsonLine()
        .add("file", source.name)
        .add("name", descriptor.name)
        .addUnlessEmpty("summary", descriptor.summary)
        .addRaw("l3", jsonList(descriptor.l3, named))
        .addRaw("l4", jsonList(descriptor.l4, named))
        .addRaw("ports", jsonList(descriptor.ports, [](std::uint16_t port) { return std::to_string(port); }))
        .addRaw("classes",
            jsonList(descriptor.classes,
                [](const ExpectationClass &kind) {
                    return JsonLine()
                        .add("name", kind.name)
                        .add("max", std::uint64_t {kind.maximum})
                        .add("timeout", std::uint64_t {kind.timeoutSeconds})
                        .text();
                }))
        .add("private_length", std::uint64_t {descriptor.privateDataLength})
        .addRaw("options",
            jsonList(descriptor.options, [](const OptionSpec &option) { return JsonLine::quoted(option.name); }))
        .text();
}

/// "quux.lua is a helper "quux" for tcp 7000; classes: data (4 at a time, 300 s)"
QString descriptionText(const ScriptSource &source, const HelperDescriptor &descriptor)
{
    QStringList traffic;
    for (const L4Protocol l4 : descriptor.l4) {
        traffic.append(fromText(toString(l4)));
    }
    QStringList ports;
    for (const std::uint16_t port : descriptor.ports) {
        ports.append(QString::number(port));
    }
    QStringList classes;
    for (const ExpectationClass &kind : descriptor.classes) {
        classes.append(QStringLiteral("%1 (%2 at a time, %3 s)")
                           .arg(fromText(kind.name))
                           .arg(kind.maximum)
                           .arg(kind.timeoutSeconds));
    }
    QStringList options;
    for (const OptionSpec &option : descriptor.options) {
        options.append(fromText(option.name));
    }
    QString text = QStringLiteral("%1 is a helper \"%2\" for %3 %4; classes: %5")
                       .arg(fromText(source.name), fromText(descriptor.name), traffic.join(QStringLiteral(" and ")),
                           ports.isEmpty() ? QStringLiteral("with no usual port") : ports.join(u','),
                           classes.join(QStringLiteral(", ")));
    return options.isEmpty() ? text : text + QStringLiteral("; options: ") + options.join(QStringLiteral(", "));
}

ExitStatus runCheck(Session &session, const Arguments &arguments)
{
    const auto source = readScript(arguments.operand(0));
    if (!source) {
        return session.fail(source.error());
    }
    const auto descriptor = ScriptHelper::describe(*source);
    if (!descriptor) {
        return session.fail({ErrorCode::Failed, descriptor.error().text});
    }
    if (session.json()) {
        session.console().line(descriptionJson(*source, *descriptor));
    } else {
        session.console().line(descriptionText(*source, *descriptor));
    }
    return ExitStatus::Done;
}

/// The script, with what --dport and --option say of it.
Result<std::vector<ReplayHelper>> scriptFrom(const Arguments &arguments)
{
    if (!arguments.has("capture")) {
        return Error {ErrorCode::InvalidArgument, "--capture FILE is needed: a pcap or pcapng file"};
    }
    return replayHelpersFrom(arguments, {arguments.operand(0)});
}

ExitStatus complain(Session &session, const Error &error)
{
    return error.code == ErrorCode::InvalidArgument ? session.usage(error) : session.fail(error);
}

ExitStatus runRun(Session &session, const Arguments &arguments)
{
    const auto helpers = scriptFrom(arguments);
    return helpers ? playAndPrint(session, *helpers, arguments.value("capture")) : complain(session, helpers.error());
}

/// All that happens in a replay, and what went wrong in one line; an Error when there was none.
struct Played {
    QList<QJsonObject> events;
    QStringList problems;
};
Result<Played> play(const std::vector<ReplayHelper> &helpers, const QString &capture)
{
    Stage stage;
    if (const auto attached = stage.attach(helpers); !attached) {
        return attached.error();
    }
    Played played;
    const auto summary = stage.replay.run(capture.toStdString(), [&](const EventRecord &event, std::uint64_t frame) {
        const std::string json = eventJson(event, frame);
        played.events.append(QJsonDocument::fromJson(QByteArray::fromStdString(json)).object());
    });
    if (!summary) {
        return summary.error();
    }
    for (const std::string &problem : {summary->problem, stage.complaint()}) {
        if (!problem.empty()) {
            played.problems.append(fromText(problem));
        }
    }
    return played;
}

ExitStatus report(Session &session, const QString &script, const QStringList &lines, qsizetype expected)
{
    if (session.json()) {
        session.console().line(
            JsonLine()
                .add("event", "test")
                .add("script", script.toStdString())
                .addBool("passed", lines.isEmpty())
                .add("expected", std::uint64_t(expected))
                .addRaw("differences",
                    jsonList(lines, [](const QString &line) { return JsonLine::quoted(line.toStdString()); }))
                .text());
    } else {
        for (const QString &line : lines) {
            session.console().line(line);
        }
    }
    if (!lines.isEmpty()) {
        return session.fail({ErrorCode::Failed,
            QStringLiteral("%1 does not do what is expected; differences: %2")
                .arg(script)
                .arg(lines.size())
                .toStdString()});
    }
    if (!session.json()) {
        session.console().line(QStringLiteral("%1: %2 events as expected").arg(script).arg(expected));
    }
    return ExitStatus::Done;
}

ExitStatus runTest(Session &session, const Arguments &arguments)
{
    if (!arguments.has("expect")) {
        return session.usage(
            QStringLiteral("--expect FILE is needed: the events as JSON, which \"script run --json\" prints"));
    }
    const auto helpers = scriptFrom(arguments);
    if (!helpers) {
        return complain(session, helpers.error());
    }
    const auto expected = readExpectedEvents(arguments.value("expect"));
    if (!expected) {
        return session.fail(expected.error());
    }
    const auto played = play(*helpers, arguments.value("capture"));
    if (!played) {
        return complain(session, played.error());
    }
    const QString script = QFileInfo(arguments.operand(0)).fileName();
    return report(session, script, played->problems + differences(*expected, played->events), expected->size());
}

} // namespace

std::vector<Command> scriptCommands()
{
    const Option capture {"capture", "FILE", "a pcap or pcapng file; - is standard input"};
    const Option ports {"dport", "N[,N|N-M]", "ports it is attached to (default: the script's own)"};
    const Option option {"option", "KEY=VALUE", "an option of the script, once for each"};
    return {
        {"script new", "NAME", 1, 1, "writes NAME.lua, a helper to begin with", {}, runNew},
        {"script check", "FILE.lua", 1, 1, "says what a script is, or what is wrong with it", {}, runCheck},
        {"script run", "FILE.lua", 1, 1, "runs a script over a capture", {capture, ports, option}, runRun},
        {"script test", "FILE.lua", 1, 1, "compares what a script does with what it shall do",
            {capture, {"expect", "FILE", "events as JSON; what opens the firewall has to be named"}, ports, option},
            runTest},
    };
}

} // namespace Trackhand
