// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace Trackhand {

/// Text that stands back: counts below a table, the names beside values. It goes along when the desktop's colours
/// change.
class QuietLabel : public QLabel {
    Q_OBJECT
public:
    explicit QuietLabel(QWidget *parent = nullptr);
    explicit QuietLabel(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void standBack();
};

} // namespace Trackhand
