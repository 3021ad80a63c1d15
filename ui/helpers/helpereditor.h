// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/helpers/helperchange.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace Trackhand {

class Notice;
class PolicyTable;

/// Changes what the backend lets change of a registered helper, and says why the rest stays. Who opened it carries out
/// what was submitted, and closes the dialog or tells it the refusal. The link must outlive it.
class HelperEditor : public QDialog {
    Q_OBJECT
public:
    HelperEditor(BackendLink *link, const HelperInfo &helper, bool hasRules, QWidget *parent = nullptr);

    HelperChange change() const;
    const HelperInfo &before() const { return m_helper; }
    /// What is known of its protocol; empty until the backend has answered.
    const ProtocolInfo &protocol() const { return m_protocol; }

    QCheckBox *enabledBox() const { return m_enabled; }
    PolicyTable *policies() const { return m_policies; }
    QSpinBox *queueLength() const { return m_queueLength; }
    /// The field of an option: a QCheckBox for one that is true or false, else a QLineEdit; null for one there is not.
    QWidget *optionField(const QString &name) const { return m_optionFields.value(name); }
    Notice *notice() const { return m_notice; }
    QPushButton *submitButton() const { return m_submit; }

    /// @p partly: what came before the failure was done. @p now is the helper as it is after that.
    void showRefusal(const QString &text, bool partly, const HelperInfo &now);

signals:
    void submitted(const Trackhand::HelperChange &change);

private:
    void buildFixed(QFormLayout *form);
    void buildSettings(QFormLayout *form);
    void readProtocol();
    void showOptions();
    void fit();
    QString optionValue(const ProtocolOptionInfo &option) const;
    QString fieldValue(const QString &option) const;
    OptionMap changedOptions() const;
    bool takesSettings() const;
    void edited();
    void submit();

    BackendLink *m_link;
    HelperInfo m_helper;
    ProtocolInfo m_protocol;
    bool m_hasRules;
    bool m_busy = false;
    QCheckBox *m_enabled;
    PolicyTable *m_policies;
    QSpinBox *m_queueLength;
    QWidget *m_options;
    QFormLayout *m_optionRows;
    QMap<QString, QWidget *> m_optionFields;
    Notice *m_notice;
    QPushButton *m_submit;
};

} // namespace Trackhand
