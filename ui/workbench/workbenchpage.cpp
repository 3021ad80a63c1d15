// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/workbenchpage.h"

#include "client/session/hostsession.h"
#include "ui/parts/textdirection.h"
#include "ui/window/windowmemory.h"
#include "ui/workbench/examples.h"
#include "ui/workbench/findbar.h"
#include "ui/workbench/installbar.h"
#include "ui/workbench/runpane.h"
#include "ui/workbench/scripteditor.h"
#include "ui/workbench/scriptpane.h"

#include <QAction>
#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int LongestName = 40; // characters; what does not fit is in the tool tip

QAction *pageAction(const QString &text, const QKeySequence &keys, QWidget *page)
{
    auto *action = new QAction(text, page);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page->addAction(action);
    return action;
}

} // namespace

WorkbenchPage::WorkbenchPage(HostSession *session, QWidget *parent)
    : Page(tr("Workbench"), session, parent)
    , m_name(new QLabel(this))
    , m_openButton(new QToolButton(this))
    , m_open(new QMenu(this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_runButton(new QPushButton(tr("Run"), this))
{
    createActions();
    buildTools();
}

// It keeps what was written, and needs the memory for that.
WorkbenchPage::~WorkbenchPage()
{
    delete m_script;
}

void WorkbenchPage::openCapture(const QString &file)
{
    build();
    takeCapture(file);
    run();
}

void WorkbenchPage::focusFilter()
{
    if (m_script) {
        m_script->findBar()->begin();
    }
}

void WorkbenchPage::save()
{
    if (m_script) {
        m_script->save();
    }
}

bool WorkbenchPage::undo()
{
    if (!m_script || !m_script->editor()->isUndoAvailable()) {
        return false;
    }
    m_script->editor()->undo();
    return true;
}

bool WorkbenchPage::redo()
{
    if (!m_script || !m_script->editor()->isRedoAvailable()) {
        return false;
    }
    m_script->editor()->redo();
    return true;
}

void WorkbenchPage::showEvent(QShowEvent *event)
{
    build();
    m_install->script()->refresh();
    Page::showEvent(event);
}

void WorkbenchPage::createActions()
{
    m_runNow = pageAction(tr("Run the script"), Qt::Key_F5, this);
    connect(m_runNow, &QAction::triggered, this, &WorkbenchPage::run);
    connect(pageAction(tr("Next packet"), Qt::Key_F8, this), &QAction::triggered, this,
        [this] { m_results->tables()->step(1); });
    connect(pageAction(tr("Packet before"), Qt::Key_F7, this), &QAction::triggered, this,
        [this] { m_results->tables()->step(-1); });
    connect(pageAction(tr("Between script and results"), Qt::Key_F6, this), &QAction::triggered, this,
        &WorkbenchPage::changeSides);
}

void WorkbenchPage::buildTools()
{
    m_openButton->setText(tr("Open"));
    m_openButton->setToolTip(tr("A new script, one of yours, an example, or one that is installed"));
    m_openButton->setMenu(m_open);
    m_openButton->setPopupMode(QToolButton::InstantPopup);
    m_openButton->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    roomy(m_openButton);
    m_save->setToolTip(tr("Save the script (Ctrl+S)"));
    m_runButton->setToolTip(tr("Run the script over the capture (F5)"));
    m_runButton->setDefault(true);
    connect(m_open, &QMenu::aboutToShow, this, &WorkbenchPage::fillOpenMenu);
    connect(m_save, &QPushButton::clicked, this, &WorkbenchPage::save);
    connect(m_runButton, &QPushButton::clicked, m_runNow, &QAction::trigger);
    tools()->addWidget(m_name, 1);
    tools()->addWidget(m_openButton);
    tools()->addWidget(m_save);
    tools()->addWidget(m_runButton);
}

void WorkbenchPage::build()
{
    if (m_script) {
        return;
    }
    const HostAddress &host = session()->link()->host();
    m_memory = std::make_unique<WorkbenchMemory>(host.isLocal() ? QString() : host.toString());
    m_script = new ScriptPane(m_memory.get(), this);
    m_results = new RunPane(session(), this);
    m_install = new InstallBar(session()->link(), this);
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_script, 1);
    column->addWidget(m_install);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(QStringLiteral("workbench"));
    splitter->setHandleWidth(16);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_results);
    splitter->setSizes({1000, 1000}); // a proportion
    connectScript();
    connectRun();
    connectInstall();
    setContent(splitter);
    WindowMemory().arrangeSplitters(this);
    m_results->afterSaving()->setChecked(m_memory->runsAfterSaving());
    m_script->resume();
    if (const QString capture = m_memory->capture(); QFileInfo(capture).isFile()) {
        m_results->setCapture(capture);
    }
}

void WorkbenchPage::connectScript()
{
    connect(m_script, &ScriptPane::titleChanged, this, &WorkbenchPage::updateTitle);
    connect(m_script, &ScriptPane::textChanged, this, &WorkbenchPage::scriptChanged);
    connect(m_script, &ScriptPane::factsChanged, this, &WorkbenchPage::scriptChanged);
    connect(m_script, &ScriptPane::errorHappened, this, &Page::errorHappened);
    connect(m_script, &ScriptPane::noteHappened, this, &Page::noteHappened);
    connect(m_script, &ScriptPane::saved, this, [this] {
        if (m_results->afterSaving()->isChecked() && !m_results->capture().isEmpty()) {
            run();
        }
    });
}

void WorkbenchPage::connectRun()
{
    connect(m_results, &RunPane::captureChosen, this, &WorkbenchPage::openCapture);
    connect(m_results, &RunPane::errorHappened, this, &Page::errorHappened);
    connect(m_results, &RunPane::noteHappened, this, &Page::noteHappened);
    connect(m_results, &RunPane::cancelRequested, &m_run, &WorkbenchRun::cancel);
    connect(m_results, &RunPane::linesChosen, m_script->editor(), &ScriptEditor::showSaid);
    connect(m_results, &RunPane::lineRequested, this, [this](int line) {
        m_script->editor()->goToLine(line);
        m_script->editor()->setFocus();
    });
    connect(m_results->afterSaving(), &QCheckBox::toggled, this, [this](bool on) { m_memory->setRunsAfterSaving(on); });
    connect(&m_run, &WorkbenchRun::started, m_results, [this] { m_results->showRunning(true); });
    connect(&m_run, &WorkbenchRun::progressed, m_results, &RunPane::showProgress);
    connect(&m_run, &WorkbenchRun::cancelled, this, [this] {
        m_results->showRunning(false);
        emit noteHappened(tr("The run was cancelled."));
    });
    connect(&m_run, &WorkbenchRun::ended, this, &WorkbenchPage::runEnded);
}

void WorkbenchPage::connectInstall()
{
    InstalledScript *installed = m_install->script();
    connect(installed, &InstalledScript::refused, this, &WorkbenchPage::refused);
    connect(installed, &InstalledScript::installed, this, [this](const QString &file, const QStringList &helpers) {
        emit noteHappened(helpers.isEmpty()
                ? tr("%1 is installed. No helper runs it yet: add one.").arg(file)
                : tr("%1 is installed, and runs in %2.").arg(file, helpers.join(QStringLiteral(", "))));
    });
    connect(installed, &InstalledScript::rolledBack, this, [this](const QString &file) {
        emit noteHappened(tr("%1 is what it was before; what is in the editor stays.").arg(file));
    });
}

void WorkbenchPage::fillOpenMenu()
{
    m_open->clear();
    connect(m_open->addAction(tr("New script")), &QAction::triggered, m_script, &ScriptPane::startNew);
    connect(m_open->addAction(tr("Open a file…")), &QAction::triggered, this, &WorkbenchPage::openFile);
    connect(m_open->addAction(tr("Save as…")), &QAction::triggered, m_script, &ScriptPane::saveAs);
    m_open->addSection(tr("Examples"));
    for (const QString &name : Examples::names()) {
        connect(m_open->addAction(name), &QAction::triggered, this, [this, name] { openExample(name); });
    }
    m_open->addSection(tr("Installed"));
    const QList<ScriptInfo> &all = m_install->script()->all();
    for (const ScriptInfo &script : all) {
        const QString file = script.name;
        connect(m_open->addAction(file), &QAction::triggered, this, [this, file] { openInstalled(file); });
    }
    if (all.isEmpty()) {
        m_open->addAction(m_install->script()->isReachable() ? tr("None") : tr("No backend"))->setEnabled(false);
    }
}

void WorkbenchPage::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a script"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lua scripts (*.lua)"), tr("All files (*)")});
    if (const QString file = m_script->document()->file(); !file.isEmpty()) {
        dialog->setDirectory(QFileInfo(file).absolutePath());
    }
    connect(dialog, &QFileDialog::fileSelected, m_script, &ScriptPane::open);
    dialog->open();
}

void WorkbenchPage::openExample(const QString &name)
{
    build();
    m_script->startWith(Examples::scriptOf(name), name + QStringLiteral(".lua"), [this, name] {
        const auto capture = Examples::captureOf(name);
        if (capture) {
            openCapture(*capture);
        } else {
            emit errorHappened(QString::fromStdString(capture.error().text));
        }
    });
}

void WorkbenchPage::openInstalled(const QString &file)
{
    m_install->script()->read(file, [this, file](const QString &text) { m_script->startWith(text, file); });
}

void WorkbenchPage::takeCapture(const QString &file)
{
    m_results->setCapture(file);
    m_memory->setCapture(file);
}

void WorkbenchPage::run()
{
    if (m_results->capture().isEmpty()) {
        m_results->askForCapture();
    } else {
        m_run.start(m_script->source(), m_results->capture());
    }
}

void WorkbenchPage::runEnded(const RunOutcome &outcome)
{
    m_results->showRunning(false);
    m_results->show(outcome);
    m_script->showTroubles(*outcome.run);
    scriptChanged();
}

void WorkbenchPage::changeSides()
{
    ScriptEditor *editor = m_script->editor();
    if (editor->hasFocus()) {
        m_results->tables()->currentWidget()->setFocus();
    } else {
        editor->setFocus();
    }
}

void WorkbenchPage::updateTitle()
{
    const QString name = m_script->document()->name();
    const QString shown = name.size() > LongestName ? name.left(LongestName) + QStringLiteral("…") : name;
    m_name->setText(inReadingDirection(m_script->isModified() ? tr("%1, not saved").arg(shown) : shown));
    m_name->setToolTip(m_script->document()->file());
}

void WorkbenchPage::scriptChanged()
{
    const ScriptFacts &facts = m_script->facts();
    const QString text = m_script->text();
    m_install->follow(facts.descriptor ? QString::fromStdString(facts.descriptor->name) : QString(), text);
    const ScriptRun *run = m_results->run();
    m_results->setStale(run && run->source.text != text.toStdString());
}

void WorkbenchPage::refused(const QString &why)
{
    m_script->showRefusal(why);
    emit errorHappened(why);
}

} // namespace Trackhand
