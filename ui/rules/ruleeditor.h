// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/rules/ruledraft.h"

#include <QDialog>
#include <optional>

class QPushButton;
class QToolButton;

namespace Trackhand {

class BackendLink;
class HelperStore;
class Notice;
class RuleForm;
class RulePreviewPane;

/// Makes a rule or changes one. It asks the backend for previews only; who opened it carries out what was submitted,
/// and either closes the dialog or tells it the refusal. Link and helpers must outlive it.
class RuleEditor : public QDialog {
    Q_OBJECT
public:
    /// For a new rule.
    RuleEditor(BackendLink *link, const HelperStore *helpers, QWidget *parent = nullptr);
    /// For the rule that has these values now.
    RuleEditor(BackendLink *link, const HelperStore *helpers, const RuleInfo &rule, QWidget *parent = nullptr);

    /// The rule it changes; nothing when it makes one.
    std::optional<uint> ruleId() const { return m_id; }
    RuleForm *form() const { return m_form; }
    RulePreviewPane *preview() const { return m_preview; }
    Notice *notice() const { return m_notice; }
    QPushButton *submitButton() const { return m_submit; }
    /// Rules that many need; hidden when a rule is changed.
    QToolButton *templatesButton() const { return m_templates; }

    /// The backend did not do it; the person may try again.
    void showRefusal(const QString &text);

signals:
    void submitted(const Trackhand::RuleArguments &rule);

private:
    RuleEditor(BackendLink *link, const HelperStore *helpers, const RuleDraft &draft, std::optional<uint> id,
        const QString &title, QWidget *parent);

    QLayout *buildHead(const QString &title);
    void fillTemplates();
    void readProtocols();
    void takeTemplate(const RuleDraft &draft, RuleField toFill);
    void formChanged();
    void updateSubmit();
    void showCalm();
    void submit();

    BackendLink *m_link;
    RuleDraft m_before;
    std::optional<uint> m_id;
    QList<ProtocolInfo> m_protocols;
    bool m_busy = false;
    RuleForm *m_form;
    RulePreviewPane *m_preview;
    Notice *m_notice;
    QToolButton *m_templates;
    QPushButton *m_submit;
};

} // namespace Trackhand
