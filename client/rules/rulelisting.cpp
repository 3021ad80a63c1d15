// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/rules/rulelisting.h"

#include "client/link/backendlink.h"
#include "client/stores/rulestore.h"

namespace Trackhand {

namespace {

constexpr int DelayMs = 250; // what belongs together is read together

} // namespace

RuleListing::RuleListing(BackendLink *link, const RuleStore *rules, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(DelayMs);
    connect(&m_delay, &QTimer::timeout, this, &RuleListing::ask);
    connect(link, &BackendLink::stateChanged, this, &RuleListing::ask);
    connect(rules, &ObjectStoreSignals::added, this, &RuleListing::outdate);
    connect(rules, &ObjectStoreSignals::removed, this, &RuleListing::outdate);
    connect(rules, &ObjectStoreSignals::changed, this, &RuleListing::outdate);
    connect(rules, &ObjectStoreSignals::reset, this, &RuleListing::outdate);
}

void RuleListing::setWanted(const QObject *by, bool wanted)
{
    m_wanted.removeAll(by);
    if (wanted) {
        m_wanted.append(by);
        ask();
    }
}

void RuleListing::readAgain()
{
    m_outdated = true;
    ask();
}

void RuleListing::outdate()
{
    m_outdated = true;
    if (!m_wanted.isEmpty() && !m_delay.isActive()) {
        m_delay.start();
    }
}

void RuleListing::ask()
{
    if (!m_outdated || m_asking || m_wanted.isEmpty() || m_link->state() != BackendLink::State::Ready) {
        return;
    }
    m_asking = true;
    m_outdated = false;
    m_link->call<QString>(Requests::showRules(), this, [this](const Result<QString> &text) {
        m_asking = false;
        if (text) {
            m_text = *text;
            emit changed();
        } else {
            emit failed(QString::fromStdString(text.error().text));
        }
        if (m_outdated && !m_wanted.isEmpty()) {
            m_delay.start();
        }
    });
}

} // namespace Trackhand
