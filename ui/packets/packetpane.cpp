// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/packetpane.h"

#include "client/feed/payloadfeed.h"
#include "client/models/expectationmodel.h"
#include "ui/packets/hexview.h"
#include "ui/parts/celldelegate.h"
#include "ui/parts/emptystate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>

namespace Trackhand {

namespace {

constexpr int ReasonWidth = 360; // fits beside the tree
constexpr int NameWidth = 17; // characters

} // namespace

PacketPane::PacketPane(PayloadFeed *payloads, const ExpectationModel *expectations, QWidget *parent)
    : QStackedWidget(parent)
    , m_payloads(payloads)
    , m_expectations(expectations)
    , m_none(new EmptyState(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tree(new QTreeView(this))
    , m_right(new QStackedWidget(this))
    , m_hex(new HexView(&m_bytes, this))
    , m_noBytes(new EmptyState(this, ReasonWidth))
{
    m_splitter->setObjectName(QStringLiteral("packet"));
    buildTree();
    m_right->addWidget(m_hex);
    m_right->addWidget(m_noBytes);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(0, false);
    m_none->setTexts(tr("No packet selected"), tr("Choose one in the table to see what is in it, byte by byte."));
    addWidget(m_none);
    addWidget(m_splitter);
    createActions();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &PacketPane::fieldChosen);
    connect(m_hex, &HexView::byteChosen, this, &PacketPane::byteChosen);
    connect(m_noBytes->button(), &QPushButton::clicked, payloads, &PayloadFeed::ask);
    connect(payloads, &PayloadFeed::stateChanged, this, &PacketPane::showPacket);
}

void PacketPane::standUpright(const QString &name)
{
    m_splitter->setObjectName(name);
    m_splitter->setOrientation(Qt::Vertical);
    m_splitter->setSizes({3000, 2000}); // a proportion
}

void PacketPane::buildTree()
{
    m_tree->setModel(&m_fields);
    m_tree->setItemDelegate(new CellDelegate(m_tree));
    m_tree->setAccessibleName(tr("The packet's fields"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(
        PacketTreeModel::NameColumn, NameWidth * fontMetrics().averageCharWidth() + 2 * m_tree->indentation());
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

void PacketPane::createActions()
{
    m_copyHex = new QAction(tr("Copy as hexadecimal digits"), this);
    m_copyText = new QAction(tr("Copy as text"), this);
    m_copyHex->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copyText->setShortcut(QKeySequence::Copy);
    connect(m_copyHex, &QAction::triggered, this, &PacketPane::copyHex);
    connect(m_copyText, &QAction::triggered, this, &PacketPane::copyText);
    for (QWidget *view : {static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_hex)}) {
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
        view->addActions({m_copyText, m_copyHex});
    }
    for (QAction *action : {m_copyHex, m_copyText}) {
        action->setShortcutContext(Qt::WidgetShortcut);
    }
}

void PacketPane::show(const EventRecord &packet, bool ofThisRing)
{
    m_packet = packet;
    m_ofThisRing = ofThisRing;
    showPacket();
}

void PacketPane::showNone()
{
    m_packet.reset();
    showPacket();
}

void PacketPane::showPacket()
{
    setCurrentWidget(m_packet ? static_cast<QWidget *>(m_splitter) : m_none);
    if (!m_packet) {
        return;
    }
    const auto bytes = m_ofThisRing ? m_payloads->bytesOf(*m_packet) : std::nullopt;
    m_hex->setRange({});
    m_bytes.setBytes(bytes ? bytes->bytes : QByteArray());
    m_fields.setFields(decodePacket(*m_packet, bytes, m_expectations->ofConnection(*m_packet)));
    expandUnseen();
    m_right->setCurrentWidget(bytes ? static_cast<QWidget *>(m_hex) : m_noBytes);
    if (!bytes) {
        sayWhyNoBytes();
    }
}

// Headers say the most in one line; what is not in the packet itself is shown whole.
void PacketPane::expandUnseen()
{
    for (int row = 0; row < m_fields.rowCount(); ++row) {
        const QModelIndex field = m_fields.index(row, 0);
        m_tree->setExpanded(field, m_fields.rangeOf(field).isEmpty());
    }
}

void PacketPane::sayWhyNoBytes()
{
    switch (m_payloads->state()) {
    case PayloadFeed::State::NotAsked:
        m_noBytes->setTexts(tr("The bytes are not shown"),
            tr("Reading what is in other people's packets is a right of its own. The system may ask for a password."),
            tr("Show the bytes"));
        break;
    case PayloadFeed::State::Asking:
        m_noBytes->setTexts(tr("Asking for the bytes"), tr("The system may be waiting for a password."));
        break;
    case PayloadFeed::State::Refused:
        m_noBytes->setTexts(
            tr("The bytes may not be read"), QString::fromStdString(m_payloads->problem().text), tr("Ask again"));
        break;
    case PayloadFeed::State::Unreachable:
        m_noBytes->setTexts(tr("No bytes from another machine"),
            tr("This window gets no bytes through ssh. There, \"trackhandctl watch packets --pcapng FILE\" keeps "
               "them."));
        break;
    case PayloadFeed::State::Capture:
        m_noBytes->setTexts(tr("No bytes of this packet"), tr("The capture has none of them."));
        break;
    case PayloadFeed::State::Open:
        m_noBytes->setTexts(tr("No bytes of this packet"),
            tr("The backend keeps the bytes of the newest packets only, and only while somebody looks at them. Choose "
               "one that has come since."));
        break;
    }
}

void PacketPane::fieldChosen(const QModelIndex &field)
{
    if (!m_following) {
        m_hex->setRange(m_fields.rangeOf(field));
    }
}

void PacketPane::byteChosen(int byte)
{
    const QModelIndex field = m_fields.innermostAt(byte);
    m_following = true;
    m_tree->setCurrentIndex(field);
    m_following = false;
    m_hex->setRange(field.isValid() ? m_fields.rangeOf(field) : ByteRange {byte, 1});
}

void PacketPane::copyHex()
{
    if (!m_hex->range().isEmpty()) {
        QGuiApplication::clipboard()->setText(m_bytes.hexText(m_hex->range()));
    }
}

// A field that is not in the packet is copied as what the tree says.
void PacketPane::copyText()
{
    const ByteRange range = m_hex->range();
    const bool fromTree = m_tree->hasFocus() || range.isEmpty();
    const QModelIndex field = m_tree->currentIndex();
    QGuiApplication::clipboard()->setText(fromTree && field.isValid()
            ? field.siblingAtColumn(PacketTreeModel::ValueColumn).data().toString()
            : m_bytes.plainText(range));
}

} // namespace Trackhand
