// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tray/traystate.h"
#include "client/link/backendlink.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace Trackhand {

class HelperStore;

/// The icon in the tray: the state of one host by shape and in words, and a menu.
class TrayIcon : public QObject {
    Q_OBJECT
public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Shows the host of @p link from now on; both must outlive this or be replaced. Nullptr shows no backend.
    void watch(BackendLink *link, const HelperStore *helpers);

    /// Whether there is a tray to be in. A new one gets a new icon: one that was made before its tray came stays deaf
    /// to it on some desktops.
    void setTrayThere(bool isThere);

    const TrayState &state() const { return m_state; }
    QMenu *menu() const { return m_menu.get(); }
    QSystemTrayIcon *icon() const { return m_icon.get(); } ///< nullptr while there is no tray

signals:
    void openRequested();
    void quitRequested();
    /// Enabling or disabling from the menu failed; the text says what and why.
    void failed(const QString &helper, const QString &text);

private:
    void registerIcon();
    void updateSoon();
    void update();
    void fillMenu();
    void addHelperAction(const HelperInfo &helper);
    void setEnabled(const QString &helper, bool enabled);
    void callEnded(const QString &helper, bool enable, const Result<Done> &done);

    QPointer<BackendLink> m_link;
    const HelperStore *m_helpers = nullptr;
    QList<QMetaObject::Connection> m_following;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    TrayState m_state;
    QStringList m_menuShows; ///< what the menu was filled from; while it is the same the menu is left alone
    QTimer m_updateTimer;
};

} // namespace Trackhand
