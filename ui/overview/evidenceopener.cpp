// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/evidenceopener.h"

#include "client/link/backendlink.h"
#include "ui/parts/filewriter.h"

#include <QRegularExpression>

namespace Trackhand {

namespace {

/// What another machine calls it, without anything that could lead out of a folder.
QString fileName(QString id)
{
    static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9._-]"));
    return id.left(100).replace(odd, QStringLiteral("_")) + QStringLiteral(".pcapng");
}

} // namespace

EvidenceOpener::EvidenceOpener(BackendLink *link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
}

void EvidenceOpener::open(const QString &id)
{
    m_link->call<QByteArray>(Requests::readEvidence(id), this, [this, id](const Result<QByteArray> &capture) {
        if (capture) {
            keep(id, *capture);
        } else {
            fail(QString::fromStdString(capture.error().text));
        }
    });
}

void EvidenceOpener::keep(const QString &id, const QByteArray &capture)
{
    if (!m_folder) {
        m_folder.emplace();
    }
    if (!m_folder->isValid()) {
        fail(m_folder->errorString());
        m_folder.reset();
        return;
    }
    const QString file = m_folder->filePath(fileName(id));
    writeFile(file, capture, this, [this, file](const QString &trouble) {
        if (trouble.isEmpty()) {
            emit opened(file);
        } else {
            emit failed(tr("%1 could not be written: %2. Is there room for temporary files?").arg(file, trouble));
        }
    });
}

void EvidenceOpener::fail(const QString &why)
{
    emit failed(tr("The evidence cannot be shown: %1").arg(why));
}

} // namespace Trackhand
