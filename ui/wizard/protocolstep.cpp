// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/protocolstep.h"

#include "client/rules/fieldcheck.h"
#include "client/stores/helperstore.h"
#include "ui/wizard/helperplan.h"
#include "ui/wizard/notice.h"
#include "ui/wizard/protocollist.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace Trackhand {

namespace {

constexpr int MaxNameLength = 15;

} // namespace

ProtocolStep::ProtocolStep(const HelperStore *helpers, QWidget *parent)
    : QWidget(parent)
    , m_helpers(helpers)
    , m_search(new QLineEdit(this))
    , m_list(new ProtocolList(this))
    , m_nameRow(new QWidget(this))
    , m_name(new QLineEdit(m_nameRow))
    , m_notice(new Notice(this))
{
    m_search->setPlaceholderText(tr("Search by name, port or what it does"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search the protocols"));
    m_search->installEventFilter(this);
    m_name->setMaxLength(MaxNameLength);
    auto *nameLabel = new QLabel(tr("&Name of the helper"), m_nameRow);
    nameLabel->setBuddy(m_name);
    auto *nameLayout = new QHBoxLayout(m_nameRow);
    nameLayout->setContentsMargins(0, 0, 0, 0);
    nameLayout->setSpacing(8);
    nameLayout->addWidget(nameLabel);
    nameLayout->addWidget(m_name);
    nameLayout->addStretch(1);
    QSizePolicy keepsItsPlace = m_nameRow->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_nameRow->setSizePolicy(keepsItsPlace);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nameRow);
    layout->addWidget(m_notice);
    setFocusProxy(m_search);

    connect(m_search, &QLineEdit::textChanged, this, &ProtocolStep::searched);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProtocolStep::chosen);
    connect(m_list, &QListWidget::itemActivated, this, &ProtocolStep::accepted);
    connect(m_name, &QLineEdit::textChanged, this, &ProtocolStep::chosen);
    connect(m_notice, &Notice::buttonClicked, this, &ProtocolStep::retryWanted);
    showWaiting();
}

void ProtocolStep::showWaiting()
{
    m_failed = true;
    m_list->setProtocols({}, {});
    m_nameRow->hide();
    m_notice->say(Notice::Kind::Busy, tr("Reading the protocols of the backend …"));
    emit completeChanged();
}

void ProtocolStep::showProtocols(const QList<ProtocolInfo> &protocols)
{
    m_failed = false;
    QMap<QString, QString> taken;
    for (const HelperInfo &helper : m_helpers->items()) {
        taken.insert(helper.name, helper.isForeign() ? tr("registered by another program") : tr("added already"));
    }
    m_name->setText(freeName(QStringLiteral("observer")));
    m_list->setProtocols(protocols, taken);
    m_list->search(m_search->text());
    chosen();
}

void ProtocolStep::showError(const Error &error)
{
    m_failed = true;
    m_notice->say(Notice::Kind::Error,
        tr("The protocols could not be read: %1").arg(QString::fromStdString(error.text)), tr("&Try again"));
    emit completeChanged();
}

std::optional<ProtocolInfo> ProtocolStep::protocol() const
{
    const ProtocolInfo *chosen = m_list->chosen();
    return chosen ? std::optional(*chosen) : std::nullopt;
}

QString ProtocolStep::helperName() const
{
    const ProtocolInfo *chosen = m_list->chosen();
    if (!chosen) {
        return {};
    }
    return isObserver(*chosen) ? m_name->text() : chosen->name;
}

bool ProtocolStep::isComplete() const
{
    return !m_failed && m_list->chosen() && nameProblem().isEmpty();
}

bool ProtocolStep::eventFilter(QObject *watched, QEvent *event)
{
    // The arrows move through the list while the search field keeps the keyboard.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ProtocolStep::searched(const QString &text)
{
    m_list->search(text);
    const ProtocolInfo *chosen = m_list->chosen();
    // Nothing but the observer is left: whatever was searched for may well be the name the helper is to have.
    if (chosen && isObserver(*chosen) && !text.isEmpty() && FieldCheck::helperName(text).isEmpty()) {
        m_name->setText(text);
    }
}

void ProtocolStep::chosen()
{
    if (m_failed) {
        return;
    }
    const ProtocolInfo *protocol = m_list->chosen();
    m_nameRow->setVisible(protocol && isObserver(*protocol));
    const QString problem = protocol ? nameProblem() : tr("All of these are added already. Search for another one.");
    if (!problem.isEmpty()) {
        m_notice->say(Notice::Kind::Error, problem);
    } else {
        m_notice->say(protocol->advice.isEmpty() ? Notice::Kind::Silent : Notice::Kind::Hint, protocol->advice);
    }
    emit completeChanged();
}

QString ProtocolStep::nameProblem() const
{
    const QString name = helperName();
    if (m_helpers->find(name)) {
        return tr("A helper called %1 is there already. Give this one another name.").arg(name);
    }
    return FieldCheck::helperName(name);
}

QString ProtocolStep::freeName(const QString &wish) const
{
    QString name = wish;
    for (int number = 2; m_helpers->find(name); ++number) {
        name = wish + QString::number(number);
    }
    return name;
}

} // namespace Trackhand
