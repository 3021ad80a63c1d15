// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "wire/base/result.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace Trackhand {

class HelperStore;
class Notice;
class ProtocolList;

/// Which protocol: a list with a search field, and a name for a helper that observes.
class ProtocolStep : public QWidget {
    Q_OBJECT
public:
    explicit ProtocolStep(const HelperStore *helpers, QWidget *parent = nullptr);

    void showWaiting();
    void showProtocols(const QList<ProtocolInfo> &protocols);
    void showError(const Error &error);

    ProtocolList *list() const { return m_list; }
    /// Nothing while nothing is chosen that can be added.
    std::optional<ProtocolInfo> protocol() const;
    QString helperName() const;
    bool isComplete() const;

signals:
    void completeChanged();
    void accepted(); ///< Enter or a double click on an entry
    void retryWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void searched(const QString &text);
    void chosen();
    QString nameProblem() const;
    QString freeName(const QString &wish) const;

    const HelperStore *m_helpers;
    QLineEdit *m_search;
    ProtocolList *m_list;
    QWidget *m_nameRow;
    QLineEdit *m_name;
    Notice *m_notice;
    bool m_failed = false;
};

} // namespace Trackhand
