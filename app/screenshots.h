// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <vector>

namespace Trackhand {

class AddHelperWizard;
class MainWindow;
class WorkbenchPage;

/// Goes through the pages and the three steps of the wizard, waits on each until it shows live data (or long enough),
/// writes a picture of it and prints the picture's path.
class Screenshots : public QObject {
    Q_OBJECT
public:
    Screenshots(MainWindow *window, const QString &directory, QObject *parent = nullptr);

    void start();

signals:
    /// The exit status: 0, or 1 when a picture could not be written.
    void finished(int status);

private:
    struct Shot {
        QString name;
        std::function<void()> prepare;
        std::function<bool()> ready;
        std::function<QWidget *()> subject;
    };

    void addPageShots();
    void addDiagnosisShot();
    void addWizardShots();
    void next();
    void check();
    void selectNewest();
    bool write(const Shot &shot);
    AddHelperWizard *wizard() const;
    WorkbenchPage *workbench() const;

    MainWindow *m_window;
    QString m_directory;
    std::vector<Shot> m_shots;
    std::size_t m_index = 0;
    QElapsedTimer m_waited;
    QTimer m_timer;
};

} // namespace Trackhand
