// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

class QDialog;
class QLayout;
class QPushButton;

namespace Trackhand {

/// The bottom of a dialog that asks the backend for something: Cancel, which rejects, and at the far end the button that asks.
class DialogButtons {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::DialogButtons)
public:
    /// @p submit becomes the default button. The caller connects it and adds the row to the dialog's layout.
    static QLayout *row(QPushButton *submit, QDialog *dialog);
};

} // namespace Trackhand
