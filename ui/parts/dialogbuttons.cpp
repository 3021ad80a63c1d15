// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/dialogbuttons.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>

namespace Trackhand {

QLayout *DialogButtons::row(QPushButton *submit, QDialog *dialog)
{
    auto *cancel = new QPushButton(tr("Cancel"), dialog);
    cancel->setAutoDefault(false);
    submit->setDefault(true);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(submit);
    return row;
}

} // namespace Trackhand
