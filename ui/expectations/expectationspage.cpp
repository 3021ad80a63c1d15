// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/expectations/expectationspage.h"

#include "client/filter/connectionfilter.h"
#include "client/models/expectationfilter.h"
#include "client/session/hostsession.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/filterfield.h"
#include "ui/parts/quietlabel.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace Trackhand {

ExpectationsPage::ExpectationsPage(HostSession *session, QWidget *parent)
    : Page(tr("Expectations"), session, parent)
    , m_shown(new ExpectationFilter(session->expectationModel(), this))
    , m_filter(
          new FilterField(tr("Filter expectations"), tr("helper == \"ftp\" && action in {expired, evicted}"), this))
    , m_counts(new QuietLabel(this))
{
    m_table = createTable(m_shown,
        {QStringLiteral("00:00:00.000"), QStringLiteral("netbios"), QStringLiteral("netbios"), QStringLiteral("tcp"),
            QStringLiteral("192.168.100.200"), QStringLiteral("192.168.100.200:50000"), QStringLiteral("10 min 10 s"),
            QStringLiteral("removed MM"), QString()},
        this);
    m_table->setAccessibleName(tr("Expectations"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ExpectationModel::TimeColumn, Qt::DescendingOrder);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    tools()->addWidget(m_filter, 1);
    createActions();
    setContent(buildContent());
    emptyState()->setTexts(tr("Nothing is expected"),
        tr("When a helper sees a connection announce another one, such as PORT or PASV in FTP, it makes an "
           "expectation, "
           "and the firewall lets that one connection through as related. Each shows here until it is matched or its "
           "time is over, and for a while after."));
    connect(m_filter, &FilterField::filterChanged, this, [this](const EventFilter &filter) {
        m_shown->setFilter(filter);
        updateCounts();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExpectationsPage::updateActions);
    connect(session->expectationModel(), &ExpectationModel::countsChanged, this, &ExpectationsPage::updateCounts);
    updateActions();
    updateCounts();
}

void ExpectationsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ExpectationsPage::goingOn()
{
    session()->expectationModel()->tick(std::uint64_t(QDateTime::currentMSecsSinceEpoch()) * 1'000'000);
}

void ExpectationsPage::lookFor(const QString &helper)
{
    m_filter->setText(QStringLiteral("helper == \"%1\"").arg(helper));
    m_filter->apply();
}

bool ExpectationsPage::showExpectation(const EventRecord &expectation)
{
    const QModelIndex wanted =
        session()->expectationModel()->index(session()->expectationModel()->rowOf(expectation), 0);
    if (!wanted.isValid()) {
        return false;
    }
    if (!m_shown->mapFromSource(wanted).isValid()) { // the filter hides it
        m_filter->clear();
        m_filter->apply();
    }
    m_table->setCurrentIndex(m_shown->mapFromSource(wanted));
    m_table->setFocus();
    return true;
}

void ExpectationsPage::createActions()
{
    m_showPackets = rowAction(tr("Show the packets that announced it"), {Qt::Key_Return, Qt::Key_Enter}, m_table);
    m_showFlow = rowAction(tr("Show its flow"), {flowKeys()}, m_table);
    m_showMaster = rowAction(tr("Show its master"), {masterKeys()}, m_table);
    connect(m_showPackets, &QAction::triggered, this, &ExpectationsPage::showPacketsOfMaster);
    connect(m_showFlow, &QAction::triggered, this, &ExpectationsPage::showFlow);
    connect(m_showMaster, &QAction::triggered, this, [this] { emit connectionRequested(selected().masterTuple()); });
    connect(m_table, &QTableView::doubleClicked, m_showPackets, &QAction::trigger);
}

QWidget *ExpectationsPage::buildContent()
{
    m_counts->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_filter->problem());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_counts);
    return content;
}

void ExpectationsPage::updateActions()
{
    for (QAction *action : {m_showPackets, m_showFlow, m_showMaster}) {
        action->setEnabled(m_table->currentIndex().isValid());
    }
}

void ExpectationsPage::updateCounts()
{
    const ExpectationModel *model = session()->expectationModel();
    const QLocale locale;
    const auto count = [&](EventAction fate) {
        return locale.toString(model->countOf(fate));
    };
    QString text = tr("%1 waiting, %2 matched, %3 expired, %4 evicted, %5 removed, %6 events lost")
                       .arg(locale.toString(model->waiting()), count(EventAction::Matched), count(EventAction::Expired),
                           count(EventAction::Evicted), count(EventAction::Removed), locale.toString(model->lost()));
    if (m_shown->rowCount() != model->rowCount()) {
        text = tr("%1 of %2 shown").arg(locale.toString(m_shown->rowCount()), locale.toString(model->rowCount()))
            + QStringLiteral(" · ") + text;
    }
    m_counts->setText(text);
    setEmpty(model->rowCount() == 0);
}

EventRecord ExpectationsPage::selected() const
{
    return session()->expectationModel()->recordAt(m_shown->mapToSource(m_table->currentIndex()).row());
}

void ExpectationsPage::showPacketsOfMaster()
{
    const EventRecord expectation = selected();
    const Tuple master = expectation.masterTuple();
    session()->flowModel()->catchUp();
    const QModelIndex flow = session()->flowModel()->indexOfConnection(master);
    const Tuple reply = flow.isValid() ? session()->flowModel()->recordAt(flow).replyTuple() : Tuple();
    emit packetsRequested(connectionFilter(master, reply), expectation.timeNs);
}

// The connection that came of it.
void ExpectationsPage::showFlow()
{
    FlowModel *flows = session()->flowModel();
    flows->catchUp();
    const QModelIndex expectation = flows->indexOfExpectation(selected());
    if (expectation.isValid() && flows->rowCount(expectation) > 0) {
        emit connectionRequested(flows->recordAt(flows->index(0, 0, expectation)).tuple());
    } else {
        emit noteHappened(tr("No connection is known that came of this expectation."));
    }
}

} // namespace Trackhand
