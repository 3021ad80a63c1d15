// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "tests/client/fakeflows.h"
#include "wire/ring/event.h"

#include <QObject>
#include <QTimer>

namespace Trackhand {

class FakeBackend;
struct ProtocolInfo;

/// Gives a FakeBackend helpers, rules and a busy afternoon of FTP and SIP, for looking at the window.
class FakeTraffic : public QObject {
    Q_OBJECT
public:
    explicit FakeTraffic(FakeBackend *backend, QObject *parent = nullptr);

    void setUp();
    void start();

private:
    void burst();
    void count();
    void session(int number);
    /// A second of a helper more: its counters, and how long its packets waited, around @p latencyNs.
    QVariantMap secondOf(const QString &helper, qulonglong packets, qulonglong expectations, double latencyNs);
    /// A packet that carries what its helper saw as a line.
    void writeLine(EventRecord event);

    FakeBackend *m_backend;
    FakeFlows m_flows;
    QTimer m_bursts;
    QTimer m_counts;
    int m_sessions = 0;
    qulonglong m_ftpPackets = 48'120;
    qulonglong m_sipPackets = 1'204;
    qulonglong m_expectations = 812;
    int m_seconds = 0;
    QHash<QString, LatencyMap> m_latencies;
};

/// The protocols that a real backend offers.
QList<ProtocolInfo> sampleProtocols();

} // namespace Trackhand
