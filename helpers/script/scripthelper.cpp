// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/scripthelper.h"

#include "helpers/script/descriptor.h"

#include <algorithm>

namespace Trackhand {

namespace {

struct Loaded {
    std::unique_ptr<Script::Runtime> runtime;
    Script::Description description;
};

Result<Loaded> load(const ScriptSource &source)
{
    auto runtime = Script::Runtime::load(source.name, source.text);
    if (!runtime) {
        return runtime.error();
    }
    auto description = Script::readDescription(**runtime, source.name);
    if (!description) {
        return description.error();
    }
    return Loaded {runtime.take(), description.take()};
}

} // namespace

Result<HelperDescriptor> ScriptHelper::describe(const ScriptSource &source)
{
    auto loaded = load(source);
    if (!loaded) {
        return loaded.error();
    }
    return loaded->description.descriptor;
}

Result<std::unique_ptr<ScriptHelper>> ScriptHelper::create(const ScriptSource &source, const HelperOptions &options)
{
    auto loaded = load(source);
    if (!loaded) {
        return loaded.error();
    }
    Script::Description &description = loaded->description;
    auto values = OptionValues::check(description.descriptor.options, options);
    if (!values) {
        return values.error();
    }
    if (!loaded->runtime->prepareCallback()) {
        return Error {ErrorCode::InvalidArgument, source.name + ": on_packet cannot be called"};
    }
    return std::unique_ptr<ScriptHelper>(new ScriptHelper(
        std::move(loaded->runtime), std::move(description.descriptor), description.view, values.take()));
}

ScriptHelper::ScriptHelper(
    std::unique_ptr<Script::Runtime> runtime, HelperDescriptor descriptor, Script::View view, OptionValues options)
    : m_runtime(std::move(runtime))
    , m_descriptor(std::move(descriptor))
    , m_view(view)
    , m_options(std::move(options))
{
    m_runtime->setOptions(m_descriptor.options, m_options);
}

std::unique_ptr<FlowState> ScriptHelper::newFlowState() const
{
    return std::make_unique<Script::Flow>(m_view);
}

Judgement ScriptHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    if (m_acts) {
        m_acts->clear();
    }
    if (isDisabled()) {
        connection.note().append("script disabled after too many errors, the last: ").append(m_runtime->problem());
        return Judgement::Accept;
    }
    if (packet.isTcp() && packet.payload().empty() && !m_descriptor.needsEmptySegments) {
        return acknowledge(packet, connection);
    }
    auto &flow = connection.state<Script::Flow>();
    const bool isStream = m_view != Script::View::Packets && packet.isTcp();
    if (isStream) {
        const auto side = static_cast<std::size_t>(packet.direction());
        // Before the new bytes are read: what they lead to is no repetition.
        const std::size_t again = (*flow.answers)[side].repeat(packet, expectations, rewrite);
        (*flow.replacements)[side].repeat(packet, rewrite);
        connection.note().append(again > 0 ? "retransmission, expects the same again" : "");
        flow.add(packet);
    }
    Script::Call call {m_descriptor, packet, connection, expectations, rewrite, flow};
    call.acts = m_acts;
    const Script::Outcome outcome = m_runtime->judge(call);
    settle(outcome, connection);
    if (isStream) {
        flow.drain(packet.direction());
    }
    return outcome == Script::Outcome::Done && call.drop ? Judgement::Drop : Judgement::Accept;
}

/// A segment without payload says nothing to a script that has not asked for them, but something to its streams.
Judgement ScriptHelper::acknowledge(const Packet &packet, Connection &connection) const
{
    if (m_view != Script::View::Packets) {
        connection.state<Script::Flow>().add(packet);
    }
    return Judgement::Accept;
}

void ScriptHelper::settle(Script::Outcome outcome, Connection &connection)
{
    if (outcome == Script::Outcome::Done) {
        m_points = std::max(0, m_points - 1);
        return;
    }
    if (m_acts) {
        m_acts->end(m_runtime->problem(), outcome == Script::Outcome::Failed);
    }
    Note &note = connection.note();
    if (note.text().size() + m_runtime->problem().size() + 2 > Wire::MaxNoteLength) {
        note.clear(); // rather what the script said is lost than what is wrong with it
    }
    note.next().append(m_runtime->problem());
    if (outcome == Script::Outcome::Failed) {
        if (m_errors++ == 0) {
            m_firstError = m_runtime->problem();
        }
        m_points += Script::PointsPerError;
    }
}

} // namespace Trackhand
