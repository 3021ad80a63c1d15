// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/export/pcapngwriter.h"
#include "ctl/eventinput.h"
#include "ctl/watchoptions.h"

#include <QElapsedTimer>
#include <QFile>

namespace Trackhand {

class Console;

/// Where `watch` puts its events: text lines, the binary stream, or a capture file.
class EventOutput {
public:
    /// Keeps references to both; fails when the capture file cannot be written.
    static Result<std::unique_ptr<EventOutput>> open(Console &console, const WatchOptions &options);

    Status write(const WatchedEvent &event);
    void lost(std::uint64_t count);
    /// Also shows that we live, in a stream that is quiet. False once nobody reads any more.
    bool flush();
    /// Says how many packets a capture file has got.
    void sayWhatWasWritten();

private:
    EventOutput(Console &console, const WatchOptions &options);
    Status openCapture();
    Status capture(const WatchedEvent &event);
    Status flushed(const Status &written);

    Console &m_console;
    const WatchOptions &m_options;
    QFile m_captureFile;
    std::optional<PcapngWriter> m_pcapng;
    std::vector<std::uint8_t> m_frames;
    QElapsedTimer m_sinceFlush;
};

} // namespace Trackhand
