// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/ruleform.h"

#include "client/models/helpertext.h"
#include "client/stores/helperstore.h"
#include "ui/parts/remark.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace Trackhand {

namespace {

constexpr int Space = 8;
constexpr int FieldWidth = 300;

QComboBox *typedCombo(QWidget *parent, const QString &placeholder)
{
    auto *combo = new QComboBox(parent);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    combo->setMinimumContentsLength(6);
    combo->lineEdit()->setPlaceholderText(placeholder);
    return combo;
}

void fillKeepingText(QComboBox *combo, const QStringList &names)
{
    const QString text = combo->currentText();
    combo->clear();
    combo->addItems(names);
    combo->setEditText(text);
}

Remark::Kind kindOf(FieldRemark::Kind kind)
{
    switch (kind) {
    case FieldRemark::Kind::Error:
        return Remark::Kind::Error;
    case FieldRemark::Kind::Advice:
        return Remark::Kind::Advice;
    case FieldRemark::Kind::Hint:
        break;
    }
    return Remark::Kind::Hint;
}

QStringList ticked(const QList<QPair<const QCheckBox *, const char *>> &boxes)
{
    QStringList values;
    for (const auto &[box, value] : boxes) {
        if (box->isChecked()) {
            values.append(QLatin1String(value));
        }
    }
    return values;
}

} // namespace

RuleForm::RuleForm(const HelperStore *helpers, QWidget *parent)
    : QWidget(parent)
    , m_helpers(helpers)
    , m_helper(typedCombo(this, {}))
    , m_transport(new QComboBox(this))
    , m_ipv4(new QCheckBox(QStringLiteral("IPv&4"), this))
    , m_ipv6(new QCheckBox(QStringLiteral("IPv&6"), this))
    , m_ports(new QLineEdit(this))
    , m_everyPort(new QCheckBox(tr("&every port"), this))
    , m_source(new QLineEdit(this))
    , m_destination(new QLineEdit(this))
    , m_prerouting(new QCheckBox(tr("p&rerouting"), this))
    , m_output(new QCheckBox(tr("&output"), this))
    , m_in(typedCombo(this, tr("arriving on any")))
    , m_out(typedCombo(this, tr("leaving by any")))
{
    buildFields();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * Space);
    grid->setVerticalSpacing(0); // the remarks are higher than the fields and so keep them apart
    grid->setColumnStretch(2, 1);
    addRow(grid, tr("&Helper"), {m_helper}, {RuleField::Helper});
    addRow(grid, tr("Trans&port"), {m_transport, m_ipv4, m_ipv6}, {RuleField::Transport, RuleField::Families});
    addRow(grid, tr("Port&s"), {m_ports, m_everyPort}, {RuleField::Ports});
    addRow(grid, tr("&From"), {m_source}, {RuleField::Source});
    addRow(grid, tr("&To"), {m_destination}, {RuleField::Destination});
    addRow(grid, tr("Hooks"), {m_prerouting, m_output}, {RuleField::Hooks});
    addRow(grid, tr("&Interface"), {m_in, m_out}, {RuleField::InInterface, RuleField::OutInterface});
    connectFields();
    check();
}

void RuleForm::addRow(
    QGridLayout *grid, const QString &title, const QList<QWidget *> &fields, const QList<RuleField> &about)
{
    const int row = grid->rowCount();
    auto *label = new QLabel(title, this);
    label->setBuddy(fields.first());
    auto *side = new QWidget(this);
    side->setFixedWidth(FieldWidth);
    auto *layout = new QHBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space);
    for (QWidget *field : fields) {
        layout->addWidget(field);
    }
    if (!fields.first()->sizePolicy().expandingDirections().testFlag(Qt::Horizontal)) {
        layout->addStretch(1);
    }
    auto *remark = new Remark(this);
    for (const RuleField field : about) {
        m_remarks.insert(field, remark);
    }
    grid->addWidget(label, row, 0);
    grid->addWidget(side, row, 1);
    grid->addWidget(remark, row, 2);
}

void RuleForm::buildFields()
{
    QStringList names;
    for (const HelperInfo &helper : m_helpers->items()) {
        names.append(helper.name);
    }
    names.sort();
    fillKeepingText(m_helper, names);
    m_helper->setAccessibleName(tr("Helper"));
    // nftables attaches helpers to these two transports and no others.
    m_transport->addItems({QStringLiteral("tcp"), QStringLiteral("udp")});
    m_transport->setAccessibleName(tr("Transport"));
    m_ports->setAccessibleName(tr("Destination ports"));
    m_ports->setToolTip(tr("Destination ports and ranges: 21, 2121, 8000-8010"));
    m_source->setPlaceholderText(tr("any address"));
    m_source->setToolTip(tr("Where connections come from: an address or a network, 10.0.1.0/24"));
    m_source->setAccessibleName(tr("From"));
    m_destination->setPlaceholderText(tr("any address"));
    m_destination->setToolTip(tr("Where connections go to: an address or a network, 10.0.2.2"));
    m_destination->setAccessibleName(tr("To"));
    m_prerouting->setToolTip(tr("What comes from the network, for this machine or through it"));
    m_output->setToolTip(tr("What this machine sends itself"));
    m_in->setAccessibleName(tr("Interface on which packets arrive"));
    m_in->setToolTip(tr("The interface on which packets arrive; prerouting knows it"));
    m_out->setAccessibleName(tr("Interface by which packets leave"));
    m_out->setToolTip(tr("The interface by which packets leave; output knows it"));
}

void RuleForm::connectFields()
{
    for (const QComboBox *combo : {m_helper, m_in, m_out}) {
        connect(combo, &QComboBox::editTextChanged, this, &RuleForm::check);
    }
    connect(m_transport, &QComboBox::currentTextChanged, this, &RuleForm::check);
    for (const QLineEdit *field : {m_ports, m_source, m_destination}) {
        connect(field, &QLineEdit::textChanged, this, &RuleForm::check);
    }
    for (const QCheckBox *box : {m_ipv4, m_ipv6, m_everyPort, m_prerouting, m_output}) {
        connect(box, &QCheckBox::toggled, this, &RuleForm::check);
    }
}

void RuleForm::setDraft(const RuleDraft &draft)
{
    m_filling = true;
    m_helper->setEditText(draft.helper);
    m_transport->setCurrentText(draft.l4);
    m_ipv4->setChecked(draft.l3.contains(QLatin1String("ipv4")));
    m_ipv6->setChecked(draft.l3.contains(QLatin1String("ipv6")));
    m_ports->setText(draft.ports);
    m_everyPort->setChecked(draft.everyPort);
    m_source->setText(draft.source);
    m_destination->setText(draft.destination);
    m_prerouting->setChecked(draft.hooks.contains(QLatin1String("prerouting")));
    m_output->setChecked(draft.hooks.contains(QLatin1String("output")));
    m_in->setEditText(draft.inInterface);
    m_out->setEditText(draft.outInterface);
    m_filling = false;
    check();
}

RuleDraft RuleForm::draft() const
{
    RuleDraft draft;
    draft.helper = m_helper->currentText().trimmed();
    draft.l4 = m_transport->currentText();
    draft.ports = m_ports->text().trimmed();
    draft.everyPort = m_everyPort->isChecked();
    draft.hooks = ticked({{m_prerouting, "prerouting"}, {m_output, "output"}});
    draft.l3 = ticked({{m_ipv4, "ipv4"}, {m_ipv6, "ipv6"}});
    draft.inInterface = m_in->currentText().trimmed();
    draft.outInterface = m_out->currentText().trimmed();
    draft.source = m_source->text().trimmed();
    draft.destination = m_destination->text().trimmed();
    return draft;
}

void RuleForm::setProtocols(const QList<ProtocolInfo> &protocols)
{
    m_protocols = protocols;
    check();
}

void RuleForm::setInterfaces(const QStringList &names)
{
    m_filling = true;
    fillKeepingText(m_in, names);
    fillKeepingText(m_out, names);
    m_filling = false;
}

void RuleForm::goTo(RuleField field)
{
    const QMap<RuleField, QWidget *> fields {{RuleField::Helper, m_helper}, {RuleField::Ports, m_ports},
        {RuleField::Source, m_source}, {RuleField::Destination, m_destination}, {RuleField::Hooks, m_prerouting},
        {RuleField::InInterface, m_in}, {RuleField::OutInterface, m_out}};
    if (QWidget *widget = fields.value(field)) {
        widget->setFocus();
    }
}

const ProtocolInfo *RuleForm::protocol() const
{
    const QString name = m_helper->currentText().trimmed();
    for (const ProtocolInfo &protocol : m_protocols) {
        if (protocol.name == name) {
            return &protocol;
        }
    }
    return nullptr;
}

void RuleForm::showPorts(const ProtocolInfo *protocol)
{
    PortRangeList usual;
    for (const quint16 port : protocol ? protocol->ports : QList<quint16>()) {
        usual.append({port, port});
    }
    const bool every = m_everyPort->isChecked();
    m_ports->setEnabled(!every);
    m_ports->setPlaceholderText(every || usual.isEmpty() ? tr("every port") : tr("%1, as usual").arg(portsText(usual)));
}

void RuleForm::check()
{
    if (m_filling) {
        return;
    }
    const RuleDraft now = draft();
    const ProtocolInfo *known = protocol();
    showPorts(known);
    const auto remarks = RuleAdvisor::remarks(now, m_helpers->find(now.helper), known);
    for (Remark *remark : std::as_const(m_remarks)) {
        remark->clear();
    }
    for (auto remark = remarks.cbegin(); remark != remarks.cend(); ++remark) {
        Remark *beside = m_remarks.value(remark.key());
        if (kindOf(remark->kind) > beside->kind()) {
            beside->say(kindOf(remark->kind), remark->text);
        }
    }
    m_complete = !RuleAdvisor::hasError(remarks);
    emit changed();
}

} // namespace Trackhand
