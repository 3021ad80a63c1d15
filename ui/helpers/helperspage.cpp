// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpers/helperspage.h"

#include "client/models/helpertext.h"
#include "client/models/modelroles.h"
#include "client/session/hostsession.h"
#include "ui/helpers/helperdetails.h"
#include "ui/parts/emptystate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

namespace Trackhand {

namespace {

HelperSettings helperSettingsOf(const HelperInfo &helper)
{
    HelperSettings settings;
    settings.l3 = helper.l3;
    settings.l4 = helper.l4;
    settings.queue = helper.queue;
    settings.queueLength = helper.queueLength;
    settings.policies = helper.policies;
    settings.privateLength = helper.privateLength;
    settings.options = helper.options;
    if (!helper.script.isEmpty()) {
        settings.script = helper.script;
    }
    return settings;
}

} // namespace

HelpersPage::HelpersPage(HostSession *session, QWidget *parent)
    : Page(tr("Helpers"), session, parent)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_details(new HelperDetails(session, this))
{
    m_sorted->setSourceModel(session->helperModel());
    m_sorted->setSortRole(SortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table = createTable(m_sorted,
        {tr("restarting") + QStringLiteral("MMM"), QStringLiteral("netbios-ns"), QStringLiteral("tcp+udp  4+6"),
            QStringLiteral("65535"), QStringLiteral("100"), QStringLiteral("100,000"), QStringLiteral("100,000,000"),
            QStringLiteral("10,000"), QStringLiteral("100 µs"), QStringLiteral("10"), QString()},
        this);
    m_table->setAccessibleName(tr("Helpers"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HelperModel::NameColumn, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    createActions();
    buildTools();

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    setContent(splitter);

    emptyState()->setTexts(tr("No helper yet"),
        tr("Here would be the helpers of this machine: which protocol each one watches, whether it runs, and how much "
           "it "
           "has to do. Adding one takes three steps."),
        tr("Add helper…"));
    connect(emptyState()->button(), &QPushButton::clicked, this, &Page::addHelperRequested);
    connect(m_table, &QWidget::customContextMenuRequested, this, &HelpersPage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HelpersPage::selectionChanged);
    connect(m_details, &HelperDetails::errorHappened, this, &Page::errorHappened);
    const HelperStore *helpers = session->helpers();
    connect(helpers, &ObjectStoreSignals::reset, this, &HelpersPage::updateEmpty);
    connect(helpers, &ObjectStoreSignals::added, this, &HelpersPage::updateEmpty);
    connect(helpers, &ObjectStoreSignals::removed, this, &HelpersPage::updateEmpty);
    connect(helpers, &ObjectStoreSignals::changed, this, &HelpersPage::selectionChanged);
    updateEmpty();
}

void HelpersPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void HelpersPage::createActions()
{
    m_enable = new QAction(tr("Enable"), this);
    m_disable = new QAction(tr("Disable"), this);
    m_delete = new QAction(tr("Delete…"), this);
    connect(m_enable, &QAction::triggered, this, [this] { setEnabled(true); });
    connect(m_disable, &QAction::triggered, this, [this] { setEnabled(false); });
    connect(m_delete, &QAction::triggered, this, &HelpersPage::deleteSelected);
    m_delete->setShortcut(QKeySequence::Delete);
    m_delete->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(m_delete);
}

void HelpersPage::buildTools()
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter helpers"));
    m_filter->setMaximumWidth(240);
    connect(m_filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    auto *menuButton = new QToolButton(this);
    menuButton->setText(tr("Selected"));
    menuButton->setToolTip(tr("What can be done with the selected helper"));
    menuButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(menuButton);
    menu->addActions({m_enable, m_disable});
    menu->addSeparator();
    menu->addAction(m_delete);
    menuButton->setMenu(menu);
    auto *add = new QPushButton(tr("Add helper…"), this);
    add->setDefault(true);
    connect(add, &QPushButton::clicked, this, &Page::addHelperRequested);
    roomy(menuButton);
    roomy(add);
    tools()->addWidget(m_filter, 1);
    tools()->addStretch(1);
    tools()->addWidget(menuButton);
    tools()->addWidget(add);
}

const HelperInfo *HelpersPage::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        return nullptr;
    }
    return &session()->helperModel()->helper(m_sorted->mapToSource(rows.first()).row());
}

void HelpersPage::selectionChanged()
{
    const HelperInfo *helper = selected();
    m_details->show(helper);
    const bool own = helper && !helper->isForeign();
    const bool disabled = own && helper->state == QLatin1String("disabled");
    m_enable->setEnabled(own && (disabled || helper->state == QLatin1String("failed")));
    m_disable->setEnabled(own && !disabled);
    m_delete->setEnabled(own);
    m_delete->setText(own ? tr("Delete %1").arg(helper->name) : tr("Delete"));
}

void HelpersPage::showMenu(const QPoint &position)
{
    QMenu menu;
    menu.addActions({m_enable, m_disable});
    menu.addSeparator();
    menu.addAction(m_delete);
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

void HelpersPage::setEnabled(bool enabled)
{
    const HelperInfo *helper = selected();
    if (!helper) {
        return;
    }
    const auto request = enabled ? Requests::enableHelper(helper->name) : Requests::disableHelper(helper->name);
    session()->link()->call<Done>(request, this, [this](const Status &status) {
        if (!status) {
            emit errorHappened(QString::fromStdString(status.error().text));
        }
    });
}

// Not a question but a way back: what is deleted is remembered with its rules.
void HelpersPage::deleteSelected()
{
    const HelperInfo *found = selected();
    if (!found) {
        return;
    }
    const HelperInfo helper = *found;
    QList<RuleSettings> rules;
    for (const RuleInfo &rule : session()->rules()->items()) {
        if (rule.helper == helper.name) {
            rules.append(settingsOf(rule));
        }
    }
    session()->link()->call<Done>(
        Requests::deleteHelper(helper.name, true), this, [this, helper, rules](const Status &status) {
            if (!status) {
                emit errorHappened(QString::fromStdString(status.error().text));
                return;
            }
            emit undoOffered(tr("%1 was deleted, with %n rule(s).", nullptr, int(rules.size())).arg(helper.name),
                [this, helper, rules] { restore(helper, rules); });
        });
}

void HelpersPage::restore(const HelperInfo &helper, const QList<RuleSettings> &rules)
{
    const auto report = [this](const auto &result) {
        if (!result) {
            emit errorHappened(QString::fromStdString(result.error().text));
        }
        return result.ok();
    };
    BackendLink *link = session()->link();
    link->call<QString>(Requests::addHelper(helper.name, helperSettingsOf(helper)), this,
        [this, link, helper, rules, report](const Result<QString> &added) {
            if (!report(added)) {
                return;
            }
            for (const RuleSettings &rule : rules) {
                link->call<QString>(Requests::addRule(rule), this, report);
            }
            const bool disabled = helper.state == QLatin1String("disabled");
            link->call<Done>(
                disabled ? Requests::disableHelper(helper.name) : Requests::enableHelper(helper.name), this, report);
        });
}

void HelpersPage::updateEmpty()
{
    setEmpty(session()->helpers()->size() == 0);
    if (!selected() && m_sorted->rowCount() > 0) {
        m_table->selectRow(0);
    }
    selectionChanged();
}

} // namespace Trackhand
