// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/packets/packetprofiles.h"

#include <QMenu>
#include <QTimer>
#include <functional>

class QTableView;

namespace Trackhand {

/// The columns of the packets' table and the profiles, as a menu. It also keeps them: what a person arranges or colours
/// goes into the profile in use at once, and into the settings a moment later. A filter goes there only when told to.
class ProfileMenu : public QMenu {
    Q_OBJECT
public:
    /// @p table is as it shall be without any profile.
    explicit ProfileMenu(QTableView *table, QWidget *parent = nullptr);
    ~ProfileMenu() override;

    /// Arranges the table by the profile that was in use last. Wants a filter if that has one.
    void start();

    QString name() const { return m_profile.name; }
    ColorRuleList rules() const;
    void setRules(const ColorRuleList &rules);
    /// The one in force, which a profile may keep.
    void setFilter(const QString &filter) { m_filter = filter; }

    void choose(const QString &name);
    void saveAs(const QString &name);
    void keepFilter();
    void deleteCurrent();

    /// How many packets the table is to keep.
    int limit() const { return m_store.limit(); }
    void setLimit(int packets);

    QAction *colorRules() const { return m_colorRules; }
    QAction *limitAction() const { return m_limit; }
    QMenu *columnsMenu() const { return m_columns; }
    QMenu *profilesMenu() const { return m_profiles; }

signals:
    void filterWanted(const QString &filter);
    void rulesChanged();
    void limitChanged();
    void failed(const QString &text);
    void done(const QString &text);
    void undoOffered(const QString &text, const std::function<void()> &undo);

private:
    void addColumns();
    void updateColumns();
    void showColumn(int column, bool shown);
    void resetColumns();
    void fillProfiles();
    void addProfile(QActionGroup *group, const QString &name);
    void askForName();
    void askForLimit();
    void apply();
    void columnsChanged();
    void keep();
    void report(const Status &status);

    QTableView *m_table;
    ColumnLayout m_usual;
    PacketProfiles m_store;
    PacketProfile m_profile;
    QString m_filter;
    QTimer m_keeping;
    bool m_applying = false;
    QList<QAction *> m_columnActions; ///< by column
    QMenu *m_columns;
    QMenu *m_profiles;
    QAction *m_colorRules;
    QAction *m_limit;
};

} // namespace Trackhand
