// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/installbar.h"

#include "ui/parts/page.h"
#include "ui/parts/quietlabel.h"
#include "ui/parts/stateindicator.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace Trackhand {

namespace {

QString linesText(const QString &text)
{
    return InstallBar::tr("%n line(s)", nullptr, int(text.count(QLatin1Char('\n'))));
}

} // namespace

InstallBar::InstallBar(BackendLink *link, QWidget *parent)
    : QWidget(parent)
    , m_script(link)
    , m_state(new StateIndicator(this))
    , m_label(new QuietLabel(this))
    , m_rollBack(new QPushButton(tr("Roll back"), this))
    , m_install(new QPushButton(tr("Install"), this))
{
    m_label->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_state);
    layout->addSpacing(8);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_rollBack);
    layout->addWidget(m_install);
    connect(m_install, &QPushButton::clicked, this, [this] { m_script.install(m_text); });
    connect(m_rollBack, &QPushButton::clicked, &m_script, &InstalledScript::rollBack);
    connect(&m_script, &InstalledScript::changed, this, &InstallBar::sayState);
    sayState();
}

void InstallBar::follow(const QString &name, const QString &text)
{
    m_text = text;
    m_name = name;
    m_script.setName(name);
    sayState();
}

void InstallBar::sayState()
{
    const auto info = m_script.info();
    const bool same = m_script.text() == m_text;
    m_install->setEnabled(m_script.isReachable() && !m_script.isBusy() && !m_name.isEmpty() && !(info && same));
    m_rollBack->setVisible(info && info->hasPrevious);
    m_rollBack->setEnabled(!m_script.isBusy());
    if (m_script.previous()) {
        m_rollBack->setToolTip(tr("Back to the version before, with %1; the present one is kept in its place")
                                   .arg(linesText(*m_script.previous())));
    }
    if (!m_script.isReachable()) {
        say(StateKind::Disabled, tr("no backend"), tr("Writing and running need none; installing does."));
    } else if (m_script.isBusy()) {
        say(StateKind::Disabled, tr("working"), tr("The system may be waiting for a password."));
    } else if (m_name.isEmpty()) {
        say(StateKind::Disabled, tr("not installed"), tr("It can be installed once it is a helper."));
    } else if (!info) {
        say(StateKind::Disabled, tr("not installed"), m_script.file());
    } else if (!m_script.text()) {
        say(StateKind::Disabled, tr("installed"), m_script.file());
    } else {
        const QString helpers = info->helpers.isEmpty()
            ? tr("%1; no helper runs it yet").arg(m_script.file())
            : tr("%1 runs in %2").arg(m_script.file(), info->helpers.join(QStringLiteral(", ")));
        say(same ? StateKind::Running : StateKind::Attention, same ? tr("installed") : tr("another version"), helpers);
    }
}

void InstallBar::say(StateKind state, const QString &word, const QString &text)
{
    m_state->setState(state, word);
    m_label->setText(text);
}

} // namespace Trackhand
