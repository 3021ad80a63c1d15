// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

namespace Trackhand {

class LinkDelegate;

/// The links of a DiagnosisModel side by side, joined by a line that is whole as far as the chain holds. As high as it
/// needs to be: when the links do not fit beside each other, the chain goes on in the next row.
class ChainView : public QListView {
    Q_OBJECT
public:
    explicit ChainView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    LinkDelegate *m_delegate;
};

} // namespace Trackhand
