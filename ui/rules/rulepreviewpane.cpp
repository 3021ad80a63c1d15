// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/rulepreviewpane.h"

#include "client/link/backendlink.h"
#include "ui/parts/codeview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QToolButton>

namespace Trackhand {

namespace {

constexpr int DelayMs = 200; // a pause in typing

} // namespace

RulePreviewPane::RulePreviewPane(BackendLink *link, QWidget *parent)
    : QTabWidget(parent)
    , m_link(link)
    , m_nftables(createCodeView(tr("The rule in nftables' words"), this))
    , m_iptables(createCodeView(tr("iptables commands that say the same"), this))
{
    addTab(m_nftables, tr("&nftables"));
    addTab(m_iptables, tr("iptab&les"));
    setDocumentMode(true);
    auto *copy = new QToolButton(this);
    copy->setText(tr("Cop&y"));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the text that is shown"));
    connect(copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(static_cast<QPlainTextEdit *>(currentWidget())->toPlainText());
    });
    setCornerWidget(copy);
    m_delay.setSingleShot(true);
    m_delay.setInterval(DelayMs);
    connect(&m_delay, &QTimer::timeout, this, &RulePreviewPane::send);
}

void RulePreviewPane::ask(const RuleArguments &rule)
{
    if (rule == m_rule && m_round != 0) {
        emit judged(m_refusal);
        return;
    }
    m_rule = rule;
    m_refusal.clear();
    ++m_round;
    setStale(true);
    m_delay.start();
}

void RulePreviewPane::showNothing()
{
    m_rule = {};
    ++m_round;
    m_delay.stop();
    setStale(true);
}

void RulePreviewPane::send()
{
    const auto shown = [this, round = m_round](const Result<RulePreview> &preview) {
        if (round != m_round) {
            return;
        }
        if (preview) {
            m_nftables->setPlainText(preview->nftables.trimmed());
            m_iptables->setPlainText(preview->iptables.trimmed());
            setStale(false);
        }
        m_refusal = preview ? QString() : QString::fromStdString(preview.error().text);
        emit judged(m_refusal);
    };
    m_link->call<RulePreview>(Requests::previewRule(m_rule), this, shown);
}

void RulePreviewPane::setStale(bool stale)
{
    for (QPlainTextEdit *text : {m_nftables, m_iptables}) {
        text->setEnabled(!stale || text->document()->isEmpty());
    }
}

} // namespace Trackhand
