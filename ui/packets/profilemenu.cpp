// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/profilemenu.h"

#include "client/models/packetmodel.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QInputDialog>
#include <QLocale>
#include <QTableView>
#include <utility>

namespace Trackhand {

namespace {

constexpr int KeepAfterMs = 500; // of rest: a column that is drawn wider changes with every pixel
constexpr int LongestName = 60;

/// A menu takes "&" for the key of an entry.
QString menuText(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

ProfileMenu::ProfileMenu(QTableView *table, QWidget *parent)
    : QMenu(parent)
    , m_table(table)
    , m_usual(ColumnLayout::of(*table))
    , m_columns(new QMenu(tr("Columns"), this))
    , m_profiles(new QMenu(this))
    , m_colorRules(new QAction(tr("Colour rules…"), this))
    , m_limit(new QAction(this))
{
    addColumns();
    addSeparator();
    addAction(m_colorRules);
    addMenu(m_profiles);
    addAction(m_limit);
    connect(m_limit, &QAction::triggered, this, &ProfileMenu::askForLimit);
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(KeepAfterMs);
    connect(&m_keeping, &QTimer::timeout, this, &ProfileMenu::keep);
    connect(this, &QMenu::aboutToShow, this, &ProfileMenu::updateColumns);
    connect(m_columns, &QMenu::aboutToShow, this, &ProfileMenu::updateColumns);
    connect(m_profiles, &QMenu::aboutToShow, this, &ProfileMenu::fillProfiles);
    QHeaderView *header = m_table->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
        [this, header](const QPoint &at) { m_columns->popup(header->mapToGlobal(at)); });
    connect(header, &QHeaderView::sectionResized, this, &ProfileMenu::columnsChanged);
    connect(header, &QHeaderView::sectionMoved, this, &ProfileMenu::columnsChanged);
}

ProfileMenu::~ProfileMenu()
{
    if (m_keeping.isActive()) {
        std::ignore = m_store.save(m_profile); // nobody is left to tell
    }
}

void ProfileMenu::start()
{
    m_profile = m_store.read(m_store.current());
    apply();
}

ColorRuleList ProfileMenu::rules() const
{
    return m_profile.rules.value_or(defaultColorRules());
}

void ProfileMenu::setRules(const ColorRuleList &rules)
{
    m_profile.rules = rules == defaultColorRules() ? std::nullopt : std::optional(rules);
    keep();
    emit rulesChanged();
}

void ProfileMenu::choose(const QString &name)
{
    keep();
    m_profile = m_store.read(name);
    report(m_store.setCurrent(name));
    apply();
}

void ProfileMenu::saveAs(const QString &name)
{
    keep();
    const bool known = m_store.names().contains(name);
    const PacketProfile old = m_store.read(name);
    m_profile.name = name;
    m_profile.filter = m_filter;
    keep();
    report(m_store.setCurrent(name));
    if (known) {
        emit undoOffered(tr("The profile %1 was replaced.").arg(name), [this, old] {
            report(m_store.save(old));
            m_profile = m_store.read(m_profile.name);
            apply();
        });
    } else {
        emit done(tr("The profile %1 keeps columns, colours and the filter.").arg(name));
    }
}

void ProfileMenu::keepFilter()
{
    m_profile.filter = m_filter;
    keep();
}

void ProfileMenu::deleteCurrent()
{
    keep();
    const PacketProfile deleted = m_profile;
    report(m_store.remove(deleted.name));
    m_profile = m_store.read({});
    report(m_store.setCurrent({}));
    apply();
    emit undoOffered(tr("The profile %1 was deleted.").arg(deleted.name), [this, deleted] {
        report(m_store.save(deleted));
        choose(deleted.name);
    });
}

void ProfileMenu::addColumns()
{
    for (int column = 0; column < m_table->model()->columnCount(); ++column) {
        auto *action = new QAction(m_table->model()->headerData(column, Qt::Horizontal).toString(), this);
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { showColumn(column, shown); });
        m_columnActions.append(action);
    }
    auto *reset = new QAction(tr("Columns as they were at first"), this);
    connect(reset, &QAction::triggered, this, &ProfileMenu::resetColumns);
    for (QMenu *menu : {static_cast<QMenu *>(this), m_columns}) {
        menu->addActions(m_columnActions);
        menu->addSeparator();
        menu->addAction(reset);
    }
}

void ProfileMenu::updateColumns()
{
    const QHeaderView *header = m_table->horizontalHeader();
    const bool last = header->count() - header->hiddenSectionCount() == 1;
    for (int column = 0; column < m_columnActions.size(); ++column) {
        const bool shown = !header->isSectionHidden(column);
        const QSignalBlocker quiet(m_columnActions.at(column));
        m_columnActions.at(column)->setChecked(shown);
        m_columnActions.at(column)->setEnabled(!(shown && last));
    }
    m_limit->setText(tr("Keep %1 packets…").arg(QLocale().toString(limit())));
    m_profiles->setTitle(tr("Profile: %1").arg(m_profile.name.isEmpty() ? tr("Default") : menuText(m_profile.name)));
}

void ProfileMenu::showColumn(int column, bool shown)
{
    m_table->horizontalHeader()->setSectionHidden(column, !shown);
    columnsChanged();
}

void ProfileMenu::resetColumns()
{
    m_profile.columns = m_usual;
    apply();
    keep();
}

void ProfileMenu::fillProfiles()
{
    m_profiles->clear();
    auto *group = new QActionGroup(m_profiles);
    connect(m_profiles, &QMenu::aboutToHide, group, &QObject::deleteLater);
    const QStringList names = QStringList(QString()) + m_store.names();
    for (const QString &name : names) {
        addProfile(group, name);
    }
    m_profiles->addSeparator();
    m_profiles->addAction(tr("Save as a new profile…"), this, &ProfileMenu::askForName);
    QAction *filter = m_profiles->addAction(tr("Keep the filter in this profile"), this, &ProfileMenu::keepFilter);
    filter->setEnabled(m_filter != m_profile.filter);
    QAction *remove = m_profiles->addAction(
        m_profile.name.isEmpty() ? tr("Delete this profile") : tr("Delete %1").arg(menuText(m_profile.name)), this,
        &ProfileMenu::deleteCurrent);
    remove->setEnabled(!m_profile.name.isEmpty());
}

void ProfileMenu::addProfile(QActionGroup *group, const QString &name)
{
    QAction *action = m_profiles->addAction(name.isEmpty() ? tr("Default") : menuText(name));
    action->setCheckable(true);
    action->setChecked(name == m_profile.name);
    action->setActionGroup(group);
    connect(action, &QAction::triggered, this, [this, name] { choose(name); });
}

void ProfileMenu::askForName()
{
    auto *dialog = new QInputDialog(m_table);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New profile"));
    dialog->setLabelText(tr("A name for these columns, colours and this filter:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString name = text.simplified().left(LongestName);
        if (name.isEmpty()) {
            emit failed(tr("A profile needs a name."));
        } else {
            saveAs(name);
        }
    });
    dialog->open();
}

void ProfileMenu::setLimit(int packets)
{
    report(m_store.setLimit(packets));
    emit limitChanged();
}

void ProfileMenu::askForLimit()
{
    auto *dialog = new QInputDialog(m_table);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Packets to keep"));
    dialog->setLabelText(tr("The table keeps so many of the newest packets. A million takes 60 to 100 MB of memory."));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(PacketProfiles::LeastPackets, int(PacketStore::MostCapacity));
    dialog->setIntStep(100'000);
    dialog->setIntValue(limit());
    connect(dialog, &QInputDialog::intValueSelected, this, &ProfileMenu::setLimit);
    dialog->open();
}

void ProfileMenu::apply()
{
    m_applying = true;
    m_profile.columns.applyTo(*m_table, m_usual);
    m_profile.columns = ColumnLayout::of(*m_table);
    m_applying = false;
    emit rulesChanged();
    emit filterWanted(m_profile.filter);
}

void ProfileMenu::columnsChanged()
{
    if (m_applying) {
        return;
    }
    const ColumnLayout now = ColumnLayout::of(*m_table);
    if (now != m_profile.columns) {
        m_profile.columns = now;
        m_keeping.start();
    }
}

void ProfileMenu::keep()
{
    m_keeping.stop();
    report(m_store.save(m_profile));
}

void ProfileMenu::report(const Status &status)
{
    if (!status) {
        emit failed(QString::fromStdString(status.error().text));
    }
}

} // namespace Trackhand
