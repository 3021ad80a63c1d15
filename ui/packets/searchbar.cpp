// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/searchbar.h"

#include "client/models/packetmodel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace Trackhand {

namespace {

constexpr int PatienceMs = 200; // what takes less is over before one looks
constexpr int LookMs = 100;

} // namespace

SearchBar::SearchBar(PacketModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_label(new QLabel(tr("Looking through the packets"), this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_bar->setRange(0, 1000);
    m_bar->setAccessibleName(tr("Packets looked at"));
    m_cancel->setAccessibleName(tr("Cancel filtering and sorting"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancel);
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    m_looking.setInterval(LookMs);
    connect(&m_patience, &QTimer::timeout, this, &SearchBar::showProgress);
    connect(&m_looking, &QTimer::timeout, this, [this] { m_bar->setValue(m_model->searchProgress()); });
    connect(m_cancel, &QPushButton::clicked, m_model, &PacketModel::cancelSearch);
    connect(m_model, &PacketModel::searchingChanged, this, &SearchBar::follow);
}

void SearchBar::follow()
{
    if (m_model->isSearching()) {
        m_patience.start();
        return;
    }
    m_patience.stop();
    m_looking.stop();
    hide();
}

void SearchBar::showProgress()
{
    m_bar->setValue(m_model->searchProgress());
    m_looking.start();
    show();
}

} // namespace Trackhand
