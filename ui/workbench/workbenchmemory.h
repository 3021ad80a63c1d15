// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSettings>
#include <QString>
#include <QThreadPool>

namespace Trackhand {

/// What the workbench of one host had when it was left: the script, also what was not saved, and the capture. In the
/// person's settings, and a file beside them. What is not there, or is broken, reads as absent.
class WorkbenchMemory {
public:
    explicit WorkbenchMemory(const QString &host); ///< "" this machine
    ~WorkbenchMemory();

    struct Script {
        QString file; ///< "" when it was never saved
        QString name; ///< of one that was never saved
        QString unsaved; ///< its text, where it differs from what the file says; null when it does not
    };
    Script script() const;
    /// Writes in a thread of its own.
    void keepScript(const Script &script);

    QString capture() const;
    void setCapture(const QString &file);
    bool runsAfterSaving() const;
    void setRunsAfterSaving(bool on);

private:
    QString key(const char *name) const;

    QSettings m_settings;
    QString m_host;
    QString m_draft; ///< the file with what was not saved
    QThreadPool m_writer;
};

} // namespace Trackhand
