// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fakes.h"

#include "backend/settings/settingsstore.h"
#include "backend/supervisor/livehelpermanager.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace Trackhand {

/// A manager over a kernel in memory, with settings and evidence in a folder of the test's, and a real helper program.
class PlayedManager : public QObject {
protected:
    /// Nothing is registered and nothing saved.
    void begin()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<SettingsStore>(m_directory->path().toStdString());
        m_registrar = {};
        m_table = {};
    }
    void startManager(const char *program)
    {
        m_manager = std::make_unique<LiveHelperManager>(m_registrar, m_table, m_watch, *m_store,
            LiveHelperManager::Paths {program, m_directory->filePath(QStringLiteral("evidence")).toStdString()});
        const auto status = m_manager->start();
        QVERIFY2(status.ok(), status ? "" : status.error().text.c_str());
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SettingsStore> m_store;
    std::unique_ptr<LiveHelperManager> m_manager;
    FakeRegistrar m_registrar;
    FakeRuleTable m_table;
    FakeWatch m_watch;
};

} // namespace Trackhand
