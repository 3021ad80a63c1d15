// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/answermemory.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/replacementmemory.h"
#include "helpers/protocols/rtsp/rtspreader.h"
#include "helpers/protocols/rtsp/rtspstream.h"

#include <array>
#include <cstdint>
#include <optional>

namespace Trackhand {

/// What the rtsp helper keeps for one connection.
class RtspFlow : public FlowState {
public:
    static constexpr std::size_t MaxStreams = 8;

    /// The kernel's private data of a connection: version, flags, two zero bytes. Written once, when the flag is set.
    static constexpr std::uint8_t DataLength = 4;

    void reset() override
    {
        for (std::size_t direction = 0; direction < readers.size(); ++direction) {
            readers[direction].reset();
            answers[direction].reset();
            replacements[direction].reset();
        }
        forgetStreams();
        restored = isHttp = false;
    }

    /// What an earlier process of this helper knew.
    void restore(const Connection &connection)
    {
        const auto data = connection.privateData();
        if (!restored && data.size() >= DataLength && data[0] == DataVersion) {
            isHttp = (data[1] & HttpFlag) != 0;
        }
        restored = true;
    }

    void setHttp(Connection &connection)
    {
        isHttp = true;
        connection.setPrivateData(std::array<std::uint8_t, DataLength> {DataVersion, HttpFlag, 0, 0});
    }

    void forgetStreams()
    {
        streams = {};
        m_nextStream = 0;
    }

    /// A place for a new stream: the next SETUP of the same ports takes that of the one before.
    RtspStream &streamFor(const Rtsp::Ports &clientPorts)
    {
        for (RtspStream &stream : streams) {
            if (stream.state != RtspStream::State::Unused && stream.clientPorts == clientPorts) {
                return stream;
            }
        }
        return streams[m_nextStream++ % MaxStreams];
    }

    RtspStream *asked(std::optional<std::uint32_t> cseq)
    {
        for (RtspStream &stream : streams) {
            if (stream.state == RtspStream::State::Asked && cseq == stream.cseq) {
                return &stream;
            }
        }
        return nullptr;
    }

    std::array<Rtsp::MessageReader, 2> readers;
    std::array<AnswerMemory, 2> answers;
    std::array<ReplacementMemory, 2> replacements;
    std::array<RtspStream, MaxStreams> streams;
    bool restored = false;
    bool isHttp = false; ///< a tunnel, or a web page that makes its reader's browser speak RTSP: no help

private:
    static constexpr std::uint8_t DataVersion = 1;
    static constexpr std::uint8_t HttpFlag = 1;

    std::size_t m_nextStream = 0; ///< modulo MaxStreams
};

} // namespace Trackhand
