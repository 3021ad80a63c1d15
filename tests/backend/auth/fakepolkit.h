// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QMap>
#include <QStringList>

namespace Trackhand {

/// The (bba{ss}) of org.freedesktop.PolicyKit1.Authority.CheckAuthorization.
struct PolkitResult {
    bool authorized = false;
    bool challenge = false;
    QMap<QString, QString> details;
};

/// Plays polkitd on a bus: the two methods that a mechanism calls, with answers that the test chooses.
class FakePolkit : public QDBusVirtualObject {
    Q_OBJECT

public:
    explicit FakePolkit(const QDBusConnection &connection);

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;
    QString introspect(const QString &) const override { return {}; }

    void answerNext(const PolkitResult &result); ///< the oldest question that waits, withdrawn or not

    qsizetype open() const { return m_open.size(); }

    struct Asked {
        QString subjectKind;
        QString subjectName;
        QString action;
        uint flags = 0;
        QString cancellationId;
    };
    QList<Asked> asked;
    QStringList cancelled; ///< cancellation ids
    bool waiting = false; ///< questions wait for answerNext()
    bool deaf = false; ///< does not stop a question that is withdrawn, as if its answer were on its way
    bool failing = false; ///< questions get an error
    PolkitResult result; ///< the answer when nothing waits

private:
    void check(const QDBusMessage &message);
    void cancel(const QDBusMessage &message);
    void send(const QDBusMessage &question, const PolkitResult &answer);

    QDBusConnection m_connection;
    QList<QDBusMessage> m_open;
};

} // namespace Trackhand
