// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/packetspage.h"

#include "client/filter/eventfilter.h"
#include "client/models/packetplace.h"
#include "client/session/hostsession.h"
#include "ui/packets/colorrulesdialog.h"
#include "ui/packets/gotobar.h"
#include "ui/packets/packetactions.h"
#include "ui/packets/packetexporter.h"
#include "ui/packets/packetpane.h"
#include "ui/packets/profilemenu.h"
#include "ui/packets/searchbar.h"
#include "ui/packets/selectedrows.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/filterfield.h"
#include "ui/parts/quietlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

namespace Trackhand {

namespace {

constexpr int NarrowestNote = 80; // pixels

QToolButton *menuButton(const QString &text, const QString &toolTip, QMenu *menu, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    roomy(button);
    return button;
}

QToolButton *toggleButton(const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    roomy(button);
    return button;
}

} // namespace

PacketsPage::PacketsPage(HostSession *session, QWidget *parent)
    : Page(tr("Packets"), session, parent)
    , m_filter(new FilterField(tr("Filter packets"), tr("helper == \"ftp\" && verdict != accept"), this))
    , m_counts(new QuietLabel(this))
    , m_pause(toggleButton(tr("Pause"), tr("Keep back what arrives (Space)"), this))
    , m_follow(toggleButton(tr("Follow"), tr("Stay at the newest packet (F)"), this))
    , m_pane(new PacketPane(session->payloads(), session->expectationModel(), this))
    , m_keeper(session->packetModel(), nullptr)
{
    buildTable();
    m_exporter = new PacketExporter(session, m_table, this);
    m_actions = new PacketActions(session->packetModel(), m_table);
    m_goTo = new GoToBar(session->packetModel(), m_table, this);
    m_profiles = new ProfileMenu(m_table, this);
    m_searching = new SearchBar(session->packetModel(), this);
    m_showFlow = rowAction(tr("Show its flow"), {flowKeys()}, m_table);
    m_showFlow->setEnabled(false);
    connect(m_showFlow, &QAction::triggered, this, &PacketsPage::showFlow);
    m_follow->setChecked(true);
    buildTools();
    setContent(buildContent());
    emptyState()->setTexts(tr("No packet yet"),
        tr("Every packet that a helper judges shows here, with its verdict and what the helper saw in it. None has "
           "come "
           "so far: is there a helper that runs, a rule that gives it traffic, and traffic?"),
        tr("Add helper…"));
    connectFilter();
    connectTable();
    connectActions();
    m_profiles->start();
    session->packetModel()->setCapacity(std::size_t(m_profiles->limit()));
    updateCounts();
}

QLabel *PacketsPage::filterError() const
{
    return m_filter->problem();
}

void PacketsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void PacketsPage::togglePause()
{
    m_pause->toggle();
}

void PacketsPage::toggleFollow()
{
    if (m_follow->isEnabled()) {
        m_follow->toggle();
    }
}

void PacketsPage::lookFor(const QString &helper)
{
    setFilter(QStringLiteral("helper == \"%1\"").arg(helper));
}

void PacketsPage::buildTable()
{
    m_table = createTable(session()->packetModel(),
        {QStringLiteral("100,000"), QStringLiteral("00:00:00.000"), QStringLiteral("observer"), QStringLiteral("→"),
            QStringLiteral("[fd00:1::2]:5060"), QStringLiteral("[fd00:1::2]:5060"), QStringLiteral("1,500"),
            QStringLiteral("established"), QStringLiteral("accept, ..."), QStringLiteral("1,000.0"),
            QStringLiteral("Rewritten"), QString()},
        this);
    m_table->setAccessibleName(tr("Packets"));
    m_table->setColumnHidden(PacketModel::RuleColumn, true);
    m_table->setColumnWidth(PacketModel::NoteColumn, NarrowestNote); // it stretches from there
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSortIndicator(PacketOrder::Arrival, Qt::AscendingOrder);
    header->setSortIndicatorClearable(true); // the third click
    m_table->setSortingEnabled(true);
    m_keeper = RowKeeper(session()->packetModel(), m_table);
}

void PacketsPage::showPackets(const QString &filter, std::uint64_t timeNs)
{
    setFilter(filter);
    m_wantedTime = timeNs;
    searchEnded();
    m_table->setFocus();
}

void PacketsPage::buildTools()
{
    m_filter->setKnownValues([this] {
        QStringList names;
        for (const HelperInfo &helper : this->session()->helpers()->items()) {
            names.append(helper.name);
        }
        return FilterValues {{QStringLiteral("helper"), names}};
    });
    tools()->addWidget(m_filter, 1);
    tools()->addWidget(m_pause);
    tools()->addWidget(m_follow);
    tools()->addWidget(menuButton(tr("Columns"), tr("Columns, colours and profiles"), m_profiles, this));
    tools()->addWidget(menuButton(tr("Export"), tr("Write packets into a file"), m_exporter->menu(), this));
}

QWidget *PacketsPage::buildContent()
{
    m_counts->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("packets"));
    splitter->addWidget(m_table);
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({3000, 2000}); // a proportion
    splitter->setCollapsible(0, false);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_filter->problem());
    layout->addWidget(m_goTo);
    layout->addWidget(m_searching);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_exporter);
    layout->addWidget(m_counts);
    return content;
}

void PacketsPage::connectFilter()
{
    connect(m_filter, &FilterField::filterChanged, this, &PacketsPage::applyFilter);
}

void PacketsPage::connectTable()
{
    PacketModel *model = session()->packetModel();
    connect(m_pause, &QToolButton::toggled, model, &PacketModel::setPaused);
    connect(m_follow, &QToolButton::toggled, this, &PacketsPage::follow);
    connect(model, &PacketModel::countsChanged, this, &PacketsPage::updateCounts);
    connect(model, &PacketModel::countsChanged, this, &PacketsPage::follow);
    connect(model, &PacketModel::movedUp, this, &PacketsPage::rowsMovedUp);
    connect(model, &PacketModel::aboutToReplaceRows, this, &PacketsPage::aboutToReplaceRows);
    connect(model, &PacketModel::rowsReplaced, this, &PacketsPage::rowsReplaced);
    connect(model, &PacketModel::searchCancelled, this, &PacketsPage::searchCancelled);
    connect(model, &PacketModel::searchingChanged, this, &PacketsPage::searchEnded);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PacketsPage::showDetails);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_scrolling && isVisible()
            && m_follow->isEnabled()) { // a person who scrolls away wants to read, and back down to follow
            m_follow->setChecked(value == m_table->verticalScrollBar()->maximum());
        }
    });
}

void PacketsPage::connectActions()
{
    connect(emptyState()->button(), &QPushButton::clicked, this, &Page::addHelperRequested);
    connect(m_exporter, &PacketExporter::failed, this, &Page::errorHappened);
    connect(m_exporter, &PacketExporter::done, this, &Page::noteHappened);
    connect(m_actions, &PacketActions::failed, this, &Page::errorHappened);
    connect(m_actions, &PacketActions::filterWanted, this, &PacketsPage::setFilter);
    connect(m_profiles, &ProfileMenu::failed, this, &Page::errorHappened);
    connect(m_profiles, &ProfileMenu::done, this, &Page::noteHappened);
    connect(m_profiles, &ProfileMenu::undoOffered, this, &Page::undoOffered);
    connect(m_profiles, &ProfileMenu::filterWanted, this, &PacketsPage::setFilter);
    connect(m_profiles, &ProfileMenu::rulesChanged, this,
        [this] { session()->packetModel()->setColorRules(m_profiles->rules()); });
    connect(m_profiles, &ProfileMenu::limitChanged, this,
        [this] { session()->packetModel()->setCapacity(std::size_t(m_profiles->limit())); });
    connect(m_profiles->colorRules(), &QAction::triggered, this, &PacketsPage::editColorRules);
    connect(m_actions, &PacketActions::goToWanted, m_goTo, &GoToBar::open);
}

void PacketsPage::setFilter(const QString &text)
{
    m_filter->setText(text);
    m_filter->apply();
}

void PacketsPage::applyFilter(const EventFilter &filter)
{
    PacketModel *model = session()->packetModel();
    const QString text = m_filter->text().trimmed();
    if (text != m_wantedFilter || model->unsearched() != 0) {
        m_wantedFilter = text;
        model->setFilter(filter);
    }
    m_actions->setFilter(text);
    m_profiles->setFilter(text);
}

void PacketsPage::editColorRules()
{
    auto *dialog = new ColorRulesDialog(m_profiles->rules(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_profiles->setRules(dialog->rules()); });
    dialog->open();
}

void PacketsPage::aboutToReplaceRows()
{
    m_keeper.remember();
    m_scrolling = true;
}

// Whoever looks at a packet still does, as long as it is shown.
void PacketsPage::rowsReplaced()
{
    m_shownFilter = m_wantedFilter;
    const bool kept = m_keeper.restore();
    m_scrolling = false;
    const bool arrival = session()->packetModel()->shownOrder().isArrival();
    m_follow->setEnabled(arrival);
    m_follow->setToolTip(arrival ? tr("Stay at the newest packet (F)") : tr("Only in order of arrival (Shift+S)"));
    m_actions->updateActions();
    if (!kept) {
        showDetails();
    }
    follow();
}

// Field and header say again what the table shows.
void PacketsPage::searchCancelled()
{
    const PacketOrder order = session()->packetModel()->shownOrder();
    m_wantedFilter = m_shownFilter;
    setFilter(m_shownFilter);
    m_table->horizontalHeader()->setSortIndicator(order.column, order.direction);
}

void PacketsPage::searchEnded()
{
    if (m_wantedTime != 0 && !session()->packetModel()->isSearching()) {
        selectNear(std::exchange(m_wantedTime, 0));
    }
}

void PacketsPage::updateCounts()
{
    const PacketModel *model = session()->packetModel();
    const QLocale locale;
    QStringList parts;
    if (model->isPaused()) {
        parts.append(tr("%1 kept back").arg(locale.toString(qulonglong(model->heldBack()))));
    }
    if (model->waiting() != 0) {
        parts.append(tr("%1 to be sorted in").arg(locale.toString(qulonglong(model->waiting()))));
    }
    if (model->unsearched() != 0) {
        parts.append(tr("%1 not looked at").arg(locale.toString(qulonglong(model->unsearched()))));
    }
    parts.append(tr("%1 of %2 shown, %3 lost")
                     .arg(locale.toString(model->rowCount()), locale.toString(qulonglong(model->stored())),
                         locale.toString(model->lost())));
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    setEmpty(model->stored() == 0 && model->heldBack() == 0);
}

void PacketsPage::follow()
{
    if (m_follow->isChecked() && m_follow->isEnabled() && isVisible()) {
        m_scrolling = true;
        m_table->scrollToBottom();
        m_scrolling = false;
    }
}

// The table keeps its row numbers while the packets move up through them; selection and view go with the packets.
void PacketsPage::rowsMovedUp(int rows)
{
    moveSelectionUp(*m_table, rows);
    if (!m_follow->isChecked()) {
        m_scrolling = true;
        QScrollBar *bar = m_table->verticalScrollBar();
        bar->setValue(bar->value() - rows * m_table->verticalHeader()->defaultSectionSize());
        m_scrolling = false;
    }
}

void PacketsPage::selectNear(std::uint64_t timeNs)
{
    const int row = rowNearTime(*session()->packetModel(), timeNs);
    if (row >= 0) {
        m_follow->setChecked(false);
        m_table->selectRow(row);
        m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    }
}

void PacketsPage::showFlow()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid()) {
        emit connectionRequested(session()->packetModel()->eventAt(current.row()).tuple());
    }
}

void PacketsPage::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    m_showFlow->setEnabled(current.isValid());
    if (current.isValid()) {
        const PacketModel *model = session()->packetModel();
        m_pane->show(model->eventAt(current.row()), model->isOfThisRing(current.row()));
    } else {
        m_pane->showNone();
    }
}

} // namespace Trackhand
