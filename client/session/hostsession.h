// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/eventfeed.h"
#include "client/feed/payloadfeed.h"
#include "client/link/backendlink.h"
#include "client/models/expectationmodel.h"
#include "client/models/flowmodel.h"
#include "client/models/helpermodel.h"
#include "client/models/packetmodel.h"
#include "client/models/rulemodel.h"
#include "client/session/flowlist.h"
#include "client/stores/helperstore.h"
#include "client/stores/historystore.h"
#include "client/stores/incidentstore.h"
#include "client/stores/rulestore.h"

#include <QObject>
#include <QSet>

namespace Trackhand {

/// Everything a program knows about one host: the link, what the backend has, and the events that come from it. The
/// feeds start when the backend is there and start anew when they break; they rest while nobody looks.
class HostSession : public QObject {
    Q_OBJECT
public:
    explicit HostSession(const HostAddress &host, const QString &sshConfigFile = {}, const QString &busAddress = {},
        QObject *parent = nullptr);
    ~HostSession() override;

    void open() { m_link.open(); }
    /// Where the source of a capture is started; the link stays closed then.
    EventFeed *packetFeed() { return &m_packetFeed; }
    void setVisible(bool visible);
    /// Asks for the events that do not come, after a refusal.
    void retryTraffic();

    BackendLink *link() { return &m_link; }
    const BackendLink *link() const { return &m_link; }
    const ManagerInfo &manager() const { return m_manager; }
    bool isReady() const { return m_link.state() == BackendLink::State::Ready; }
    const HelperStore *helpers() const { return &m_helpers; }
    const RuleStore *rules() const { return &m_rules; }
    const IncidentStore *incidents() const { return &m_incidents; }
    const HistoryStore *history() const { return &m_history; }
    HelperModel *helperModel() { return &m_helperModel; }
    RuleModel *ruleModel() { return &m_ruleModel; }
    PacketModel *packetModel() { return &m_packetModel; }
    ExpectationModel *expectationModel() { return &m_expectationModel; }
    FlowModel *flowModel() { return &m_flowModel; }
    FlowList *flowList() { return &m_flowList; }
    PayloadFeed *payloads() { return &m_payloads; }

signals:
    void stateChanged();
    void managerChanged();
    /// The events do not come; the rest works.
    void trafficFailed(const Trackhand::Error &error);
    void trafficWorks();

private:
    void onState();
    void startFeed(EventFeed &feed);
    void openRing(EventFeed &feed);
    void ringOpened(EventFeed &feed, const Result<std::shared_ptr<Fd>> &ring);
    void feedFailed(EventFeed &feed, const Error &error);
    void expectationsStarted();
    void expectationsArrived(const EventBatch &batch);
    void readExpectations(bool mayPrompt);

    BackendLink m_link;
    ManagerInfo m_manager;
    HelperStore m_helpers;
    RuleStore m_rules;
    IncidentStore m_incidents;
    HistoryStore m_history;
    HelperModel m_helperModel;
    RuleModel m_ruleModel;
    PacketModel m_packetModel;
    ExpectationModel m_expectationModel;
    FlowModel m_flowModel;
    FlowList m_flowList;
    EventFeed m_packetFeed;
    EventFeed m_expectationFeed;
    PayloadFeed m_payloads;
    QSet<EventFeed *> m_opening; ///< their rings are asked for
    quint64 m_round = 0; ///< answers of a backend that went are dropped
    bool m_readingExpectations = false;
    bool m_readAgain = false; ///< events were lost after the list was asked for that is on its way
};

} // namespace Trackhand
