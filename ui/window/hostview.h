// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/helpertext.h"
#include "client/session/hostsession.h"

#include <QWidget>
#include <functional>

class QStackedWidget;

namespace Trackhand {

struct CaptureSummary;
class EmptyState;
class MessageBar;
class Page;

/// All pages of one host, with its message bar above them. While there is no backend, one page that says why and what
/// to do stands in their place.
class HostView : public QWidget {
    Q_OBJECT
public:
    HostView(
        const HostAddress &host, const QString &sshConfigFile, const QString &busAddress, QWidget *parent = nullptr);

    HostSession *session() { return &m_session; }
    const HostAddress &host() const { return m_session.link()->host(); }
    MessageBar *messages() const { return m_messages; }
    EmptyState *absence() const { return m_absence; }
    const QList<Page *> &pages() const { return m_pages; }
    Page *currentPage() const; ///< of a capture, always that of the packets
    void showPage(int index);

    /// Brings @p subject into view on @p page, as soon as the backend has said what there is.
    void lookFor(int page, const QString &subject);
    /// Shows a capture file instead of a host.
    void openCapture(const QString &file);
    bool isCapture() const { return !m_capture.isEmpty(); }
    const QString &capture() const { return m_capture; }

    void addHelper();
    QString stateWord() const; ///< "running", "connecting", "no backend", ...
    StateKind stateKind() const;

signals:
    void stateChanged();
    void pageRequested(int index);

private:
    void addPage(Page *page);
    void connectWays(Page *page);
    void updateState();
    void showAbsence();
    void reportTraffic(const Error &error);
    void captureRead(const CaptureSummary &summary);

    HostSession m_session;
    MessageBar *m_messages;
    QStackedWidget *m_stack;
    EmptyState *m_absence;
    QList<Page *> m_pages;
    int m_index = 0;
    std::function<void()> m_lookLater; ///< what to look for once there is something
    bool m_trafficTrouble = false;
    QString m_capture; ///< the file
    bool m_captureTrouble = false;
};

} // namespace Trackhand
