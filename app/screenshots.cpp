// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/screenshots.h"

#include "ui/helpers/chainview.h"
#include "ui/helpers/diagnosisview.h"
#include "ui/helpers/helperdetails.h"
#include "ui/helpers/helperspage.h"
#include "ui/packets/packetspage.h"
#include "ui/parts/page.h"
#include "ui/window/hostview.h"
#include "ui/window/mainwindow.h"
#include "ui/wizard/addhelperwizard.h"
#include "ui/workbench/runpane.h"
#include "ui/workbench/workbenchpage.h"

#include <QAction>
#include <QDir>
#include <QPushButton>
#include <QTableView>
#include <QTextStream>
#include <algorithm>
#include <iterator>

namespace Trackhand {

namespace {

constexpr int PollMs = 100;
constexpr qint64 SettleMs = 700; // charts draw at most four times a second
constexpr qint64 PatienceMs = 20'000;
constexpr int PointsForAChart = 12; // seconds: fewer make no line worth looking at

} // namespace

Screenshots::Screenshots(MainWindow *window, const QString &directory, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_directory(directory)
{
    addPageShots();
    addDiagnosisShot();
    addWizardShots();
    m_timer.setInterval(PollMs);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::check);
}

void Screenshots::start()
{
    QDir().mkpath(m_directory);
    m_shots.front().prepare();
    m_waited.start();
    m_timer.start();
}

void Screenshots::addPageShots()
{
    const auto subject = [this]() -> QWidget * {
        return m_window;
    };
    const char *names[] = {"overview", "helpers", "rules", "packets", "expectations", "flows", "workbench"};
    for (int page = 0; page < int(std::size(names)); ++page) {
        const auto filled = [this, page] {
            HostSession *session = m_window->currentHost()->session();
            const auto points = session->history()->pointsOfAll(HistorySpan::TenMinutes);
            const bool chart = std::count_if(points.cbegin(), points.cend(), [](const HistoryPoint &point) {
                return point.isKnown();
            }) >= PointsForAChart;
            return session->isReady() && !m_window->currentHost()->pages().at(page)->isEmpty() && (page != 0 || chart)
                && (page != int(PageKind::Workbench) || workbench()->results()->run());
        };
        const auto prepare = [this, page] {
            m_window->showPage(page);
            if (page == int(PageKind::Packets)) {
                m_window->currentHost()->session()->payloads()->ask();
            } else if (page == int(PageKind::Workbench)) {
                workbench()->openExample(QStringLiteral("ftp"));
            }
        };
        m_shots.push_back({QString::fromLatin1(names[page]), prepare, filled, subject});
    }
}

void Screenshots::addDiagnosisShot()
{
    const auto helpers = [this] {
        return static_cast<HelpersPage *>(m_window->currentHost()->pages().at(int(PageKind::Helpers)));
    };
    const auto prepare = [this, helpers] {
        m_window->showPage(int(PageKind::Helpers));
        helpers()->diagnoseAction()->trigger();
    };
    const auto ready = [helpers] {
        return helpers()->details()->diagnosisView()->chain()->model()->rowCount() != 0;
    };
    m_shots.push_back({QStringLiteral("diagnosis"), prepare, ready, [this] {
                           return m_window;
                       }});
}

void Screenshots::addWizardShots()
{
    const auto subject = [this]() -> QWidget * {
        return wizard();
    };
    for (int step = 0; step < 3; ++step) {
        const auto prepare = [this, step] {
            if (step == 0) {
                m_window->currentHost()->addHelper();
            } else if (wizard()) {
                wizard()->nextButton()->click();
            }
        };
        const auto ready = [this, step] {
            return wizard() && int(wizard()->step()) == step && wizard()->nextButton()->isEnabled();
        };
        m_shots.push_back({QStringLiteral("add-helper-%1").arg(step + 1), prepare, ready, subject});
    }
}

void Screenshots::check()
{
    const Shot &shot = m_shots[m_index];
    const bool settled = m_waited.elapsed() >= SettleMs && shot.ready();
    const qint64 patience = m_window->currentHost()->session()->isReady() || m_index == 0 ? PatienceMs : SettleMs;
    if (!settled && m_waited.elapsed() < patience) {
        return;
    }
    if (!write(shot)) {
        m_timer.stop();
        emit finished(1);
        return;
    }
    next();
}

void Screenshots::next()
{
    if (++m_index == m_shots.size()) {
        m_timer.stop();
        emit finished(0);
        return;
    }
    m_shots[m_index].prepare();
    m_waited.restart();
}

// Puts the newest row in hand, so that the picture shows the details too.
void Screenshots::selectNewest()
{
    auto *page = qobject_cast<PacketsPage *>(m_window->currentHost()->currentPage());
    QTableView *table = page ? page->table() : nullptr;
    if (table && table->model()->rowCount() > 0 && !table->currentIndex().isValid()) {
        table->selectRow(table->model()->rowCount() - 1);
    }
}

bool Screenshots::write(const Shot &shot)
{
    selectNewest();
    const QString path = QDir(m_directory).filePath(shot.name + QStringLiteral(".png"));
    QWidget *subject = shot.subject();
    if (!subject || !subject->grab().save(path)) {
        QTextStream(stderr) << tr("trackhand: could not write %1: is the directory writable?").arg(path) << Qt::endl;
        return false;
    }
    QTextStream(stdout) << path << Qt::endl;
    return true;
}

AddHelperWizard *Screenshots::wizard() const
{
    return m_window->currentHost()->findChild<AddHelperWizard *>();
}

WorkbenchPage *Screenshots::workbench() const
{
    return static_cast<WorkbenchPage *>(m_window->currentHost()->pages().at(int(PageKind::Workbench)));
}

} // namespace Trackhand
