// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/mainwindow.h"

#include "ui/parts/emptystate.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/page.h"
#include "ui/parts/statepainter.h"
#include "ui/window/hostview.h"
#include "ui/window/keysheet.h"
#include "ui/window/windowmemory.h"

#include <QAbstractButton>
#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int SidebarWidth = 184;

class SidebarDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(qMax(size.height(), option.fontMetrics.height() + 12));
        return size;
    }
};

QListWidget *sidebarList(const QString &name, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(name);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setItemDelegate(new SidebarDelegate(list));
    list->viewport()->setBackgroundRole(QPalette::Window); // follows a change of the theme
    return list;
}

QToolButton *quietButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void fitHeight(QListWidget *list)
{
    int height = 8;
    for (int row = 0; row < list->count(); ++row) {
        height += list->sizeHintForRow(row);
    }
    list->setFixedHeight(height);
}

} // namespace

MainWindow::MainWindow(const QString &sshConfigFile, const QString &busAddress, QWidget *parent)
    : QMainWindow(parent)
    , m_sshConfigFile(sshConfigFile)
    , m_busAddress(busAddress)
    , m_hostList(sidebarList(tr("Hosts"), this))
    , m_pageList(sidebarList(tr("Pages"), this))
    , m_stack(new QStackedWidget(this))
    , m_closeCapture(new QAction(tr("Close this capture"), this))
{
    setWindowTitle(tr("Trackhand"));
    resize(1280, 800);
    auto *central = new QWidget(this);
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildSidebar());
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
    createShortcuts();
    addHost(HostAddress());
    for (const Page *page : m_hosts.first()->pages()) {
        m_pageList->addItem(page->title());
    }
    connect(m_pageList, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && currentHost()) {
            currentHost()->showPage(row);
        }
    });
    connect(m_hostList, &QListWidget::currentRowChanged, this, &MainWindow::hostChosen);
    m_pageList->setCurrentRow(0);
}

void MainWindow::openHost(const HostAddress &host)
{
    for (int row = 0; row < m_hosts.size(); ++row) {
        if (!m_hosts.at(row)->isCapture() && m_hosts.at(row)->session()->link()->host() == host) {
            m_hostList->setCurrentRow(row);
            return;
        }
    }
    addHost(host);
    m_hostList->setCurrentRow(int(m_hosts.size()) - 1);
}

void MainWindow::openCapture(const QString &file)
{
    for (int row = 0; row < m_hosts.size(); ++row) {
        if (m_hosts.at(row)->capture() == file) {
            m_hostList->setCurrentRow(row);
            return;
        }
    }
    auto *view = new HostView(HostAddress(), m_sshConfigFile, m_busAddress, this);
    addView(view, QFileInfo(file).fileName());
    view->openCapture(file);
    m_hostList->setCurrentRow(int(m_hosts.size()) - 1);
}

HostView *MainWindow::currentHost() const
{
    return m_hosts.value(m_hostList->currentRow());
}

void MainWindow::showPage(int index)
{
    const QListWidgetItem *page = m_pageList->item(index);
    if (page && (page->flags() & Qt::ItemIsEnabled) != 0) {
        m_pageList->setCurrentRow(index);
    }
}

void MainWindow::recall()
{
    m_remembers = true;
    const WindowMemory memory;
    restoreGeometry(memory.geometry());
    for (const HostAddress &host : memory.hosts()) {
        addHost(host);
    }
    for (HostView *view : m_hosts) {
        memory.arrangeSplitters(view);
    }
    showPage(memory.page());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_remembers) {
        WindowMemory memory;
        memory.setGeometry(saveGeometry());
        memory.setPage(m_pageList->currentRow());
        QList<HostAddress> hosts;
        for (const HostView *view : m_hosts) {
            if (!view->isCapture() && !view->host().isLocal()) {
                hosts.append(view->host());
            }
        }
        memory.setHosts(hosts);
        memory.keepSplitters(currentHost());
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::lookFor(int page, const QString &subject)
{
    openHost(HostAddress());
    showPage(page);
    currentHost()->lookFor(page, subject);
}

void MainWindow::comeForward()
{
    setVisible(true);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

int MainWindow::pageCount() const
{
    return m_pageList->count();
}

QWidget *MainWindow::buildSidebar()
{
    auto *sidebar = new QWidget(this);
    sidebar->setFixedWidth(SidebarWidth);
    auto *addHostButton = quietButton(tr("Add host…"), sidebar);
    auto *openCaptureButton = quietButton(tr("Open capture…"), sidebar);
    openCaptureButton->setToolTip(tr("Packets from a pcap or pcapng file (Ctrl+O)"));
    connect(addHostButton, &QToolButton::clicked, this, &MainWindow::askForHost);
    connect(openCaptureButton, &QToolButton::clicked, this, &MainWindow::askForCapture);
    m_closeCapture->setShortcut(QKeySequence::Delete);
    m_closeCapture->setShortcutContext(Qt::WidgetShortcut);
    connect(m_closeCapture, &QAction::triggered, this, &MainWindow::closeCapture);
    m_hostList->addAction(m_closeCapture);
    m_hostList->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *layout = new QVBoxLayout(sidebar);
    layout->setContentsMargins(8, 12, 8, 8);
    layout->setSpacing(16);
    layout->addWidget(m_hostList);
    layout->addWidget(m_pageList, 1);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(addHostButton, 0, Qt::AlignLeading);
    buttons->addWidget(openCaptureButton, 0, Qt::AlignLeading);
    layout->addLayout(buttons);
    return sidebar;
}

void MainWindow::createShortcuts()
{
    const auto shortcut = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    for (int number = 1; number <= 8; ++number) {
        shortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)), [this, number] {
            if (number <= pageCount()) {
                showPage(number - 1);
            }
        });
    }
    shortcut(QKeySequence::Find, [this] { currentHost()->currentPage()->focusFilter(); });
    shortcut(QKeySequence(Qt::Key_Space), [this] {
        if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()); button && button->isEnabled()) {
            button->click(); // whoever went there with the keyboard means the button
        } else {
            currentHost()->currentPage()->togglePause();
        }
    });
    shortcut(QKeySequence(Qt::Key_F), [this] { currentHost()->currentPage()->toggleFollow(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { currentHost()->currentPage()->redo(); });
    shortcut(QKeySequence::Undo, [this] {
        if (!currentHost()->currentPage()->undo() && currentHost()->messages()->button()->isVisible()) {
            currentHost()->messages()->button()->click();
        }
    });
    shortcut(QKeySequence::Save, [this] { currentHost()->currentPage()->save(); });
    shortcut(QKeySequence::Open, [this] { askForCapture(); });
    shortcut(QKeySequence::New, [this] { currentHost()->addHelper(); });
    shortcut(QKeySequence::Quit, [this] { close(); });
    shortcut(QKeySequence(Qt::Key_Question), [this] { showShortcuts(); });
}

void MainWindow::addHost(const HostAddress &host)
{
    addView(new HostView(host, m_sshConfigFile, m_busAddress, this), host.isLocal() ? tr("This machine") : host.host());
}

void MainWindow::addView(HostView *view, const QString &title)
{
    m_hosts.append(view);
    m_stack->addWidget(view);
    auto *item = new QListWidgetItem(title, m_hostList);
    item->setData(Qt::UserRole, item->text());
    connect(view, &HostView::stateChanged, this, &MainWindow::updateHosts);
    connect(view, &HostView::pageRequested, this, &MainWindow::showPage);
    updateHosts();
    fitHeight(m_hostList);
}

void MainWindow::askForHost()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add host"));
    dialog->setLabelText(tr("A machine that ssh reaches without a password, with trackhandd on it:"));
    dialog->setTextValue(QStringLiteral("ssh://"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const auto host = HostAddress::parse(text.trimmed());
        if (host) {
            openHost(*host);
        } else {
            currentHost()->messages()->showError(QString::fromStdString(host.error().text));
        }
    });
    dialog->open();
}

void MainWindow::askForCapture()
{
    auto *dialog = new QFileDialog(this, tr("Open capture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Capture files (*.pcapng *.pcap *.cap)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openCapture);
    dialog->open();
}

void MainWindow::closeCapture()
{
    HostView *view = currentHost();
    const int row = m_hostList->currentRow();
    if (!view->isCapture()) {
        return;
    }
    m_hostList->setCurrentRow(row - 1); // this machine is above
    m_hosts.removeAt(row);
    delete m_hostList->takeItem(row);
    delete view;
    fitHeight(m_hostList);
    updateHosts();
}

void MainWindow::hostChosen(int row)
{
    if (row < 0) {
        return;
    }
    HostView *view = m_hosts.at(row);
    m_stack->setCurrentWidget(view);
    m_closeCapture->setEnabled(view->isCapture());
    for (int page = 0; page < m_pageList->count(); ++page) {
        const bool usable = !view->isCapture() || page == int(PageKind::Packets);
        QListWidgetItem *item = m_pageList->item(page);
        item->setFlags(usable ? item->flags() | Qt::ItemIsEnabled : item->flags() & ~Qt::ItemIsEnabled);
    }
    if (view->isCapture()) {
        showPage(int(PageKind::Packets));
    }
    view->showPage(qMax(0, m_pageList->currentRow()));
    if (!view->isCapture() && view->session()->link()->state() == BackendLink::State::Closed) {
        view->session()->open();
    }
    lookedAt();
}

void MainWindow::updateHosts()
{
    for (int row = 0; row < m_hosts.size() && row < m_hostList->count(); ++row) {
        const HostView *view = m_hosts.at(row);
        QListWidgetItem *item = m_hostList->item(row);
        item->setIcon(stateIcon(view->stateKind(), palette()));
        item->setToolTip(view->isCapture() ? QDir::toNativeSeparators(view->capture()) : view->stateWord());
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(item->data(Qt::UserRole).toString(), view->stateWord()));
    }
}

void MainWindow::showShortcuts()
{
    auto *sheet = new KeySheet(this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::lookedAt()
{
    const bool visible = isVisible() && !isMinimized();
    for (HostView *view : m_hosts) {
        view->session()->setVisible(visible && view == currentHost());
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange) {
        lookedAt();
    } else if (event->type() == QEvent::PaletteChange && m_hostList) {
        updateHosts();
    }
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    lookedAt();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    lookedAt();
}

} // namespace Trackhand
