// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tray/traystate.h"
#include "client/link/backendlink.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace Trackhand {

class HelperStore;

/// The program's place in the tray: the state of one host by shape and in words, and a menu. A desktop may bring its
/// tray up late or take it away; this looks every few seconds and registers again.
class TrayIcon : public QObject {
    Q_OBJECT
public:
    /// @p trayAvailable says whether there is a tray at this moment; by default the desktop is asked.
    explicit TrayIcon(std::function<bool()> trayAvailable = {}, QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Shows the host of @p link from now on; both must outlive this or be replaced. Nullptr shows no backend.
    void watch(BackendLink *link, const HelperStore *helpers);

    /// Whether the window may disappear into the tray: asks now, because the tray may have gone since.
    bool canHideWindow();

    const TrayState &state() const { return m_state; }
    QMenu *menu() const { return m_menu.get(); }
    QSystemTrayIcon *icon() const { return m_icon.get(); } ///< nullptr while there is no tray

    /// Looks whether the tray has come or gone; called every few seconds by itself.
    void lookForTray();

signals:
    void openRequested();
    void quitRequested();
    /// There is no tray any more: a hidden window must show itself.
    void trayLost();
    /// Enabling or disabling from the menu failed; the text says what and why.
    void failed(const QString &text);

private:
    void registerIcon();
    void updateSoon();
    void update();
    void fillMenu();
    void addHelperAction(const HelperInfo &helper);
    void setEnabled(const QString &helper, bool enabled);
    void callEnded(const QString &helper, bool enable, const Result<Done> &done);

    std::function<bool()> m_trayAvailable;
    QPointer<BackendLink> m_link;
    const HelperStore *m_helpers = nullptr;
    QList<QMetaObject::Connection> m_following;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    TrayState m_state;
    QStringList m_menuShows; ///< what the menu was filled from; while it is the same the menu is left alone
    QTimer m_lookTimer;
    QTimer m_updateTimer;
};

} // namespace Trackhand
