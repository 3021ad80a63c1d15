// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/protocollist.h"

#include "ui/wizard/helperplan.h"

#include <QApplication>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Trackhand {

namespace {

constexpr int Margin = 8;

QFont nameFont(const QFont &font)
{
    QFont name = font;
    name.setWeight(QFont::DemiBold);
    return name;
}

QColor dimmed(QColor color)
{
    color.setAlphaF(0.7F);
    return color;
}

/// Two lines: the name with the detail at the other end, and the summary.
class ProtocolDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const int name = QFontMetrics(nameFont(option.font)).lineSpacing();
        return {200, name + option.fontMetrics.lineSpacing() + 2 * Margin};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const bool enabled = option.state.testFlag(QStyle::State_Enabled);
        const auto group = !enabled                       ? QPalette::Disabled
            : option.state.testFlag(QStyle::State_Active) ? QPalette::Normal
                                                          : QPalette::Inactive;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QColor color = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
        const QRect box = option.rect.adjusted(2 * Margin, Margin, -2 * Margin, -Margin);
        paintLines(painter, option, box, index, color);
        if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
            QStyleOptionFocusRect focus;
            focus.QStyleOption::operator=(option);
            focus.backgroundColor = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);
            style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
        }
    }

private:
    static void paintLines(QPainter *painter, const QStyleOptionViewItem &option, const QRect &box,
        const QModelIndex &index, const QColor &color)
    {
        const auto line = [&](int alignment, const QString &text) {
            painter->drawText(box, int(QStyle::visualAlignment(option.direction, Qt::Alignment(alignment))), text);
        };
        painter->save();
        painter->setPen(color);
        painter->setFont(nameFont(option.font));
        line(Qt::AlignLeft | Qt::AlignTop, index.data(Qt::DisplayRole).toString());
        painter->setPen(option.state.testFlag(QStyle::State_Selected) ? color : dimmed(color));
        painter->setFont(option.font);
        line(Qt::AlignRight | Qt::AlignTop, index.data(ProtocolList::DetailRole).toString());
        line(Qt::AlignLeft | Qt::AlignBottom,
            option.fontMetrics.elidedText(
                index.data(ProtocolList::SummaryRole).toString(), Qt::ElideRight, box.width()));
        painter->restore();
    }
};

QString detail(const ProtocolInfo &protocol)
{
    QStringList ports;
    for (const quint16 port : protocol.ports) {
        ports.append(QString::number(port));
    }
    const QString transports = protocol.l4.join(QStringLiteral(", "));
    const QString traffic = isObserver(protocol) || ports.isEmpty()
        ? transports
        : ProtocolList::tr("%1 port %2").arg(transports, ports.join(QStringLiteral(", ")));
    //: In front: a helper that is code of the host's own, not a built-in one. %1 is its traffic, like "tcp port 7000".
    return protocol.module ? ProtocolList::tr("module, %1").arg(traffic) : traffic;
}

} // namespace

ProtocolList::ProtocolList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new ProtocolDelegate(this));
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Protocols"));
}

void ProtocolList::setProtocols(const QList<ProtocolInfo> &protocols, const QMap<QString, QString> &taken)
{
    clear();
    m_protocols.clear();
    for (const bool observers : {false, true}) {
        for (const ProtocolInfo &protocol : protocols) {
            if (isObserver(protocol) == observers) {
                m_protocols.insert(protocol.name, protocol);
                addProtocol(protocol, observers ? QString() : taken.value(protocol.name));
            }
        }
    }
    chooseFirst();
}

void ProtocolList::addProtocol(const ProtocolInfo &protocol, const QString &taken)
{
    auto *item = new QListWidgetItem(isObserver(protocol) ? tr("Observe any traffic") : protocol.name, this);
    item->setData(NameRole, protocol.name);
    item->setData(SummaryRole, protocol.summary);
    item->setData(DetailRole, taken.isEmpty() ? detail(protocol) : taken);
    item->setData(Qt::AccessibleTextRole, QStringLiteral("%1. %2").arg(item->text(), protocol.summary));
    if (!taken.isEmpty()) {
        item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
    }
}

void ProtocolList::search(const QString &text)
{
    for (int row = 0; row < count(); ++row) {
        QListWidgetItem *each = item(row);
        const QString haystack = each->text() + QLatin1Char(' ') + each->data(SummaryRole).toString() + QLatin1Char(' ')
            + each->data(DetailRole).toString();
        const bool last = isObserver(m_protocols.value(each->data(NameRole).toString()));
        each->setHidden(!last && !haystack.contains(text, Qt::CaseInsensitive));
    }
    if (!currentItem() || currentItem()->isHidden() || !text.isEmpty()) {
        chooseFirst();
    }
}

void ProtocolList::chooseFirst()
{
    for (int row = 0; row < count(); ++row) {
        if (!item(row)->isHidden() && item(row)->flags().testFlag(Qt::ItemIsSelectable)) {
            setCurrentRow(row);
            return;
        }
    }
    setCurrentItem(nullptr);
}

const ProtocolInfo *ProtocolList::chosen() const
{
    if (!currentItem() || !currentItem()->flags().testFlag(Qt::ItemIsSelectable)) {
        return nullptr;
    }
    const auto found = m_protocols.constFind(currentItem()->data(NameRole).toString());
    return found == m_protocols.cend() ? nullptr : &*found;
}

bool ProtocolList::choose(const QString &protocol)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(NameRole).toString() == protocol && item(row)->flags().testFlag(Qt::ItemIsSelectable)) {
            setCurrentRow(row);
            return true;
        }
    }
    return false;
}

} // namespace Trackhand
