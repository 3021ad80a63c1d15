// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/incidentlist.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int RowsAtOnce = 6;

QKeySequence evidenceKeys()
{
    return Qt::CTRL | Qt::Key_I;
}

} // namespace

IncidentList::IncidentList(const IncidentStore *incidents, QWidget *parent)
    : QWidget(parent)
    , m_model(incidents)
    , m_table(createTable(&m_model,
          {tr("59 min ago"), tr("attention") + QStringLiteral("MMM"), QStringLiteral("netbios-ns"), QString()}, this))
    , m_empty(new QLabel(tr("Nothing out of the ordinary. What happens to helpers and rules is listed here: a process "
                            "that died and was started again, a rule that another program had removed."),
          this))
    , m_show(new QToolButton(this))
    , m_packets(new QToolButton(this))
    , m_evidence(new QToolButton(this))
    , m_openEvidence(rowAction(tr("Open the evidence"), {evidenceKeys()}, m_table))
{
    m_table->setAccessibleName(tr("What happened"));
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(buildHeading());
    layout->addWidget(m_empty);
    layout->addWidget(m_table);
    connect(m_table, &QTableView::activated, this, &IncidentList::showSubject);
    connect(m_show, &QToolButton::clicked, this, &IncidentList::showSubject);
    connect(m_packets, &QToolButton::clicked, this, &IncidentList::showPackets);
    connect(m_evidence, &QToolButton::clicked, this, &IncidentList::showEvidence);
    connect(m_openEvidence, &QAction::triggered, this, &IncidentList::showEvidence);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &IncidentList::updateButtons);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, signal, this, &IncidentList::updateHeight);
    }
    connect(&m_model, &QAbstractItemModel::modelReset, this, &IncidentList::updateHeight);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_wanted != 0) {
            select(m_wanted);
        }
    });
    updateHeight();
}

void IncidentList::select(quint64 timeNs)
{
    m_wanted = timeNs;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.incident(row).timeNs == timeNs) {
            m_table->selectRow(row);
            m_table->scrollTo(m_table->currentIndex());
            m_table->setFocus();
            m_wanted = 0;
            return;
        }
    }
}

QWidget *IncidentList::buildHeading()
{
    auto *row = new QWidget(this);
    auto *title = new QLabel(tr("What happened"), row);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    m_show->setText(tr("Show"));
    m_show->setToolTip(tr("Show the helper or the rules that this is about (Enter)"));
    m_packets->setText(tr("Packets"));
    m_packets->setToolTip(tr("Show the packets of the helper that this is about"));
    m_evidence->setText(tr("Evidence"));
    m_evidence->setToolTip(tr("Open the packets that the helper process had before it when it died (%1)")
                               .arg(evidenceKeys().toString(QKeySequence::NativeText)));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addStretch(1);
    layout->addWidget(m_show);
    layout->addWidget(m_packets);
    layout->addWidget(m_evidence);
    roomy(m_show);
    roomy(m_packets);
    roomy(m_evidence);
    return row;
}

const IncidentInfo *IncidentList::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model.incident(index.row()) : nullptr;
}

void IncidentList::updateButtons()
{
    const IncidentInfo *incident = current();
    m_show->setEnabled(incident && (!incident->helper.isEmpty() || incident->aboutRules));
    m_packets->setEnabled(incident && !incident->helper.isEmpty());
    const bool kept = incident && !incident->evidence.isEmpty();
    m_evidence->setEnabled(kept);
    m_openEvidence->setEnabled(kept);
}

/// As high as its rows: the page scrolls, and the table only beyond a few.
void IncidentList::updateHeight()
{
    const int rows = m_model.rowCount();
    m_empty->setVisible(rows == 0);
    m_table->setVisible(rows != 0);
    m_show->setVisible(rows != 0);
    m_packets->setVisible(rows != 0);
    m_evidence->setVisible(rows != 0);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
        + qMin(rows, RowsAtOnce) * m_table->verticalHeader()->defaultSectionSize());
    updateButtons();
}

void IncidentList::showSubject()
{
    const IncidentInfo *incident = current();
    if (incident && !incident->helper.isEmpty()) {
        emit pageRequested(PageKind::Helpers, incident->helper);
    } else if (incident && incident->aboutRules) {
        emit pageRequested(PageKind::Rules, {});
    }
}

void IncidentList::showPackets()
{
    if (const IncidentInfo *incident = current(); incident && !incident->helper.isEmpty()) {
        emit pageRequested(PageKind::Packets, incident->helper);
    }
}

void IncidentList::showEvidence()
{
    if (const IncidentInfo *incident = current(); incident && !incident->evidence.isEmpty()) {
        emit evidenceRequested(incident->evidence);
    }
}

} // namespace Trackhand
