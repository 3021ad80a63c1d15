// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"

#include <string_view>

namespace Trackhand {

/// The trivial file transfer protocol (RFC 1350; options: RFC 2347): a request goes to port 69, and the server answers
/// it from a port of its own choice, to the port that the request came from. One expectation a request, the same
/// whether it reads or writes; a request that is sent again makes it last again. Nothing in the payload has to be
/// rewritten where addresses are translated. Keeps no memory of connections.
class TftpHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit TftpHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;

private:
    void onRequest(const Packet &packet, Connection &connection, Expectations &expectations) const;
    std::string_view reasonToRefuse(const Packet &packet, const Connection &connection) const;

    bool m_allowLowPorts;
};

} // namespace Trackhand
