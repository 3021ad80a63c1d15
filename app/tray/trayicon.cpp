// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/trayicon.h"

#include "client/models/helpertext.h"
#include "client/stores/helperstore.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace Trackhand {

namespace {

constexpr int UpdateDelayMs = 100; // a whole backend read anew is one change of the icon

} // namespace

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
{
    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(UpdateDelayMs);
    connect(&m_updateTimer, &QTimer::timeout, this, &TrayIcon::update);
    update();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::watch(BackendLink *link, const HelperStore *helpers)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_following)) {
        disconnect(connection);
    }
    m_following.clear();
    m_link = link;
    m_helpers = link ? helpers : nullptr;
    if (m_helpers) {
        m_following = {connect(link, &BackendLink::stateChanged, this, &TrayIcon::updateSoon),
            connect(helpers, &HelperStore::reset, this, &TrayIcon::updateSoon),
            connect(helpers, &HelperStore::added, this, &TrayIcon::updateSoon),
            connect(helpers, &HelperStore::changed, this, &TrayIcon::updateSoon),
            connect(helpers, &HelperStore::removed, this, &TrayIcon::updateSoon)};
    }
    update();
}

void TrayIcon::setTrayThere(bool isThere)
{
    if (!isThere) {
        m_icon.reset();
    } else if (!m_icon) {
        registerIcon();
    }
}

void TrayIcon::registerIcon()
{
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
            emit openRequested();
        }
    });
    update();
    m_icon->show();
}

void TrayIcon::updateSoon()
{
    if (!m_updateTimer.isActive()) {
        m_updateTimer.start();
    }
}

void TrayIcon::update()
{
    const bool connected = m_link && m_link->state() == BackendLink::State::Ready;
    const QString problem = m_link ? QString::fromStdString(m_link->problem().text) : QString();
    m_state = TrayText::state(connected, problem, m_helpers ? m_helpers->items() : QList<HelperInfo>());
    if (m_icon) {
        m_icon->setIcon(trayIcon(m_state.kind));
        m_icon->setToolTip(tr("Trackhand: %1").arg(m_state.text));
    }
    fillMenu();
}

void TrayIcon::fillMenu()
{
    QStringList shows;
    for (const HelperInfo &helper : m_helpers ? m_helpers->items() : QList<HelperInfo>()) {
        if (!helper.isForeign()) {
            shows.append(helper.name + QLatin1Char(' ') + stateWord(helper));
        }
    }
    // Counters change every second, and an open menu that is filled anew closes under the pointer.
    if (shows == m_menuShows && !m_menu->isEmpty()) {
        return;
    }
    m_menuShows = shows;
    m_menu->clear();
    m_menu->addAction(tr("&Open Trackhand"), this, &TrayIcon::openRequested);
    m_menu->addSeparator();
    for (const HelperInfo &helper : m_helpers ? m_helpers->items() : QList<HelperInfo>()) {
        if (!helper.isForeign()) {
            addHelperAction(helper);
        }
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("&Quit"), this, &TrayIcon::quitRequested);
}

void TrayIcon::addHelperAction(const HelperInfo &helper)
{
    const bool enabled = stateKind(helper) != StateKind::Disabled && stateKind(helper) != StateKind::Failed;
    const QString text = enabled ? tr("Disable %1 (%2)").arg(helper.name, stateWord(helper))
                                 : tr("Enable %1 (%2)").arg(helper.name, stateWord(helper));
    QAction *action = m_menu->addAction(text);
    action->setObjectName(helper.name);
    connect(action, &QAction::triggered, this, [this, name = helper.name, enabled] { setEnabled(name, !enabled); });
}

void TrayIcon::setEnabled(const QString &helper, bool enabled)
{
    if (!m_link) {
        return;
    }
    m_link->call<Done>(enabled ? Requests::enableHelper(helper) : Requests::disableHelper(helper), this,
        [this, helper, enabled](const Result<Done> &done) { callEnded(helper, enabled, done); });
}

void TrayIcon::callEnded(const QString &helper, bool enable, const Result<Done> &done)
{
    if (done) {
        return;
    }
    const QString why = QString::fromStdString(done.error().text);
    const QString text = enable ? tr("%1 could not be enabled: %2").arg(helper, why)
                                : tr("%1 could not be disabled: %2").arg(helper, why);
    emit failed(helper, text);
}

} // namespace Trackhand
