// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QString>

namespace Trackhand {

/// The file that a script is written in: what it says, and whether somebody else has changed it. A script that was
/// never saved has a name and no file.
class ScriptDocument : public QObject {
    Q_OBJECT
public:
    explicit ScriptDocument(QObject *parent = nullptr);
    ~ScriptDocument() override;

    const QString &file() const { return m_file; } ///< "" when there is none yet
    QString name() const; ///< without folders; what errors call it
    bool differs(const QString &text) const { return text != m_saved; } ///< from what the file says

    /// The text of a new script, which has no file and would be called @p name.
    void startNew(const QString &name);
    /// What the file says. An error when it is none, or too large to be a script; the document stays as it was then.
    Result<QString> open(const QString &file);
    /// A file that may not be there any more: the document is of it all the same. What it says.
    QString resume(const QString &file, const QString &name);
    /// Writes in a thread of the pool, and says saved() or saveFailed(). Afterwards the document is of that file.
    void save(const QString &file, const QString &text);

signals:
    void saved();
    void saveFailed(const QString &why);
    /// Somebody else has written the file: it said @p before, and says @p now.
    void changedOnDisk(const QString &before, const QString &now);

private:
    struct Written {
        QString file;
        QString text;
        QString problem;
    };

    static Written write(const QString &file, const QString &text);
    void use(const QString &file, const QString &saved);
    void watch();
    void look();
    void written();

    QString m_file;
    QString m_name;
    QString m_saved;
    QFileSystemWatcher m_disk;
    QFutureWatcher<Written> m_writing;
};

} // namespace Trackhand
