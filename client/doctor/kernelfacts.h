// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace Trackhand {

/// What the files of a machine tell about its kernel. Everything is read once, when the object is made.
class KernelFacts {
public:
    explicit KernelFacts(const QString &root);

    enum class Presence {
        Present, ///< loaded, built in, or a module file that can be loaded
        ModuleFileMissing, ///< configured as a module, but its file is not installed
        Absent,
        Unknown, ///< neither a configuration nor a module directory was found
    };
    Presence presence(const QString &module, const QString &option) const;
    /// Of an option that has no module of its own.
    Presence presence(const QString &option) const;

    /// Whether the running kernel or a loaded module has this symbol. Reads megabytes: for when nothing else tells.
    bool hasSymbol(const QString &name) const;

    QString release() const { return m_release; }
    QStringList loadedModules() const { return m_loaded; }
    /// The file's text, "" when it cannot be read.
    QString read(const QString &path) const;
    bool exists(const QString &path) const;
    QString path(const QString &path) const { return m_root + path; }

private:
    void readConfiguration();
    void readModules();

    QString m_root;
    QString m_release;
    QHash<QString, QString> m_options; ///< CONFIG_X -> y, m or n
    QStringList m_loaded;
    QStringList m_installed; ///< module names that have a file or are built in
    bool m_knowsModules = false;
};

} // namespace Trackhand
