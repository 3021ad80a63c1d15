// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/scriptpane.h"

#include "helpers/script/problem.h"
#include "ui/parts/page.h"
#include "ui/parts/stateindicator.h"
#include "ui/workbench/examples.h"
#include "ui/workbench/findbar.h"
#include "ui/workbench/scripteditor.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

const QString NewName = QStringLiteral("new-helper");

QString fromText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// "helper parcel for tcp 7000"
QString describe(const HelperDescriptor &descriptor)
{
    QStringList traffic;
    for (const L4Protocol l4 : descriptor.l4) {
        traffic.append(fromText(toString(l4)));
    }
    QStringList ports;
    for (const std::uint16_t port : descriptor.ports) {
        ports.append(QString::number(port));
    }
    const QString name = fromText(descriptor.name);
    const QString protocols = traffic.join(QStringLiteral(" + "));
    return ports.isEmpty()
        ? ScriptPane::tr("helper %1 for %2").arg(name, protocols)
        : ScriptPane::tr("helper %1 for %2 %3").arg(name, protocols, ports.join(QStringLiteral(", ")));
}

/// Whether nobody has written anything of it.
bool isOfOurs(const QString &text)
{
    const QStringList examples = Examples::names();
    return text == Examples::newScript(NewName)
        || std::any_of(
            examples.begin(), examples.end(), [&](const QString &name) { return text == Examples::scriptOf(name); });
}

} // namespace

ScriptPane::ScriptPane(WorkbenchMemory *memory, QWidget *parent)
    : QWidget(parent)
    , m_memory(memory)
    , m_editor(new ScriptEditor(this))
    , m_find(new FindBar(m_editor, this))
    , m_state(new StateIndicator(this))
    , m_status(new QLabel(this))
{
    build();
    connectDocument();
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(KeepMs);
    connect(&m_keeping, &QTimer::timeout, this, &ScriptPane::keep);
    connect(&m_check, &ScriptCheck::checked, this, &ScriptPane::checked);
    connect(m_editor, &QsciScintilla::textChanged, this, &ScriptPane::changed);
}

ScriptPane::~ScriptPane()
{
    if (m_keeping.isActive()) {
        keep();
    }
}

QString ScriptPane::text() const
{
    return m_editor->text();
}

ScriptSource ScriptPane::source() const
{
    return {m_document.name().toStdString(), text().toStdString()};
}

bool ScriptPane::isModified() const
{
    return m_document.differs(text());
}

void ScriptPane::build()
{
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setWordWrap(true);
    m_status->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    auto *below = new QHBoxLayout;
    below->setSpacing(16);
    below->addWidget(m_state);
    below->addWidget(m_status, 1);
    m_notice = buildNotice();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_notice);
    layout->addWidget(m_find);
    layout->addWidget(m_editor, 1);
    layout->addLayout(below);
}

QWidget *ScriptPane::buildNotice()
{
    auto *notice = new QWidget(this);
    auto *label = new QLabel(tr("Another program has changed this file."), notice);
    label->setWordWrap(true);
    auto *take = new QPushButton(tr("Read it again"), notice);
    auto *leave = new QPushButton(tr("Keep what is here"), notice);
    connect(take, &QPushButton::clicked, this, &ScriptPane::takeFromDisk);
    connect(leave, &QPushButton::clicked, notice, &QWidget::hide);
    auto *layout = new QHBoxLayout(notice);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(label, 1);
    layout->addWidget(take);
    layout->addWidget(leave);
    notice->hide();
    return notice;
}

void ScriptPane::connectDocument()
{
    connect(&m_document, &ScriptDocument::saved, this, [this] {
        m_notice->hide();
        keep();
        emit titleChanged();
        emit saved();
        if (m_afterSaving) {
            std::exchange(m_afterSaving, {})();
        }
    });
    connect(&m_document, &ScriptDocument::saveFailed, this, [this](const QString &why) {
        m_afterSaving = {};
        emit errorHappened(why);
    });
    connect(&m_document, &ScriptDocument::changedOnDisk, this, &ScriptPane::changedOnDisk);
}

void ScriptPane::resume()
{
    const WorkbenchMemory::Script script = m_memory->script();
    if (script.file.isEmpty() && script.unsaved.isNull()) {
        m_document.startNew(NewName + QStringLiteral(".lua"));
        begin(Examples::newScript(NewName));
        return;
    }
    const QString saved = m_document.resume(script.file, script.name);
    begin(script.unsaved.isNull() ? saved : script.unsaved);
}

void ScriptPane::startNew()
{
    startWith(Examples::newScript(NewName), NewName + QStringLiteral(".lua"));
}

void ScriptPane::open(const QString &file)
{
    whenNothingIsLost([this, file] {
        const auto text = m_document.open(file);
        if (text) {
            begin(*text);
        } else {
            emit errorHappened(QString::fromStdString(text.error().text));
        }
    });
}

void ScriptPane::startWith(const QString &text, const QString &name, const std::function<void()> &then)
{
    whenNothingIsLost([this, text, name, then] {
        m_document.startNew(name);
        begin(text);
        if (then) {
            then();
        }
    });
}

void ScriptPane::save()
{
    if (m_document.file().isEmpty()) {
        saveAs();
    } else {
        m_document.save(m_document.file(), text());
    }
}

void ScriptPane::saveAs()
{
    auto *dialog = new QFileDialog(this, tr("Save the script"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("lua"));
    dialog->setNameFilters({tr("Lua scripts (*.lua)"), tr("All files (*)")});
    dialog->selectFile(m_document.file().isEmpty() ? m_document.name() : m_document.file());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { m_document.save(file, text()); });
    connect(dialog, &QFileDialog::rejected, this, [this] { m_afterSaving = {}; });
    dialog->open();
}

void ScriptPane::showTroubles(const ScriptRun &run)
{
    m_troubles.clear();
    for (const ScriptRun::Trouble &trouble : run.troubles) {
        if (trouble.isError && trouble.line > 0 && !m_troubles.contains(trouble.line)) {
            m_troubles.insert(trouble.line, tr("Frame %1: %2").arg(trouble.frame).arg(trouble.text));
        }
    }
    showProblems();
}

void ScriptPane::showRefusal(const QString &why)
{
    const std::string message = why.toStdString();
    const std::string name = facts().descriptor ? facts().descriptor->name + ".lua" : std::string();
    const Script::Problem problem = Script::readProblem(name, message);
    if (problem.line > 0) {
        m_troubles.insert(problem.line, fromText(problem.text));
        showProblems();
        m_editor->goToLine(problem.line);
    }
}

void ScriptPane::begin(const QString &text)
{
    m_troubles.clear();
    m_notice->hide();
    m_editor->startWith(text);
    emit titleChanged();
    keep();
}

void ScriptPane::whenNothingIsLost(const std::function<void()> &deed)
{
    if (!isModified() || (m_document.file().isEmpty() && isOfOurs(text()))) {
        deed();
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Not saved"),
        tr("%1 has changes that are not saved.").arg(m_document.name()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Save);
    connect(question, &QMessageBox::buttonClicked, this, [this, question, deed](QAbstractButton *button) {
        switch (question->standardButton(button)) {
        case QMessageBox::Discard:
            deed();
            break;
        case QMessageBox::Save:
            m_afterSaving = deed;
            save();
            break;
        default:
            break;
        }
    });
    question->open();
}

void ScriptPane::changed()
{
    m_check.checkSoon(source());
    m_keeping.start();
    emit titleChanged();
    emit textChanged();
}

void ScriptPane::keep()
{
    m_keeping.stop();
    const QString unsaved = QLatin1String("") + text(); // not null, also when there is nothing left
    m_memory->keepScript({m_document.file(), m_document.name(), isModified() ? unsaved : QString()});
}

void ScriptPane::checked()
{
    const ScriptFacts &found = facts();
    const bool good = found.descriptor.has_value();
    m_state->setState(good ? StateKind::Running : StateKind::Failed, good ? tr("good") : tr("not yet a helper"));
    if (good) {
        m_status->setText(describe(*found.descriptor));
    } else {
        m_status->setText(found.line > 0 ? tr("line %1: %2").arg(found.line).arg(found.problem) : found.problem);
    }
    showProblems();
    emit factsChanged();
}

// While there is nothing here that could be lost, the file is followed.
void ScriptPane::changedOnDisk(const QString &before, const QString &now)
{
    m_onDisk = now;
    if (text() == now) {
        emit titleChanged();
    } else if (text() == before) {
        takeFromDisk();
        emit noteHappened(tr("Another program has changed %1; it was read again.").arg(m_document.name()));
    } else {
        m_notice->show();
        emit titleChanged();
    }
}

void ScriptPane::takeFromDisk()
{
    m_notice->hide();
    m_editor->replaceWith(m_onDisk);
}

// What cannot be a script has not run: its problem takes the place of those of a run.
void ScriptPane::showProblems()
{
    const ScriptFacts &found = facts();
    if (!found.problem.isEmpty() && found.line > 0) {
        m_editor->showProblems({{found.line, found.problem}});
    } else {
        m_editor->showProblems(m_troubles);
    }
}

} // namespace Trackhand
