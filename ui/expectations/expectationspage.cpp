// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/expectations/expectationspage.h"

#include "client/session/hostsession.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/statepainter.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>

namespace Trackhand {

ExpectationsPage::ExpectationsPage(HostSession *session, QWidget *parent)
    : Page(tr("Expectations"), session, parent)
    , m_counts(new QLabel(this))
{
    m_table = createTable(session->expectationModel(),
        {QStringLiteral("00:00:00.000"), QStringLiteral("netbios"), QStringLiteral("netbios"), QStringLiteral("tcp"),
            QStringLiteral("192.168.100.200"), QStringLiteral("192.168.100.200:50000"), QStringLiteral("10 min 10 s"),
            QStringLiteral("matched XX"), QString()},
        this);
    m_table->setAccessibleName(tr("Expectations"));
    setContent(m_table);
    QPalette quiet = m_counts->palette();
    quiet.setColor(QPalette::WindowText, dimmed(quiet));
    m_counts->setPalette(quiet);
    tools()->addStretch(1);
    tools()->addWidget(m_counts);
    emptyState()->setTexts(tr("Nothing is expected"),
        tr("When a helper sees a connection announce another one, such as PORT or PASV in FTP, it makes an "
           "expectation, "
           "and the firewall lets that one connection through as related. Each shows here until it is matched or its "
           "time is over, and for a while after."));
    connect(session->expectationModel(), &ExpectationModel::countsChanged, this, &ExpectationsPage::updateCounts);
    updateCounts();
}

void ExpectationsPage::goingOn()
{
    session()->expectationModel()->tick(std::uint64_t(QDateTime::currentMSecsSinceEpoch()) * 1'000'000);
}

void ExpectationsPage::updateCounts()
{
    const ExpectationModel *model = session()->expectationModel();
    const QLocale locale;
    m_counts->setText(tr("%1 waiting, %2 shown, %3 events lost")
                          .arg(locale.toString(model->waiting()), locale.toString(model->rowCount()),
                              locale.toString(model->lost())));
    setEmpty(model->rowCount() == 0);
}

} // namespace Trackhand
