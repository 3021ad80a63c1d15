// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/hostsession.h"

#include <QTimer>

namespace Trackhand {

namespace {

constexpr int RetryMs = 5000;

} // namespace

HostSession::HostSession(
    const HostAddress &host, const QString &sshConfigFile, const QString &busAddress, QObject *parent)
    : QObject(parent)
    , m_link(host, sshConfigFile, busAddress)
    , m_history(&m_helpers)
    , m_helperModel(&m_helpers, &m_rules, &m_history)
    , m_ruleModel(&m_rules)
    , m_flowList(&m_link, &m_flowModel)
    , m_packetFeed(EventFeed::Kind::Packets)
    , m_expectationFeed(EventFeed::Kind::Expectations)
    , m_payloads(&m_link)
{
    m_flowModel.setPace(FlowModel::HiddenPaceMs);
    m_helpers.follow(&m_link);
    m_rules.follow(&m_link);
    m_incidents.follow(&m_link);
    connect(&m_link, &BackendLink::objectsRead, this, [this](const BackendObjects &objects) {
        m_manager = objects.manager;
        emit managerChanged();
    });
    connect(&m_link, &BackendLink::managerChanged, this, [this](const QVariantMap &changed) {
        m_manager.apply(changed);
        emit managerChanged();
    });
    connect(&m_link, &BackendLink::stateChanged, this, &HostSession::onState);
    connect(&m_packetFeed, &EventFeed::arrived, &m_packetModel, &PacketModel::append);
    connect(&m_expectationFeed, &EventFeed::arrived, this, &HostSession::expectationsArrived);
    for (EventFeed *feed : {&m_packetFeed, &m_expectationFeed}) {
        connect(feed, &EventFeed::arrived, this, &HostSession::trafficWorks);
        connect(feed, &EventFeed::failed, this, [this, feed](const Error &error) { feedFailed(*feed, error); });
    }
}

HostSession::~HostSession()
{
    m_link.disconnect(this);
}

void HostSession::setVisible(bool visible)
{
    m_packetFeed.setActive(visible);
    m_expectationFeed.setActive(visible);
}

void HostSession::retryTraffic()
{
    if (isReady()) {
        startFeed(m_packetFeed);
        startFeed(m_expectationFeed);
    }
}

// A backend that came may be another one than that whose rings are read.
void HostSession::onState()
{
    m_packetFeed.stop();
    m_expectationFeed.stop();
    m_opening.clear();
    m_readingExpectations = m_readAgain = false;
    m_flowList.forget();
    ++m_round;
    retryTraffic();
    emit stateChanged();
}

void HostSession::startFeed(EventFeed &feed)
{
    if (feed.isRunning() || m_opening.contains(&feed)) {
        return;
    }
    if (!m_link.host().isLocal()) {
        feed.startRemote(m_link.host(), m_link.sshConfigFile());
        if (&feed == &m_expectationFeed) {
            expectationsStarted();
        }
        return;
    }
    openRing(feed);
}

void HostSession::openRing(EventFeed &feed)
{
    m_opening.insert(&feed);
    const auto done = [this, &feed, round = m_round](const Result<std::shared_ptr<Fd>> &ring) {
        if (round == m_round) {
            m_opening.remove(&feed);
            ringOpened(feed, ring);
        }
    };
    m_link.call<std::shared_ptr<Fd>>(Requests::openEvents(feed.kindName()), this, done);
}

void HostSession::ringOpened(EventFeed &feed, const Result<std::shared_ptr<Fd>> &ring)
{
    const Status started = ring ? feed.startRing(std::move(**ring)) : Status(ring.error());
    if (!started) {
        feedFailed(feed, started.error());
    } else if (&feed == &m_expectationFeed) {
        expectationsStarted();
    }
}

void HostSession::feedFailed(EventFeed &feed, const Error &error)
{
    emit trafficFailed(error);
    if (error.code == ErrorCode::NotAuthorized) {
        return; // asking again is up to the person
    }
    QTimer::singleShot(RetryMs, this, [this, &feed] {
        if (isReady()) {
            startFeed(feed);
        }
    });
}

// What the ring has begun with, or what lost events would have told.
void HostSession::readExpectations(bool mayPrompt)
{
    auto request = Requests::listExpectations();
    request.mayPrompt = mayPrompt;
    m_readingExpectations = true;
    const auto done = [this, round = m_round, asked = m_expectationModel.reports(), flowsAsked = m_flowModel.reports()](
                          const Result<std::vector<EventRecord>> &records) {
        if (round != m_round) {
            return;
        }
        m_readingExpectations = false;
        if (records) { // a refusal shows at the feed already
            m_expectationModel.setCurrent(*records, asked);
            m_flowModel.setCurrentExpectations(*records, flowsAsked);
        }
        if (std::exchange(m_readAgain, false)) {
            readExpectations(false);
        }
    };
    m_link.call<std::vector<EventRecord>>(request, this, done);
}

void HostSession::expectationsStarted()
{
    readExpectations(true);
    m_flowList.startAnew();
}

void HostSession::expectationsArrived(const EventBatch &batch)
{
    m_expectationModel.append(batch);
    m_flowModel.append(batch);
    if (batch.lost == 0) {
        return;
    }
    m_flowList.refresh();
    if (m_readingExpectations) {
        m_readAgain = true;
    } else {
        readExpectations(false);
    }
}

} // namespace Trackhand
