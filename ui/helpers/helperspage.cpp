// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpers/helperspage.h"

#include "client/models/diagnosischain.h"
#include "client/models/helpertext.h"
#include "client/models/modelroles.h"
#include "client/session/hostsession.h"
#include "ui/helpers/helperbackup.h"
#include "ui/helpers/helperdetails.h"
#include "ui/helpers/helpereditor.h"
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
            QStringLiteral("10,000"), latencyNsText(100'000), QStringLiteral("10"), QString()},
        this);
    m_table->setAccessibleName(tr("Helpers"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HelperModel::NameColumn, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    createActions();
    buildTools();

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("helpers"));
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
    connect(m_table, &QTableView::doubleClicked, m_change, &QAction::trigger);
    connect(m_table, &QWidget::customContextMenuRequested, this, &HelpersPage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HelpersPage::selectionChanged);
    connectDetails();
    const HelperStore *helpers = session->helpers();
    connect(helpers, &ObjectStoreSignals::reset, this, &HelpersPage::updateEmpty);
    connect(helpers, &ObjectStoreSignals::added, this, &HelpersPage::updateEmpty);
    connect(helpers, &ObjectStoreSignals::removed, this, &HelpersPage::updateEmpty);
    connect(helpers, &ObjectStoreSignals::changed, this, &HelpersPage::selectionChanged);
    updateEmpty();
}

void HelpersPage::connectDetails()
{
    connect(m_details, &HelperDetails::errorHappened, this, &Page::errorHappened);
    connect(m_details, &HelperDetails::undoOffered, this, &Page::undoOffered);
    connect(m_details, &HelperDetails::showRequested, this, &HelpersPage::showElsewhere);
    connect(m_details, &HelperDetails::diagnosingChanged, m_leaveDiagnosis, &QAction::setEnabled);
    connect(m_details, &HelperDetails::registeredAgain, this, [this](const QString &helper) {
        select(helper);
        m_details->diagnose();
    });
}

void HelpersPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void HelpersPage::lookFor(const QString &helper)
{
    m_filter->clear(); // it may hide this one
    select(helper);
    m_table->setFocus(Qt::OtherFocusReason);
}

void HelpersPage::createActions()
{
    m_enable = new QAction(tr("Enable"), this);
    m_disable = new QAction(tr("Disable"), this);
    m_change = new QAction(tr("Change…"), this);
    m_change->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_delete = new QAction(tr("Delete…"), this);
    connect(m_enable, &QAction::triggered, this, [this] { setEnabled(true); });
    connect(m_disable, &QAction::triggered, this, [this] { setEnabled(false); });
    connect(m_delete, &QAction::triggered, this, &HelpersPage::deleteSelected);
    m_delete->setShortcut(QKeySequence::Delete);
    connect(m_change, &QAction::triggered, this, &HelpersPage::changeSelected);
    for (QAction *action : {m_change, m_delete}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_table->addAction(action);
    }
    m_diagnose = new QAction(tr("Why is it not working?"), this);
    m_diagnose->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_leaveDiagnosis = new QAction(this);
    m_leaveDiagnosis->setShortcut(QKeySequence(Qt::Key_Escape));
    m_leaveDiagnosis->setEnabled(false);
    connect(m_diagnose, &QAction::triggered, m_details, &HelperDetails::diagnose);
    connect(m_leaveDiagnosis, &QAction::triggered, m_details, &HelperDetails::endDiagnosis);
    for (QAction *action : {m_diagnose, m_leaveDiagnosis}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
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
    menu->addActions({m_change, m_diagnose, m_enable, m_disable});
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
    m_change->setEnabled(own);
    m_change->setText(own ? tr("Change %1…").arg(helper->name) : tr("Change…"));
    m_delete->setEnabled(own);
    m_diagnose->setEnabled(helper != nullptr);
    m_delete->setText(own ? tr("Delete %1").arg(helper->name) : tr("Delete"));
}

void HelpersPage::showMenu(const QPoint &position)
{
    QMenu menu;
    menu.addActions({m_change, m_diagnose, m_enable, m_disable});
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
    session()->link()->call<Done>(request, this, [this](const Status &status) { report(status); });
}

void HelpersPage::changeSelected()
{
    const HelperInfo *helper = selected();
    if (!helper) {
        return;
    }
    const bool hasRules = session()->rules()->countOf(helper->name) > 0;
    auto *editor = new HelperEditor(session()->link(), *helper, hasRules, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        editor, &HelperEditor::submitted, this, [this, editor](const HelperChange &wanted) { change(editor, wanted); });
    editor->open();
}

void HelpersPage::change(HelperEditor *editor, const HelperChange &change)
{
    carryOut(session()->link(), change, editor, [this, editor, change](const Status &status, bool partly) {
        if (!status) {
            const HelperInfo *now = session()->helpers()->find(change.helper);
            editor->showRefusal(QString::fromStdString(status.error().text), partly, now ? *now : editor->before());
            return;
        }
        const HelperChange back = reverseOf(change, editor->before(), editor->protocol());
        editor->accept();
        emit undoOffered(tr("%1 was changed.").arg(change.helper), [this, back] {
            carryOut(session()->link(), back, this, [this](const Status &undone, bool) { report(undone); });
        });
    });
}

// Not a question but a way back: what is deleted is remembered with its rules.
void HelpersPage::deleteSelected()
{
    const HelperInfo *found = selected();
    if (!found) {
        return;
    }
    const HelperBackup backup = HelperBackup::of(*found, *session()->rules());
    session()->link()->call<Done>(
        Requests::deleteHelper(found->name, true), this, [this, backup](const Status &status) {
            report(status);
            if (status) {
                emit undoOffered(
                    tr("%1 was deleted, with %n rule(s).", nullptr, int(backup.rules.size())).arg(backup.helper.name),
                    [this, backup] {
                        restoreHelper(
                            session()->link(), backup, this, [this](const Status &restored) { report(restored); });
                    });
            }
        });
}

void HelpersPage::report(const Status &status)
{
    if (!status) {
        emit errorHappened(QString::fromStdString(status.error().text));
    }
}

void HelpersPage::select(const QString &helper)
{
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        if (session()->helperModel()->helper(m_sorted->mapToSource(m_sorted->index(row, 0)).row()).name == helper) {
            m_table->setCurrentIndex(m_sorted->index(row, 0));
        }
    }
}

void HelpersPage::showElsewhere(Cure what, const QString &helper)
{
    const PageKind page = what == Cure::ShowRules ? PageKind::Rules
        : what == Cure::ShowPackets               ? PageKind::Packets
                                                  : PageKind::Expectations;
    emit pageRequested(page, helper);
}

void HelpersPage::updateEmpty()
{
    setEmpty(session()->helpers()->size() == 0);
    if (!selected() && m_sorted->rowCount() > 0) {
        m_table->setCurrentIndex(m_sorted->index(0, 0));
    }
    selectionChanged();
}

} // namespace Trackhand
