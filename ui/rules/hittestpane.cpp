// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/hittestpane.h"

#include "client/models/helpertext.h"
#include "client/rules/rulelisting.h"
#include "client/session/hostsession.h"
#include "ui/parts/quietlabel.h"
#include "ui/parts/stateindicator.h"
#include "ui/parts/statepainter.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

constexpr int Space = 8;
constexpr int GroupSpace = 24;
constexpr int FormWidth = 400;
constexpr int MaxAddress = 64; // characters; no address is longer

QLabel *wrapped(QLabel *label)
{
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long word must not widen the window
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QWidget *beside(const QList<QWidget *> &fields, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space);
    for (QWidget *field : fields) {
        layout->addWidget(field);
    }
    layout->addStretch(1);
    return row;
}

} // namespace

HitTestPane::HitTestPane(HostSession *session, RuleListing *listing, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_listing(listing)
    , m_hook(new QComboBox(this))
    , m_interface(new QComboBox(this))
    , m_interfaceLabel(new QLabel(this))
    , m_transport(new QComboBox(this))
    , m_port(new QSpinBox(this))
    , m_source(new QLineEdit(this))
    , m_destination(new QLineEdit(this))
    , m_verdict(new StateIndicator(this))
    , m_answer(wrapped(new QLabel(this)))
    , m_reason(wrapped(new QLabel(this)))
    , m_show(new QPushButton(tr("&Show the rule"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, Space, 0, 0);
    layout->setSpacing(GroupSpace);
    layout->addLayout(buildForm());
    layout->addLayout(buildAnswer(), 1);
    connectFields();
    fieldsChanged();
}

QFormLayout *HitTestPane::buildForm()
{
    m_hook->addItem(tr("comes from the network (prerouting)"), QStringLiteral("prerouting"));
    m_hook->addItem(tr("is sent by this machine (output)"), QStringLiteral("output"));
    m_hook->setAccessibleName(tr("Where the packet is"));
    m_transport->addItems({QStringLiteral("tcp"), QStringLiteral("udp")});
    m_transport->setAccessibleName(tr("Transport"));
    m_port->setRange(1, 65535);
    m_port->setValue(21);
    m_port->setAccessibleName(tr("Destination port"));
    m_port->setToolTip(tr("Rules look at the port a connection goes to, never at the one it comes from"));
    m_source->setPlaceholderText(QStringLiteral("10.0.1.2"));
    m_source->setAccessibleName(tr("Source address"));
    m_destination->setPlaceholderText(QStringLiteral("10.0.2.2"));
    m_destination->setAccessibleName(tr("Destination address"));
    m_interface->setEditable(true);
    m_interface->setInsertPolicy(QComboBox::NoInsert);
    m_interface->lineEdit()->setPlaceholderText(tr("none that a rule names"));
    m_interface->setAccessibleName(tr("Interface"));
    m_interfaceLabel->setBuddy(m_interface);
    for (QWidget *field : QList<QWidget *> {m_hook, m_source, m_destination, m_interface}) {
        field->setFixedWidth(FormWidth - 120);
    }
    m_source->setMaxLength(MaxAddress);
    m_destination->setMaxLength(MaxAddress);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Space);
    form->setVerticalSpacing(Space);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->addRow(tr("The &packet"), m_hook);
    form->addRow(tr("&From"), m_source);
    form->addRow(tr("&To"), m_destination);
    form->addRow(tr("&Kind"), beside({m_transport, new QLabel(tr("to port"), this), m_port}, this));
    form->addRow(m_interfaceLabel, m_interface);
    // An underlined letter is drawn apart from its neighbours, which takes a little more than the label thinks.
    QWidget *to = form->labelForField(m_destination);
    to->setMinimumWidth(to->sizeHint().width() + 2);
    return form;
}

QLayout *HitTestPane::buildAnswer()
{
    QFont strong = font();
    strong.setPointSizeF(font().pointSizeF() * 1.15);
    m_answer->setFont(strong);
    auto *order = wrapped(new QuietLabel(
        tr("Of several rules the first one counts: a connection keeps the helper it got with its first packet."),
        this));
    connect(m_show, &QPushButton::clicked, this, [this] { emit ruleWanted(m_rule); });
    auto *column = new QVBoxLayout;
    column->setSpacing(Space);
    column->addWidget(m_verdict);
    column->addWidget(m_answer);
    column->addWidget(m_reason);
    column->addWidget(m_show, 0, Qt::AlignLeading);
    column->addStretch(1);
    column->addWidget(order);
    return column;
}

void HitTestPane::connectFields()
{
    connect(m_hook, &QComboBox::currentIndexChanged, this, &HitTestPane::fieldsChanged);
    connect(m_transport, &QComboBox::currentIndexChanged, this, &HitTestPane::fieldsChanged);
    connect(m_interface, &QComboBox::editTextChanged, this, &HitTestPane::fieldsChanged);
    connect(m_port, &QSpinBox::valueChanged, this, &HitTestPane::fieldsChanged);
    for (const QLineEdit *field : {m_source, m_destination}) {
        connect(field, &QLineEdit::textChanged, this, &HitTestPane::fieldsChanged);
    }
    connect(m_listing, &RuleListing::changed, this, &HitTestPane::updateAnswer);
    connect(m_listing, &RuleListing::failed, this, &HitTestPane::updateAnswer);
    const RuleStore *rules = m_session->rules();
    connect(rules, &ObjectStoreSignals::changed, this, [this](int, const QVariantMap &properties) {
        if (!onlyCounted(properties)) {
            updateAnswer();
        }
    });
    for (const auto signal : {&ObjectStoreSignals::added, &ObjectStoreSignals::removed}) {
        connect(rules, signal, this, &HitTestPane::updateAnswer);
    }
    connect(rules, &ObjectStoreSignals::reset, this, &HitTestPane::updateAnswer);
}

void HitTestPane::fieldsChanged()
{
    m_interfaceLabel->setText(m_hook->currentIndex() == 0 ? tr("Arriving &on") : tr("Leaving &by"));
    updateAnswer();
}

std::optional<RulePacket> HitTestPane::packet()
{
    RulePacket packet;
    packet.hook = m_hook->currentData().toString();
    packet.interfaceName = m_interface->currentText().trimmed();
    packet.l4 = m_transport->currentText();
    packet.port = quint16(m_port->value());
    for (const auto &[field, address] :
        {std::pair(m_source, &RulePacket::source), {m_destination, &RulePacket::destination}}) {
        const QString text = field->text().trimmed();
        const auto parsed = IpAddress::parse(text.toStdString());
        if (!parsed) {
            say(StateKind::Disabled, tr("no packet yet"), {},
                text.isEmpty() ? tr("Write the two addresses of a packet, and its kind, to see which rule it meets.")
                               : tr("\"%1\" is no address. Write 10.0.1.2 or fd00:1::2.").arg(text));
            return std::nullopt;
        }
        packet.*address = *parsed;
    }
    if (packet.source.family != packet.destination.family) {
        say(StateKind::Disabled, tr("no packet yet"), {}, tr("The addresses are of two families; no packet has both."));
        return std::nullopt;
    }
    return packet;
}

void HitTestPane::updateAnswer()
{
    if (!isVisible()) {
        return; // asked again when it is shown
    }
    if (const auto asked = packet()) {
        const auto rules = inKernelOrder(m_session->rules()->items(), m_listing->text(), asked->hook);
        sayHit(rules, ruleHit(rules, *asked), *asked);
    }
}

void HitTestPane::sayHit(const QList<RuleInfo> &rules, const RuleHit &hit, const RulePacket &packet)
{
    if (hit.met >= 0) {
        const RuleInfo &rule = rules.at(hit.met);
        QString reason = ruleSentence(settingsOf(rule)) + QLatin1Char('.');
        if (!hit.later.isEmpty()) {
            QStringList ids;
            for (const int place : hit.later) {
                ids.append(QString::number(rules.at(place).id));
            }
            reason += QLatin1Char('\n')
                + tr("%n other rule(s) would take it too, but come later: %1.", nullptr, int(ids.size()))
                      .arg(ids.join(QStringLiteral(", ")));
        }
        say(StateKind::Running, tr("rule %1").arg(rule.id),
            tr("Rule %1 gives this connection to %2.").arg(rule.id).arg(rule.helper), reason, rule.id);
    } else if (hit.nearest >= 0) {
        const RuleInfo &rule = rules.at(hit.nearest);
        say(StateKind::Attention, tr("no rule"),
            tr("No rule takes it. The nearest is rule %1 of %2:").arg(rule.id).arg(rule.helper),
            RuleHitText::failure(rule, hit.failed, packet), rule.id);
    } else {
        say(StateKind::Attention, tr("no rule"), tr("There is no rule at all."), {});
    }
}

void HitTestPane::say(StateKind state, const QString &word, const QString &answer, const QString &reason, uint rule)
{
    m_verdict->setState(state, word);
    m_answer->setText(answer);
    m_answer->setVisible(!answer.isEmpty());
    m_reason->setText(reason);
    m_rule = rule;
    m_show->setVisible(rule != 0);
}

void HitTestPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_listing->setWanted(this, true);
    updateAnswer();
}

void HitTestPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_listing->setWanted(this, false);
}

} // namespace Trackhand
