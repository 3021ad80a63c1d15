// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpers/helpereditor.h"

#include "client/link/backendlink.h"
#include "client/models/helpertext.h"
#include "ui/parts/dialogbuttons.h"
#include "ui/parts/page.h"
#include "ui/parts/quietlabel.h"
#include "ui/wizard/helperplan.h"
#include "ui/wizard/notice.h"
#include "ui/wizard/policytable.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int Space = 8;
constexpr int GroupSpace = 24;
constexpr int PageMargin = 16;
constexpr int Width = 640;
constexpr int MaxQueueLength = 1 << 20; // packets; what the backend takes

const auto True = QLatin1String("true");
const auto False = QLatin1String("false");

QFormLayout *newForm()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(GroupSpace);
    form->setVerticalSpacing(Space);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return form;
}

QLabel *quietText(const QString &text, QWidget *parent)
{
    auto *label = new QuietLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QSizePolicy wide = label->sizePolicy();
    wide.setHorizontalPolicy(QSizePolicy::Expanding);
    label->setSizePolicy(wide);
    return label;
}

bool isTruth(const ProtocolOptionInfo &option)
{
    return option.defaultValue == True || option.defaultValue == False;
}

/// The words that the backend takes for a truth value.
bool isTrue(const QString &value)
{
    static const QStringList words {True, QStringLiteral("1"), QStringLiteral("yes"), QStringLiteral("on")};
    return words.contains(value);
}

} // namespace

HelperEditor::HelperEditor(BackendLink *link, const HelperInfo &helper, bool hasRules, QWidget *parent)
    : QDialog(parent)
    , m_link(link)
    , m_helper(helper)
    , m_hasRules(hasRules)
    , m_enabled(new QCheckBox(tr("&Enabled"), this))
    , m_policies(new PolicyTable(this))
    , m_queueLength(new QSpinBox(this))
    , m_options(new QWidget(this))
    , m_optionRows(newForm())
    , m_notice(new Notice(this))
    , m_submit(new QPushButton(tr("&Change %1").arg(helper.name), this))
{
    setWindowTitle(tr("Change %1").arg(helper.name));
    auto *heading = new QLabel(windowTitle(), this);
    heading->setFont(headingFont(font()));
    auto *form = newForm();
    buildFixed(form);
    buildSettings(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(PageMargin, PageMargin, PageMargin, PageMargin);
    layout->setSpacing(PageMargin);
    layout->addWidget(heading);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(m_notice);
    layout->addLayout(DialogButtons::row(m_submit, this));
    connect(m_submit, &QPushButton::clicked, this, &HelperEditor::submit);
    edited();
    fit();
    readProtocol();
}

void HelperEditor::buildFixed(QFormLayout *form)
{
    form->addRow(tr("Name"), new QLabel(m_helper.name, this));
    form->addRow(tr("Transport"), new QLabel(transportText(m_helper.l3, m_helper.l4), this));
    form->addRow(tr("Queue"), new QLabel(QString::number(m_helper.queue), this));
    form->addRow(QString(),
        quietText(
            tr("These three are fixed while rules name the helper or it runs: the kernel finds it by them. A helper "
               "that is disabled and has no rules can be given others with \"trackhandctl helper set %1\"; its name "
               "is for good.")
                .arg(m_helper.name),
            this));
}

void HelperEditor::buildSettings(QFormLayout *form)
{
    m_enabled->setChecked(isRunning(m_helper));
    m_policies->fixNames();
    m_policies->setPolicies(m_helper.policies);
    const int rows = m_policies->verticalHeader()->defaultSectionSize() * int(qMax(2, m_helper.policies.size()));
    m_policies->setFixedHeight(rows + m_policies->horizontalHeader()->sizeHint().height() + 6);
    m_queueLength->setRange(1, MaxQueueLength);
    m_queueLength->setGroupSeparatorShown(true);
    m_queueLength->setSuffix(tr(" packets"));
    m_queueLength->setAccessibleName(tr("Queue length in packets"));
    m_queueLength->setValue(int(m_helper.queueLength));
    m_options->setLayout(m_optionRows);
    m_optionRows->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("State"), m_enabled);
    form->addRow(tr("Expects"), m_policies);
    form->addRow(QString(),
        quietText(tr("The classes and their names are the protocol's; the kernel takes other figures."), this));
    form->addRow(tr("Queue length"), m_queueLength);
    form->addRow(tr("Options"), m_options);
    connect(m_enabled, &QCheckBox::toggled, this, &HelperEditor::edited);
    connect(m_policies, &PolicyTable::edited, this, &HelperEditor::edited);
    connect(m_queueLength, &QSpinBox::valueChanged, this, &HelperEditor::edited);
}

/// A name without a protocol of its own is the observer's.
void HelperEditor::readProtocol()
{
    m_link->call<QList<ProtocolInfo>>(
        Requests::availableProtocols(), this, [this](const Result<QList<ProtocolInfo>> &protocols) {
            for (const ProtocolInfo &protocol : protocols ? *protocols : QList<ProtocolInfo>()) {
                if (protocol.name == m_helper.name || (isObserver(protocol) && m_protocol.name.isEmpty())) {
                    m_protocol = protocol;
                }
            }
            showOptions();
        });
}

void HelperEditor::showOptions()
{
    for (const ProtocolOptionInfo &option : std::as_const(m_protocol.options)) {
        if (isTruth(option)) {
            auto *box = new QCheckBox(option.name, m_options);
            box->setChecked(isTrue(optionValue(option)));
            connect(box, &QCheckBox::toggled, this, &HelperEditor::edited);
            m_optionFields.insert(option.name, box);
            m_optionRows->addRow(box, quietText(option.text, m_options));
        } else {
            auto *field = new QLineEdit(optionValue(option), m_options);
            field->setPlaceholderText(option.defaultValue);
            field->setAccessibleName(option.name);
            connect(field, &QLineEdit::textChanged, this, &HelperEditor::edited);
            m_optionFields.insert(option.name, field);
            m_optionRows->addRow(option.name, field);
            m_optionRows->addRow(QString(), quietText(option.text, m_options));
        }
    }
    if (m_protocol.options.isEmpty()) {
        m_optionRows->addRow(quietText(tr("This protocol has none."), m_options));
    }
    edited();
    fit();
}

/// As high as the texts are when they are wrapped at the usual width.
void HelperEditor::fit()
{
    setMinimumWidth(Width);
    resize(Width, layout()->totalHeightForWidth(Width));
}

QString HelperEditor::optionValue(const ProtocolOptionInfo &option) const
{
    return m_helper.options.value(option.name, option.defaultValue);
}

QString HelperEditor::fieldValue(const QString &option) const
{
    QWidget *field = m_optionFields.value(option);
    if (const auto *box = qobject_cast<const QCheckBox *>(field)) {
        return box->isChecked() ? True : False;
    }
    return static_cast<const QLineEdit *>(field)->text().trimmed();
}

OptionMap HelperEditor::changedOptions() const
{
    OptionMap changed;
    for (const ProtocolOptionInfo &option : m_protocol.options) {
        const QString value = fieldValue(option.name);
        const QString before = optionValue(option);
        const bool same = isTruth(option) ? isTrue(value) == isTrue(before) : value == before;
        if (!same) {
            changed.insert(option.name, value);
        }
    }
    return changed;
}

HelperChange HelperEditor::change() const
{
    HelperChange change;
    change.helper = m_helper.name;
    change.runs = isRunning(m_helper);
    change.shallRun = m_enabled->isChecked();
    change.hasRules = m_hasRules;
    if (!takesSettings()) {
        return change;
    }
    if (m_policies->policies() != m_helper.policies) {
        change.settings.policies = m_policies->policies();
    }
    if (uint(m_queueLength->value()) != m_helper.queueLength) {
        change.settings.queueLength = uint(m_queueLength->value());
    }
    if (const OptionMap options = changedOptions(); !options.isEmpty()) {
        change.settings.options = options;
    }
    return change;
}

/// The backend gives other settings to a helper that runs, and registers a disabled one anew, which rules forbid.
bool HelperEditor::takesSettings() const
{
    return isRunning(m_helper) || m_enabled->isChecked() || !m_hasRules;
}

void HelperEditor::edited()
{
    const bool takes = takesSettings() && !m_busy;
    for (QWidget *field : QList<QWidget *> {m_policies, m_queueLength, m_options}) {
        field->setEnabled(takes);
    }
    m_enabled->setEnabled(!m_busy);
    const HelperChange now = change();
    const QString wrong = now.settings.policies ? PlanText::policyProblem(*now.settings.policies) : QString();
    m_submit->setEnabled(!m_busy && wrong.isEmpty() && !now.isNothing());
    if (!wrong.isEmpty()) {
        m_notice->say(Notice::Kind::Error, wrong);
    } else if (!takesSettings()) {
        m_notice->say(
            Notice::Kind::Hint, tr("It is disabled, and rules name it: it takes other settings once it is enabled."));
    } else {
        m_notice->say(Notice::Kind::Hint,
            tr("A change takes effect at once, with a new process, and is saved: what runs is what is saved."));
    }
}

void HelperEditor::submit()
{
    m_busy = true;
    edited();
    m_notice->say(Notice::Kind::Busy, tr("Changing %1 …").arg(m_helper.name));
    emit submitted(change());
}

void HelperEditor::showRefusal(const QString &text, bool partly, const HelperInfo &now)
{
    m_busy = false;
    m_helper = now;
    edited();
    m_notice->say(Notice::Kind::Error,
        partly ? tr("Only a part was done: %1").arg(text) : tr("%1 stays as it was: %2").arg(m_helper.name, text));
}

} // namespace Trackhand
