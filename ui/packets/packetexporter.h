// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/export/packetexport.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QTableView;

namespace Trackhand {

class HostSession;

/// Writes the packets of a table into files: the menu to choose what and how, and a line that shows how far it is once
/// that takes longer than one notices.
class PacketExporter : public QWidget {
    Q_OBJECT
public:
    enum class Scope { Shown, Selected };

    /// @p table shows the session's packet model.
    PacketExporter(HostSession *session, QTableView *table, QWidget *parent = nullptr);

    QMenu *menu() const { return m_menu; }
    QPushButton *cancelButton() const { return m_cancel; }

    /// Asks where to.
    void ask(Scope scope, ExportFormat format);
    void exportTo(const QString &file, Scope scope, ExportFormat format);

signals:
    void failed(const QString &text);
    void done(const QString &text);

private:
    void buildMenu();
    void addEntries(Scope scope, const QStringList &texts);
    void updateEntries();
    std::vector<PacketNumber> numbers(Scope scope) const;
    ExportRequest request(const QString &file, Scope scope, ExportFormat format) const;
    void report(const ExportOutcome &outcome);
    QString missingBytes(const ExportOutcome &outcome) const;

    HostSession *m_session;
    QTableView *m_table;
    PacketExport m_export;
    QString m_file;
    QString m_reason; ///< why bytes may be missing
    QTimer m_patience;
    QMenu *m_menu;
    QLabel *m_label;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace Trackhand
