// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTemporaryDir>

#include <optional>

namespace Trackhand {

class BackendLink;

/// Fetches what the backend kept of a helper process that died, for which polkit may ask for a password, and puts it
/// into a folder that only this person can read and that goes with this object.
class EvidenceOpener : public QObject {
    Q_OBJECT
public:
    explicit EvidenceOpener(BackendLink *link, QObject *parent = nullptr);

    /// Says opened() or failed() later.
    void open(const QString &id);

signals:
    void opened(const QString &file);
    void failed(const QString &text);

private:
    void keep(const QString &id, const QByteArray &capture);
    void fail(const QString &why);

    BackendLink *m_link;
    std::optional<QTemporaryDir> m_folder; ///< once something was fetched
};

} // namespace Trackhand
