// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/wherestep.h"

#include "client/models/helpertext.h"
#include "client/stores/helperstore.h"
#include "ui/wizard/notice.h"
#include "ui/wizard/policytable.h"
#include "ui/wizard/topologypicture.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

namespace Trackhand {

namespace {

constexpr int Space = 8;
constexpr int GroupSpace = 24;
constexpr int MaxQueue = 65535;

QHBoxLayout *inARow(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Space);
    for (QWidget *widget : widgets) {
        row->addWidget(widget);
    }
    row->addStretch(1);
    return row;
}

QFormLayout *newForm()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Space);
    form->setVerticalSpacing(Space);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    return form;
}

QVBoxLayout *atTheTop(QLayout *layout)
{
    auto *column = new QVBoxLayout;
    column->addLayout(layout);
    column->addStretch(1);
    return column;
}

QStringList ticked(const QList<QPair<const QCheckBox *, QString>> &boxes)
{
    QStringList values;
    for (const auto &[box, value] : boxes) {
        if (box->isChecked()) {
            values.append(value);
        }
    }
    return values;
}

} // namespace

WhereStep::WhereStep(const HelperStore *helpers, QWidget *parent)
    : QWidget(parent)
    , m_helpers(helpers)
    , m_places(new QButtonGroup(this))
    , m_own(new QCheckBox(tr("those it &opens"), this))
    , m_toIt(new QCheckBox(tr("those it a&ccepts"), this))
    , m_picture(new TopologyPicture(this))
    , m_ports(new QLineEdit(this))
    , m_tcp(new QCheckBox(QStringLiteral("tcp"), this))
    , m_udp(new QCheckBox(QStringLiteral("udp"), this))
    , m_source(new QLineEdit(this))
    , m_destination(new QLineEdit(this))
    , m_interfaceLabel(new QLabel(this))
    , m_interface(new QComboBox(this))
    , m_queue(new QSpinBox(this))
    , m_ipv4(new QCheckBox(QStringLiteral("IPv4"), this))
    , m_ipv6(new QCheckBox(QStringLiteral("IPv6"), this))
    , m_policies(new PolicyTable(this))
    , m_notice(new Notice(this))
{
    auto *top = new QHBoxLayout;
    top->setSpacing(GroupSpace);
    top->addWidget(buildPlaces());
    top->addWidget(m_picture, 1);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(GroupSpace);
    fields->addLayout(atTheTop(buildTraffic()), 1);
    fields->addLayout(atTheTop(buildHelper()), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(GroupSpace);
    layout->addLayout(top);
    layout->addLayout(fields, 1);
    layout->addWidget(m_notice);
}

QWidget *WhereStep::buildPlaces()
{
    auto *places = new QWidget(this);
    auto *layout = new QVBoxLayout(places);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space);
    const QList<QPair<TrafficPlace, QString>> choices {{TrafficPlace::ServerBehind, tr("&Server behind this machine")},
        {TrafficPlace::ClientsBehind, tr("C&lients behind this machine")},
        {TrafficPlace::ThisMachine, tr("This &machine itself")}};
    for (const auto &[place, text] : choices) {
        auto *button = new QRadioButton(text, places);
        button->setObjectName(QStringLiteral("place%1").arg(int(place)));
        m_places->addButton(button, int(place));
        layout->addWidget(button);
    }
    auto *directions = inARow({m_own, m_toIt});
    directions->setContentsMargins(GroupSpace, 0, 0, 0);
    layout->addLayout(directions);
    layout->addStretch(1);
    for (QCheckBox *box : {m_own, m_toIt}) {
        QSizePolicy keepsItsPlace = box->sizePolicy();
        keepsItsPlace.setRetainSizeWhenHidden(true);
        box->setSizePolicy(keepsItsPlace);
        connect(box, &QCheckBox::toggled, this, &WhereStep::changed);
    }
    connect(m_places, &QButtonGroup::idToggled, this, &WhereStep::changed);
    return places;
}

QFormLayout *WhereStep::buildTraffic()
{
    m_ports->setToolTip(tr("Destination ports and ranges: 21, 2121, 8000-8010"));
    m_source->setPlaceholderText(tr("any address"));
    m_source->setToolTip(tr("Where connections come from: an address or a network, 10.0.1.0/24"));
    m_destination->setPlaceholderText(tr("any address"));
    m_destination->setToolTip(tr("Where connections go to: an address or a network, 10.0.2.2"));
    m_interface->setEditable(true);
    m_interface->setInsertPolicy(QComboBox::NoInsert);
    m_interface->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_interface->lineEdit()->setPlaceholderText(tr("any interface"));
    m_interfaceLabel->setBuddy(m_interface);
    auto *form = newForm();
    form->addRow(tr("&Ports"), m_ports);
    form->addRow(tr("Transport"), inARow({m_tcp, m_udp}));
    form->addRow(tr("&From"), m_source);
    form->addRow(tr("&To"), m_destination);
    form->addRow(m_interfaceLabel, m_interface);
    for (QLineEdit *field : {m_ports, m_source, m_destination}) {
        connect(field, &QLineEdit::textChanged, this, &WhereStep::changed);
    }
    connect(m_interface, &QComboBox::editTextChanged, this, &WhereStep::changed);
    for (QCheckBox *box : {m_tcp, m_udp}) {
        connect(box, &QCheckBox::toggled, this, &WhereStep::changed);
    }
    return form;
}

QFormLayout *WhereStep::buildHelper()
{
    m_queue->setRange(-1, MaxQueue);
    m_queue->setSpecialValueText(tr("First free (%1)").arg(MaxQueue)); // the widest it gets
    m_queue->setMinimumWidth(m_queue->fontMetrics().horizontalAdvance(m_queue->specialValueText()) + 40);
    m_queue->setToolTip(tr("The kernel's packet queue this helper reads; one for each helper"));
    auto *form = newForm();
    form->addRow(tr("&Queue"), m_queue);
    form->addRow(tr("Families"), inARow({m_ipv4, m_ipv6}));
    auto *label = new QLabel(tr("&Expects"), this);
    label->setBuddy(m_policies);
    label->setToolTip(tr("How many related connections the kernel lets this helper announce, and for how long"));
    const int rows = m_policies->verticalHeader()->defaultSectionSize() * 2;
    m_policies->setFixedHeight(rows + m_policies->horizontalHeader()->sizeHint().height() + 6);
    form->addRow(label, m_policies);
    connect(m_queue, &QSpinBox::valueChanged, this, &WhereStep::changed);
    connect(m_policies, &PolicyTable::edited, this, &WhereStep::changed);
    for (QCheckBox *box : {m_ipv4, m_ipv6}) {
        connect(box, &QCheckBox::toggled, this, &WhereStep::changed);
    }
    return form;
}

void WhereStep::begin(const ProtocolInfo &protocol, const QString &name)
{
    if (protocol.name == m_protocol.name && name == m_name) {
        changed();
        return;
    }
    m_protocol = protocol;
    m_name = name;
    fill(defaultPlan(protocol, name));
    changed();
}

void WhereStep::setInterfaces(const QStringList &names)
{
    m_filling = true;
    m_interface->addItems(names);
    m_interface->setEditText({});
    m_filling = false;
}

void WhereStep::fill(const HelperPlan &plan)
{
    m_filling = true;
    m_places->button(int(plan.place))->setChecked(true);
    m_own->setChecked(plan.ownConnections);
    m_toIt->setChecked(plan.connectionsToIt);
    m_ports->setText(plan.ports.isEmpty() ? QString() : portsText(plan.ports));
    m_ports->setPlaceholderText(
        m_protocol.ports.isEmpty() ? tr("every port") : tr("%1, as usual").arg(portsText(plan.ports)));
    // nftables attaches helpers to these two transports and no others.
    for (const auto &[box, transport] : {std::pair(m_tcp, QStringLiteral("tcp")), {m_udp, QStringLiteral("udp")}}) {
        box->setChecked(plan.l4.contains(transport));
        box->setEnabled(m_protocol.l4.contains(transport));
    }
    for (const auto &[box, family] : {std::pair(m_ipv4, QStringLiteral("ipv4")), {m_ipv6, QStringLiteral("ipv6")}}) {
        box->setChecked(plan.l3.contains(family));
        box->setEnabled(m_protocol.l3.contains(family));
    }
    m_source->clear();
    m_destination->clear();
    m_interface->setEditText({});
    m_queue->setSpecialValueText(tr("First free (%1)").arg(m_helpers->firstFreeQueue()));
    m_queue->setValue(-1);
    m_policies->setPolicies(plan.policies);
    m_filling = false;
}

TrafficPlace WhereStep::place() const
{
    return TrafficPlace(qMax(0, m_places->checkedId()));
}

HelperPlan WhereStep::plan() const
{
    HelperPlan plan = defaultPlan(m_protocol, m_name);
    plan.place = place();
    plan.ownConnections = m_own->isChecked();
    plan.connectionsToIt = m_toIt->isChecked();
    plan.ports = parsePorts(m_ports->text()).value_or(PortRangeList());
    plan.l4 = ticked({{m_tcp, QStringLiteral("tcp")}, {m_udp, QStringLiteral("udp")}});
    plan.l3 = ticked({{m_ipv4, QStringLiteral("ipv4")}, {m_ipv6, QStringLiteral("ipv6")}});
    plan.source = m_source->text().trimmed();
    plan.destination = m_destination->text().trimmed();
    plan.interfaceName = m_interface->currentText().trimmed();
    plan.policies = m_policies->policies();
    plan.queue = m_queue->value() < 0 ? std::nullopt : std::optional(uint(m_queue->value()));
    return plan;
}

QString WhereStep::problem(const HelperPlan &plan) const
{
    if (!parsePorts(m_ports->text())) {
        return tr("\"%1\" are no ports. Write 21, or 21, 2121, 8000-8010.").arg(m_ports->text());
    }
    for (const HelperInfo &helper : m_helpers->items()) {
        if (plan.queue && helper.queue == *plan.queue) {
            return tr("Queue %1 is read by %2. Take another, or the first free one.").arg(*plan.queue).arg(helper.name);
        }
    }
    return PlanText::problem(plan);
}

void WhereStep::changed()
{
    if (m_filling) {
        return;
    }
    const HelperPlan now = plan();
    const bool itself = now.place == TrafficPlace::ThisMachine;
    m_own->setVisible(itself);
    m_toIt->setVisible(itself);
    m_interfaceLabel->setText(itself ? tr("&Interface") : tr("Arriving &on"));
    m_picture->setPlan(now);
    const QString wrong = problem(now);
    const QString advice = PlanText::advice(now);
    if (!wrong.isEmpty()) {
        m_notice->say(Notice::Kind::Error, wrong);
    } else {
        const auto kind = PlanText::isTooWide(now) ? Notice::Kind::Advice : Notice::Kind::Hint;
        m_notice->say(advice.isEmpty() ? Notice::Kind::Silent : kind, advice);
    }
    m_complete = wrong.isEmpty();
    emit completeChanged();
}

} // namespace Trackhand
