// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/flows/flowspage.h"

#include "client/filter/connectionfilter.h"
#include "client/models/flowfilter.h"
#include "client/session/hostsession.h"
#include "ui/flows/flowtree.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/filterfield.h"
#include "ui/parts/quietlabel.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

bool isExpectation(const EventRecord &record)
{
    return record.kind == EventKind::Expectation;
}

} // namespace

FlowsPage::FlowsPage(HostSession *session, QWidget *parent)
    : Page(tr("Flows"), session, parent)
    , m_shown(new FlowFilter(session->flowModel(), this))
    , m_tree(new FlowTree(m_shown, this))
    , m_filter(new FilterField(tr("Filter flows"), tr("helper == \"ftp\" && addr == 10.0.1.0/24"), this))
    , m_counts(new QuietLabel(this))
    , m_refusal(new QWidget(this))
    , m_ask(new QPushButton(tr("Ask again"), m_refusal))
{
    tools()->addWidget(m_filter, 1);
    createActions();
    setContent(buildContent());
    emptyState()->setTexts(tr("No flow yet"),
        tr("Here would be the connections that a helper watches, what it expects on each of them, and the connections "
           "that came of it, with their bytes and packets. None has come so far: is there a helper that runs, a rule "
           "that gives it traffic, and traffic?"),
        tr("Add helper…"));
    connect(emptyState()->button(), &QPushButton::clicked, this, &Page::addHelperRequested);
    connect(m_filter, &FilterField::filterChanged, this, [this](const EventFilter &filter) {
        m_shown->setFilter(filter);
        updateCounts();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FlowsPage::updateActions);
    connect(m_ask, &QPushButton::clicked, session->flowList(), &FlowList::ask);
    connect(session->flowList(), &FlowList::refusalChanged, this, &FlowsPage::updateRefusal);
    connect(session->flowModel(), &FlowModel::countsChanged, this, &FlowsPage::updateCounts);
    updateActions();
    updateRefusal();
    updateCounts();
}

void FlowsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void FlowsPage::goingOn()
{
    session()->flowList()->refresh();
    session()->flowModel()->tick(std::uint64_t(QDateTime::currentMSecsSinceEpoch()) * 1'000'000);
    m_tree->repaintTimes();
}

void FlowsPage::lookFor(const QString &helper)
{
    m_filter->setText(QStringLiteral("helper == \"%1\"").arg(helper));
    m_filter->apply();
}

bool FlowsPage::showConnection(const Tuple &connection)
{
    session()->flowModel()->catchUp();
    return select(session()->flowModel()->indexOfConnection(connection));
}

bool FlowsPage::showExpectation(const EventRecord &expectation)
{
    session()->flowModel()->catchUp();
    return select(session()->flowModel()->indexOfExpectation(expectation));
}

void FlowsPage::showEvent(QShowEvent *event)
{
    session()->flowModel()->setPace(FlowModel::ShownPaceMs);
    goingOn();
    Page::showEvent(event);
}

void FlowsPage::hideEvent(QHideEvent *event)
{
    session()->flowModel()->setPace(FlowModel::HiddenPaceMs);
    Page::hideEvent(event);
}

void FlowsPage::createActions()
{
    m_showPackets = rowAction(tr("Show its packets"), {Qt::Key_Return, Qt::Key_Enter}, m_tree);
    m_showMaster = rowAction(tr("Show its master"), {masterKeys()}, m_tree);
    m_showExpectation = rowAction(tr("Show its expectation"), {expectationKeys()}, m_tree);
    connect(m_showPackets, &QAction::triggered, this, &FlowsPage::openPackets);
    connect(m_showMaster, &QAction::triggered, this, &FlowsPage::showMaster);
    connect(m_showExpectation, &QAction::triggered, this, &FlowsPage::showExpectationsPage);
    connect(m_tree, &QTreeView::doubleClicked, m_showPackets, &QAction::trigger);
}

QWidget *FlowsPage::buildContent()
{
    auto *said = new QLabel(
        tr("Bytes and packets are not followed any more: asking for them again needs your password."), m_refusal);
    said->setWordWrap(true);
    auto *refusal = new QHBoxLayout(m_refusal);
    refusal->setContentsMargins(0, 0, 0, 0);
    refusal->setSpacing(8);
    refusal->addWidget(said, 1);
    refusal->addWidget(m_ask);
    m_counts->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_filter->problem());
    layout->addWidget(m_refusal);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_counts);
    return content;
}

bool FlowsPage::select(const QModelIndex &index)
{
    if (!index.isValid()) {
        return false;
    }
    if (!m_tree->select(index)) { // the filter hides it
        m_filter->clear();
        m_filter->apply();
        m_tree->select(index);
    }
    m_tree->setFocus();
    return true;
}

void FlowsPage::updateActions()
{
    const QModelIndex row = m_tree->selected();
    m_showPackets->setEnabled(row.isValid());
    m_showMaster->setEnabled(row.parent().isValid());
    m_showExpectation->setEnabled(row.isValid()
        && (isExpectation(session()->flowModel()->recordAt(row))
            || (row.parent().isValid() && isExpectation(session()->flowModel()->recordAt(row.parent())))));
}

void FlowsPage::updateCounts()
{
    const FlowModel *model = session()->flowModel();
    const QLocale locale;
    QString text =
        tr("%1 live, %2 expected, %3 events lost")
            .arg(locale.toString(model->live()), locale.toString(model->waiting()), locale.toString(model->lost()));
    if (model->leftOut() > 0) {
        text = tr("%1 more do not fit here").arg(locale.toString(model->leftOut())) + QStringLiteral(" · ") + text;
    }
    if (m_shown->rowCount() == 0) {
        text = tr("The filter lets nothing through") + QStringLiteral(" · ") + text;
    }
    m_counts->setText(text);
    setEmpty(model->rowCount() == 0);
}

void FlowsPage::updateRefusal()
{
    m_refusal->setVisible(session()->flowList()->isRefused());
}

// Those of the connection itself and of its masters: a connection that was let in rarely has a helper of its own, so
// the packets about it are those that announced it.
void FlowsPage::openPackets()
{
    QStringList filters;
    const FlowModel *model = session()->flowModel();
    for (QModelIndex row = m_tree->selected(); row.isValid() && filters.size() < 2; row = row.parent()) {
        const EventRecord &record = model->recordAt(row);
        if (!isExpectation(record)) {
            filters.append(connectionFilter(record.tuple(), record.replyTuple()));
        }
    }
    const EventRecord &record = model->recordAt(m_tree->selected());
    const bool isAlone = filters.size() == 1;
    emit packetsRequested(isAlone ? filters.first() : QStringLiteral("(%1) || (%2)").arg(filters.at(0), filters.at(1)),
        isExpectation(record) ? record.timeNs : 0);
}

void FlowsPage::showMaster()
{
    QModelIndex master = m_tree->selected().parent();
    while (master.isValid() && isExpectation(session()->flowModel()->recordAt(master))) {
        master = master.parent();
    }
    m_tree->select(master);
}

void FlowsPage::showExpectationsPage()
{
    const QModelIndex row = m_tree->selected();
    const EventRecord &record = session()->flowModel()->recordAt(row);
    emit expectationRequested(isExpectation(record) ? record : session()->flowModel()->recordAt(row.parent()));
}

} // namespace Trackhand
