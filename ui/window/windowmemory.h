// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/hostaddress.h"

#include <QByteArray>
#include <QList>
#include <QSettings>

class QWidget;

namespace Trackhand {

/// How the window was when it was closed, in the person's settings. What is not there, or is broken, reads as absent.
class WindowMemory {
public:
    WindowMemory();

    QByteArray geometry() const; ///< for QWidget::restoreGeometry()
    void setGeometry(const QByteArray &geometry);
    int page() const;
    void setPage(int page);
    /// The other machines in the sidebar. They are listed, and contacted only when somebody chooses them.
    QList<HostAddress> hosts() const;
    void setHosts(const QList<HostAddress> &hosts);

    /// The proportions of all splitters with an object name below @p root.
    void keepSplitters(const QWidget *root);
    void arrangeSplitters(QWidget *root) const;

private:
    QSettings m_settings;
};

} // namespace Trackhand
