// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/overviewpage.h"

#include "client/session/hostsession.h"
#include "ui/overview/evidenceopener.h"
#include "ui/overview/helpercard.h"
#include "ui/overview/historypanel.h"
#include "ui/overview/incidentlist.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/filewriter.h"
#include "ui/parts/flowlayout.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int GroupGap = 24;

QToolButton *toolButton(const QString &text, const QString &toolTip, const QKeySequence &keys, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setShortcut(keys);
    roomy(button);
    return button;
}

} // namespace

OverviewPage::OverviewPage(HostSession *session, QWidget *parent)
    : Page(tr("Overview"), session, parent)
    , m_cardArea(new QWidget(this))
    , m_history(new HistoryPanel(session->history(), this))
    , m_incidents(new IncidentList(session->incidents(), this))
    , m_evidence(new EvidenceOpener(session->link(), this))
    , m_subject(new QComboBox(this))
    , m_span(new QComboBox(this))
    , m_table(toolButton(tr("Table"), tr("Show the figures of the charts as a table (Ctrl+T)"),
          QKeySequence(Qt::CTRL | Qt::Key_T), this))
    , m_export(toolButton(tr("Export…"), tr("Save the figures that are shown as CSV (Ctrl+S)"), {}, this))
    , m_pause(toolButton(tr("Pause"), tr("Let charts and table stand still (Space)"), {}, this))
{
    buildTools();
    emptyState()->setTexts(tr("No helper yet"),
        tr("A helper watches one protocol and lets its related connections through: the data connections of FTP, the "
           "media streams of SIP. Its packets per second and what happens to it will show here."),
        tr("Add helper…"));
    connect(emptyState()->button(), &QPushButton::clicked, this, &Page::addHelperRequested);
    setContent(buildContent());
    connect(m_incidents, &IncidentList::pageRequested, this, &OverviewPage::showElsewhere);
    connect(m_incidents, &IncidentList::evidenceRequested, m_evidence, &EvidenceOpener::open);
    connect(m_evidence, &EvidenceOpener::opened, this, &Page::workbenchRequested);
    connect(m_evidence, &EvidenceOpener::failed, this, &Page::errorHappened);
    const HelperStore *helpers = session->helpers();
    connect(helpers, &ObjectStoreSignals::reset, this, &OverviewPage::updateHelpers);
    connect(helpers, &ObjectStoreSignals::added, this, &OverviewPage::updateHelpers);
    connect(helpers, &ObjectStoreSignals::removed, this, &OverviewPage::updateHelpers);
    connect(helpers, &ObjectStoreSignals::changed, this, &OverviewPage::updateCard);
    connect(session->history(), &HistoryStore::sampled, this, &OverviewPage::updateCards);
    updateHelpers();
    choose();
}

void OverviewPage::save()
{
    if (m_export->isVisible() && m_export->isEnabled()) {
        m_export->click();
    }
}

void OverviewPage::togglePause()
{
    m_pause->toggle();
}

void OverviewPage::lookFor(const QString &incident)
{
    m_incidents->select(incident.toULongLong());
}

void OverviewPage::goingOn()
{
    m_incidents->goOn();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    updateCards(); // what came while it was hidden
    m_incidents->goOn();
}

void OverviewPage::buildTools()
{
    m_subject->setAccessibleName(tr("Whose past the charts show"));
    m_subject->setToolTip(m_subject->accessibleName());
    m_subject->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_span->setAccessibleName(tr("How much of the past is shown"));
    m_span->setToolTip(tr("How much of the past is shown; as much of it as there is"));
    m_span->addItem(tr("10 min"), int(HistorySpan::TenMinutes));
    m_span->addItem(tr("1 h"), int(HistorySpan::OneHour));
    m_span->addItem(tr("6 h"), int(HistorySpan::SixHours));
    m_span->addItem(tr("24 h"), int(HistorySpan::OneDay));
    m_table->setCheckable(true);
    m_table->setAccessibleName(tr("Show as table"));
    m_pause->setCheckable(true);
    tools()->addStretch(1);
    for (QWidget *tool : std::initializer_list<QWidget *> {m_subject, m_span, m_table, m_export, m_pause}) {
        tools()->addWidget(tool);
    }
    connect(m_subject, &QComboBox::currentIndexChanged, this, &OverviewPage::choose);
    connect(m_span, &QComboBox::currentIndexChanged, this, &OverviewPage::choose);
    connect(m_table, &QToolButton::toggled, m_history, &HistoryPanel::showAsTable);
    connect(m_pause, &QToolButton::toggled, m_history, &HistoryPanel::setPaused);
    connect(m_export, &QToolButton::clicked, this, &OverviewPage::askWhereToExport);
}

QWidget *OverviewPage::buildContent()
{
    m_cardArea->setLayout(new FlowLayout(8, HelperCard::LeastWidth));
    m_cardArea->layout()->setContentsMargins(0, 0, 0, 0);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    layout->setContentsMargins(mirrored ? 8 : 0, 0, mirrored ? 0 : 8, 0); // beside the scroll bar
    layout->setSpacing(GroupGap);
    layout->addWidget(m_cardArea);
    layout->addWidget(m_history, 1);
    layout->addWidget(m_incidents);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

void OverviewPage::updateHelpers()
{
    const qsizetype helpers = session()->helpers()->size();
    while (m_cards.size() > helpers) {
        delete m_cards.takeLast();
    }
    while (m_cards.size() < helpers) {
        auto *card = new HelperCard(m_cardArea);
        connect(card, &HelperCard::clicked, this, [this, card] { showElsewhere(PageKind::Helpers, card->helper()); });
        m_cards.append(card);
        m_cardArea->layout()->addWidget(card);
        card->setVisible(true);
    }
    updateCards();
    updateSubjects();
    setEmpty(helpers == 0);
}

void OverviewPage::updateCards()
{
    for (int row = 0; row < session()->helpers()->size(); ++row) {
        updateCard(row);
    }
}

void OverviewPage::updateCard(int row)
{
    if (isVisible() && row < m_cards.size()) {
        const HelperInfo &helper = session()->helpers()->at(row);
        m_cards.at(row)->show(helper, session()->history()->points(helper.name, HistorySpan::TenMinutes));
    }
}

void OverviewPage::updateSubjects()
{
    QStringList names;
    for (const HelperInfo &helper : session()->helpers()->items()) {
        if (!helper.isForeign()) {
            names.append(helper.name);
        }
    }
    if (names.isEmpty() && !session()->isReady()) {
        return; // the choice outlives a backend that goes away and comes back
    }
    const QString chosen = m_subject->currentData().toString();
    {
        const QSignalBlocker quiet(m_subject);
        m_subject->clear();
        m_subject->addItem(tr("All helpers"), QString());
        for (const QString &name : std::as_const(names)) {
            m_subject->addItem(name, name);
        }
        m_subject->setCurrentIndex(qMax(0, m_subject->findData(chosen)));
    }
    if (m_subject->currentData().toString() != chosen) {
        choose();
    }
}

void OverviewPage::choose()
{
    m_history->setSubject(m_subject->currentData().toString(), span());
}

HistorySpan OverviewPage::span() const
{
    return HistorySpan(m_span->currentData().toInt());
}

void OverviewPage::showElsewhere(PageKind page, const QString &helper)
{
    if (page == PageKind::Helpers && !session()->helpers()->find(helper)) {
        emit errorHappened(tr("%1 is not there any more.").arg(helper));
        return;
    }
    emit pageRequested(page, helper);
}

void OverviewPage::askWhereToExport()
{
    const QString day = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm"));
    auto *dialog = new QFileDialog(this, tr("Export figures"), QString(), tr("Comma-separated values (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("trackhand-%1.csv").arg(day));
    connect(dialog, &QFileDialog::fileSelected, this, &OverviewPage::exportTo);
    dialog->open();
}

void OverviewPage::exportTo(const QString &path)
{
    writeFile(path, m_history->csv(), this, [this, path](const QString &trouble) {
        if (!trouble.isEmpty()) {
            emit errorHappened(tr("%1 could not be written: %2. Choose another place.").arg(path, trouble));
        }
        emit exported(path);
    });
}

} // namespace Trackhand
