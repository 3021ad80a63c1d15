// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace Trackhand {

/// One thing that was looked at.
struct DoctorCheck {
    enum class Outcome {
        Ok,
        Attention, ///< works, or could not be found out; worth knowing
        Failed,
    };

    QString id; ///< for programs: "kernel", "cthelper", ...
    Outcome outcome = Outcome::Ok;
    QString text; ///< one sentence: what was found
    QString remedy; ///< one sentence: what to do; empty with Ok
    bool kernel = false; ///< about what the kernel can do: when it failed, no backend can help
};

QString outcomeName(DoctorCheck::Outcome outcome); ///< "ok", "attention", "failed"

/// Says what this machine can do, from files that everybody may read: no root, no backend, nothing is loaded or
/// changed.
class Doctor {
public:
    /// @p root is where / is; another directory lets tests look at machines they are not on.
    explicit Doctor(const QString &root = QStringLiteral("/"));

    QList<DoctorCheck> examine() const;

    /// The first kernel check that failed; nullptr when user-space helpers can work here.
    static const DoctorCheck *kernelFailure(const QList<DoctorCheck> &checks);

private:
    QString m_root;
};

} // namespace Trackhand
