// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/hostview.h"

#include "client/doctor/doctor.h"
#include "ui/capture/capturesource.h"
#include "ui/expectations/expectationspage.h"
#include "ui/flows/flowspage.h"
#include "ui/helpers/helperspage.h"
#include "ui/overview/overviewpage.h"
#include "ui/packets/packetspage.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/messagebar.h"
#include "ui/rules/rulespage.h"
#include "ui/wizard/addhelperwizard.h"
#include "ui/workbench/workbenchpage.h"

#include <QDir>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

QString fromStd(const std::string &text)
{
    return QString::fromStdString(text);
}

/// What `trackhandctl doctor` says about this machine's kernel; "" when it says nothing bad.
QString kernelTrouble()
{
    const auto checks = Doctor().examine();
    const DoctorCheck *failure = Doctor::kernelFailure(checks);
    return failure ? HostView::tr("%1: %2.").arg(failure->text, failure->remedy) : QString();
}

QString labOffer()
{
    return HostView::tr("To see Trackhand at work without touching this machine, run ./lab/up in its source tree: it "
                        "starts a small virtual machine with a client, a router and a server, and opens this window on "
                        "it.");
}

} // namespace

HostView::HostView(const HostAddress &host, const QString &sshConfigFile, const QString &busAddress, QWidget *parent)
    : QWidget(parent)
    , m_session(host, sshConfigFile, busAddress)
    , m_messages(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_absence(new EmptyState(this))
{
    m_stack->addWidget(m_absence);
    addPage(new OverviewPage(&m_session, this));
    addPage(new HelpersPage(&m_session, this));
    addPage(new RulesPage(&m_session, this));
    addPage(new PacketsPage(&m_session, this));
    addPage(new ExpectationsPage(&m_session, this));
    addPage(new FlowsPage(&m_session, this));
    addPage(new WorkbenchPage(&m_session, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    connect(m_absence->button(), &QPushButton::clicked, this, [this] { m_session.open(); });
    connect(&m_session, &HostSession::stateChanged, this, &HostView::updateState);
    connect(&m_session, &HostSession::managerChanged, this, &HostView::updateState);
    connect(&m_session, &HostSession::trafficFailed, this, &HostView::reportTraffic);
    connect(&m_session, &HostSession::trafficWorks, this, [this] {
        if (std::exchange(m_trafficTrouble, false)) {
            m_messages->dismiss();
        }
    });
    const HelperStore *helpers = m_session.helpers();
    for (const auto signal : {&ObjectStoreSignals::added, &ObjectStoreSignals::removed}) {
        connect(helpers, signal, this, &HostView::stateChanged);
    }
    connect(helpers, &ObjectStoreSignals::changed, this, &HostView::stateChanged);
    connect(helpers, &ObjectStoreSignals::reset, this, &HostView::stateChanged);
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            currentPage()->goingOn();
        }
    });
    clock->start(1000);
    updateState();
}

Page *HostView::currentPage() const
{
    return m_pages.at(isCapture() ? int(PageKind::Packets) : m_index);
}

void HostView::showPage(int index)
{
    m_index = index;
    updateState();
}

void HostView::lookFor(int page, const QString &subject)
{
    if (subject.isEmpty()) {
        return;
    }
    m_lookLater = [this, page, subject] {
        m_pages.at(page)->lookFor(subject);
    };
    updateState();
}

void HostView::openCapture(const QString &file)
{
    m_capture = file;
    EmptyState *empty = m_pages.at(int(PageKind::Packets))->emptyState();
    empty->setTexts(tr("Reading the capture"), QDir::toNativeSeparators(file));
    const auto bytes = std::make_shared<CaptureBytes>();
    m_session.payloads()->readCapture([bytes](const EventRecord &event) { return bytes->of(event.sequence); });
    m_session.packetFeed()->startSource([this, file, bytes](std::shared_ptr<EventQueue> queue) {
        auto source = std::make_unique<CaptureSource>(file, m_session.packetModel()->capacity(), queue, bytes);
        connect(source.get(), &CaptureSource::ended, this, &HostView::captureRead, Qt::QueuedConnection);
        return source;
    });
    updateState();
}

void HostView::addHelper()
{
    if (isCapture()) {
        return;
    }
    auto *wizard = new AddHelperWizard(m_session.link(), m_session.helpers(), this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &AddHelperWizard::helperAdded, this,
        [this](const QString &name) { m_messages->showNote(tr("%1 was added.").arg(name)); });
    wizard->open();
}

QString HostView::stateWord() const
{
    if (isCapture()) {
        return m_captureTrouble ? tr("capture, not whole") : tr("capture");
    }
    switch (m_session.link()->state()) {
    case BackendLink::State::Connecting:
        return tr("connecting");
    case BackendLink::State::Closed:
        return tr("not reached");
    case BackendLink::State::Waiting:
        return tr("no backend");
    case BackendLink::State::Ready:
        break;
    }
    switch (stateKind()) {
    case StateKind::Running:
        return tr("running");
    case StateKind::Disabled:
        return tr("nothing enabled");
    case StateKind::Attention:
        return tr("attention");
    case StateKind::Failed:
        break;
    }
    return tr("failed");
}

StateKind HostView::stateKind() const
{
    if (isCapture()) {
        return m_captureTrouble ? StateKind::Attention : StateKind::Disabled;
    }
    if (!m_session.isReady()) {
        return StateKind::Disabled;
    }
    return m_session.manager().kernelSupported ? overallState(m_session.helpers()->items()) : StateKind::Attention;
}

void HostView::addPage(Page *page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    connect(page, &Page::addHelperRequested, this, &HostView::addHelper);
    connect(page, &Page::pageRequested, this, [this](PageKind kind, const QString &helper) {
        emit pageRequested(int(kind));
        m_pages.at(int(kind))->lookFor(helper);
    });
    connect(page, &Page::errorHappened, this, [this](const QString &text) { m_messages->showError(text); });
    connect(page, &Page::noteHappened, this, [this](const QString &text) { m_messages->showNote(text); });
    connectWays(page);
    connect(page, &Page::undoOffered, this, [this](const QString &text, const std::function<void()> &undo) {
        m_messages->showNote(text, tr("Undo"), undo);
    });
}

// From a row to what it is about, on another page.
void HostView::connectWays(Page *page)
{
    const auto show = [this](PageKind kind) {
        emit pageRequested(int(kind));
    };
    connect(page, &Page::packetsRequested, this, [this, show](const QString &filter, std::uint64_t timeNs) {
        show(PageKind::Packets);
        m_pages.at(int(PageKind::Packets))->showPackets(filter, timeNs);
    });
    connect(page, &Page::workbenchRequested, this, [this, show](const QString &capture) {
        show(PageKind::Workbench);
        static_cast<WorkbenchPage *>(m_pages.at(int(PageKind::Workbench)))->openCapture(capture);
    });
    connect(page, &Page::connectionRequested, this, [this, show](const Tuple &connection) {
        if (m_pages.at(int(PageKind::Flows))->showConnection(connection)) {
            show(PageKind::Flows);
        } else {
            m_messages->showNote(tr("This connection is not among the flows: it ended a while ago, or nobody looked."));
        }
    });
    connect(page, &Page::expectationRequested, this, [this, show](const EventRecord &expectation) {
        if (m_pages.at(int(PageKind::Expectations))->showExpectation(expectation)) {
            show(PageKind::Expectations);
        } else {
            m_messages->showNote(tr("This expectation is not in the list any more."));
        }
    });
}

void HostView::updateState()
{
    const bool usable = isCapture() || (m_session.isReady() && m_session.manager().kernelSupported);
    if (!usable) {
        showAbsence();
    }
    // Scripts are written and tried without any backend.
    const bool shown = usable || currentPage() == m_pages.at(int(PageKind::Workbench));
    m_stack->setCurrentWidget(shown ? currentPage() : static_cast<QWidget *>(m_absence));
    if (usable && m_lookLater) {
        std::exchange(m_lookLater, {})();
    }
    emit stateChanged();
}

void HostView::showAbsence()
{
    const BackendLink *link = m_session.link();
    const QString problem = fromStd(link->problem().text);
    if (m_session.isReady()) {
        m_absence->setTexts(tr("This kernel cannot run user-space helpers"),
            m_session.manager().problem + QStringLiteral("\n\n") + labOffer());
    } else if (link->state() == BackendLink::State::Connecting) {
        m_absence->setTexts(tr("Connecting"), link->host().isLocal() ? QString() : link->host().toString());
    } else if (!link->host().isLocal()) {
        m_absence->setTexts(tr("No backend on this host"), problem, tr("Try again"));
    } else {
        const QString kernel = kernelTrouble();
        const QString text = kernel.isEmpty() ? problem + QLatin1Char('.') : problem + QStringLiteral(".\n\n") + kernel;
        m_absence->setTexts(
            tr("No backend on this machine"), text + QStringLiteral("\n\n") + labOffer(), tr("Try again"));
    }
}

void HostView::captureRead(const CaptureSummary &summary)
{
    m_session.packetFeed()->finish();
    m_captureTrouble = !summary.problem.isEmpty();
    m_pages.at(int(PageKind::Packets))
        ->emptyState()
        ->setTexts(
            tr("No packets in this capture"), m_captureTrouble ? summary.problem : QDir::toNativeSeparators(m_capture));
    QStringList remarks;
    if (summary.foreign != 0) {
        remarks.append(tr("%n frame(s) carry no IP and are not shown.", nullptr, int(summary.foreign)));
    }
    if (summary.full) {
        remarks.append(tr("The capture has more packets; the first %n are shown.", nullptr, int(summary.packets)));
    }
    if (summary.withoutBytes) {
        remarks.append(tr("The bytes of the later ones do not fit into memory."));
    }
    if (m_captureTrouble) {
        m_messages->showError(summary.problem);
    } else if (!remarks.isEmpty()) {
        m_messages->showNote(remarks.join(QLatin1Char(' ')));
    }
    emit stateChanged();
}

void HostView::reportTraffic(const Error &error)
{
    m_trafficTrouble = true;
    m_messages->showError(tr("Packets and expectations cannot be shown: %1").arg(fromStd(error.text)), tr("Try again"),
        [this] { m_session.retryTraffic(); });
}

} // namespace Trackhand
