// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/script/call.h"
#include "helpers/script/runtime.h"
#include "wire/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace Trackhand {

/// A script's text and what it is called where a person reads of it: its file's name without folders.
struct ScriptSource {
    std::string name;
    std::string text;
};

/// A helper written in Lua. What an error of the script ends is the packet in hand: it is accepted, and its note says
/// what and on which line. A script with too many errors is not run any more, and every packet's note says so.
class ScriptHelper : public Helper {
public:
    /// InvalidArgument, one line, for a script that cannot be one or options that it has not.
    static Result<std::unique_ptr<ScriptHelper>> create(const ScriptSource &source, const HelperOptions &options = {});
    /// What the script says that it is.
    static Result<HelperDescriptor> describe(const ScriptSource &source);

    const HelperDescriptor &descriptor() const override { return m_descriptor; }
    std::unique_ptr<FlowState> newFlowState() const override;
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

    /// From now on @p acts has what the script did for the last packet, and in which lines. It must outlive the helper.
    /// Without it no line is looked up.
    void setActs(Script::Acts *acts) { m_acts = acts; }

    std::uint64_t errors() const { return m_errors; } ///< calls that ended with one
    std::string_view firstError() const { return m_firstError; }
    bool isDisabled() const { return m_points >= Script::PointsToDisable; }

private:
    ScriptHelper(
        std::unique_ptr<Script::Runtime> runtime, HelperDescriptor descriptor, Script::View view, OptionValues options);

    Judgement acknowledge(const Packet &packet, Connection &connection) const;
    void settle(Script::Outcome outcome, Connection &connection);

    std::unique_ptr<Script::Runtime> m_runtime;
    HelperDescriptor m_descriptor;
    Script::View m_view;
    OptionValues m_options;
    Script::Acts *m_acts = nullptr;
    std::uint64_t m_errors = 0;
    std::string m_firstError;
    int m_points = 0;
};

} // namespace Trackhand
