// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>

namespace Trackhand {

/// The comments of the packets in a pcapng file, one packet after the other: what libpcap passes over. A file of
/// another format, or one that is damaged, has none from there on.
class PcapngComments {
public:
    explicit PcapngComments(const QString &file);

    /// Of the next packet; empty when it has none.
    QByteArray next();

private:
    quint32 number(const QByteArray &bytes, qsizetype at) const;
    quint16 shortNumber(const QByteArray &bytes, qsizetype at) const;
    bool readBlock();
    QByteArray comment(qsizetype options) const;

    QFile m_file;
    bool m_bigEndian = false;
    quint32 m_type = 0; ///< of the block read last
    QByteArray m_body;
};

} // namespace Trackhand
