// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>
#include <memory>

class QMenu;

namespace Trackhand {

class HostSession;
class PacketRecording;

/// Takes down what one helper sees until it is pressed again, or the recording is full, and writes it into a capture
/// file. The bytes of packets are a right of their own, and are asked for first.
class RecordButton : public QToolButton {
    Q_OBJECT
public:
    explicit RecordButton(HostSession *session, QWidget *parent = nullptr);
    ~RecordButton() override;

    /// The packets of @p helper shall be written to @p file.
    void record(const QString &helper, const QString &file);
    bool isRecording() const { return m_recording != nullptr; }
    QMenu *helperMenu() const { return m_menu; }

signals:
    void recorded(const QString &file);
    void failed(const QString &text);
    void noted(const QString &text);

private:
    void fillMenu();
    void askForFile(const QString &helper);
    void beginWhenAllowed();
    void begin();
    void stop();
    void reset();
    void showState();
    QString missing() const;

    HostSession *m_session;
    QMenu *m_menu;
    std::unique_ptr<PacketRecording> m_recording;
    QString m_helper; ///< that is recorded, or will be when the bytes may be read
    QString m_file;
};

} // namespace Trackhand
