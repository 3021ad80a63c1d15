// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/recordbutton.h"

#include "client/export/packetrecording.h"
#include "client/session/hostsession.h"
#include "ui/parts/filewriter.h"
#include "ui/parts/page.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>

namespace Trackhand {

RecordButton::RecordButton(HostSession *session, QWidget *parent)
    : QToolButton(parent)
    , m_session(session)
    , m_menu(new QMenu(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    roomy(this);
    connect(m_menu, &QMenu::aboutToShow, this, &RecordButton::fillMenu);
    connect(this, &QToolButton::clicked, this, &RecordButton::stop);
    connect(session->payloads(), &PayloadFeed::stateChanged, this, &RecordButton::beginWhenAllowed);
    showState();
}

RecordButton::~RecordButton() = default;

void RecordButton::fillMenu()
{
    m_menu->clear();
    for (const HelperInfo &helper : m_session->helpers()->items()) {
        if (!helper.isForeign()) {
            const QString name = helper.name;
            connect(m_menu->addAction(name), &QAction::triggered, this, [this, name] { askForFile(name); });
        }
    }
    if (m_menu->isEmpty()) {
        m_menu->addAction(m_session->isReady() ? tr("There is no helper") : tr("No backend"))->setEnabled(false);
    }
}

void RecordButton::askForFile(const QString &helper)
{
    auto *dialog = new QFileDialog(this, tr("Record what %1 sees").arg(helper));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Capture files (*.pcapng)"));
    dialog->setDefaultSuffix(QStringLiteral("pcapng"));
    dialog->selectFile(helper + QStringLiteral(".pcapng"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, helper](const QString &file) { record(helper, file); });
    dialog->open();
}

void RecordButton::record(const QString &helper, const QString &file)
{
    m_helper = helper;
    m_file = file;
    if (m_session->payloads()->state() != PayloadFeed::State::Open) {
        m_session->payloads()->ask();
    }
    beginWhenAllowed();
}

/// A password prompt may lie between the wish and this.
void RecordButton::beginWhenAllowed()
{
    const PayloadFeed &payloads = *m_session->payloads();
    if (m_helper.isEmpty() || isRecording()) {
        return;
    }
    switch (payloads.state()) {
    case PayloadFeed::State::Open:
        begin();
        return;
    case PayloadFeed::State::Refused:
        emit failed(tr("Nothing is recorded: %1").arg(QString::fromStdString(payloads.problem().text)));
        break;
    case PayloadFeed::State::Unreachable:
        emit failed(tr("Nothing is recorded: the bytes of packets do not come through ssh. On that machine: "
                       "trackhandctl watch packets --helper %1 --pcapng FILE")
                        .arg(m_helper));
        break;
    case PayloadFeed::State::NotAsked:
    case PayloadFeed::State::Asking:
    case PayloadFeed::State::Capture:
        return;
    }
    reset();
}

void RecordButton::begin()
{
    m_recording = std::make_unique<PacketRecording>(*m_session->packetFeed(), *m_session->payloads(), m_helper);
    connect(m_recording.get(), &PacketRecording::progressed, this, &RecordButton::showState);
    // Not at once: what calls this is the recording's own.
    connect(m_recording.get(), &PacketRecording::full, this, &RecordButton::stop, Qt::QueuedConnection);
    showState();
}

void RecordButton::stop()
{
    if (!isRecording()) {
        return;
    }
    const QString file = m_file;
    if (m_recording->packets() == 0) {
        emit noted(tr("%1 saw no packet meanwhile. Nothing was written.").arg(m_helper));
        reset();
        return;
    }
    const QString note = tr("%n packet(s) recorded.", nullptr, int(m_recording->packets())) + missing();
    writeFile(file, m_recording->file(), this, [this, file, note](const QString &trouble) {
        if (trouble.isEmpty()) {
            emit noted(note);
            emit recorded(file);
        } else {
            emit failed(tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(file), trouble));
        }
    });
    reset();
}

/// " ..." about what is not in the recording, or nothing.
QString RecordButton::missing() const
{
    QString text;
    if (m_recording->isFull()) {
        text += u' ' + tr("It is full: more is not kept.");
    }
    if (m_recording->withoutBytes() != 0) {
        text += u' ' + tr("%n of them without bytes.", nullptr, int(m_recording->withoutBytes()));
    }
    if (m_recording->cutShort() != 0) {
        text += u' ' + tr("%n of them cut short.", nullptr, int(m_recording->cutShort()));
    }
    if (m_recording->lost() != 0) {
        text += u' ' + tr("%n more came too fast or while the window was hidden.", nullptr, int(m_recording->lost()));
    }
    return text;
}

void RecordButton::reset()
{
    m_recording.reset();
    m_helper.clear();
    showState();
}

void RecordButton::showState()
{
    setMenu(isRecording() ? nullptr : m_menu);
    setPopupMode(isRecording() ? DelayedPopup : InstantPopup);
    setText(isRecording() ? tr("Stop (%1)").arg(QLocale().toString(m_recording->packets())) : tr("Record"));
    setToolTip(isRecording()
            ? tr("Stop recording what %1 sees, and run the script over it").arg(m_helper)
            : tr("Record what a helper sees while the window is shown, at most 200,000 packets or 64 MiB"));
}

} // namespace Trackhand
