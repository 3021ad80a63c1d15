// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/hexmodel.h"
#include "client/models/packettreemodel.h"

#include <QStackedWidget>

class QAction;
class QSplitter;
class QTreeView;

namespace Trackhand {

class EmptyState;
class HexView;
class ExpectationModel;
class PayloadFeed;

/// One packet taken apart: on the left its fields as a tree, on the right its bytes. What is chosen on one side is
/// shown on the other. Where there are no bytes, the reason stands in their place.
class PacketPane : public QStackedWidget {
    Q_OBJECT
public:
    /// Where its bytes come from, and what was expected on its connection.
    PacketPane(PayloadFeed *payloads, const ExpectationModel *expectations, QWidget *parent = nullptr);

    /// For a narrow place: the bytes stand below the fields, and the proportions are kept under @p name of their own.
    void standUpright(const QString &name);

    /// @p ofThisRing: its number still leads to its bytes (PacketModel::isOfThisRing()).
    void show(const EventRecord &packet, bool ofThisRing = true);
    void showNone();

    QTreeView *tree() const { return m_tree; }
    HexView *hex() const { return m_hex; }
    EmptyState *noBytes() const { return m_noBytes; }
    QAction *copyHexAction() const { return m_copyHex; }
    QAction *copyTextAction() const { return m_copyText; }

private:
    void buildTree();
    void createActions();
    void showPacket();
    void expandUnseen();
    void sayWhyNoBytes();
    void fieldChosen(const QModelIndex &field);
    void byteChosen(int byte);
    void copyHex();
    void copyText();

    PayloadFeed *m_payloads;
    const ExpectationModel *m_expectations;
    std::optional<EventRecord> m_packet;
    bool m_ofThisRing = true;
    PacketTreeModel m_fields;
    HexModel m_bytes;
    EmptyState *m_none;
    QSplitter *m_splitter;
    QTreeView *m_tree;
    QStackedWidget *m_right;
    HexView *m_hex;
    EmptyState *m_noBytes;
    QAction *m_copyHex;
    QAction *m_copyText;
    bool m_following = false; ///< the tree follows a byte, and must not mark another range for it
};

} // namespace Trackhand
