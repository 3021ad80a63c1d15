// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/filewriter.h"

#include <QFuture>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>
#include <memory>

namespace Trackhand {

namespace {

/// Empty when all was written.
QString write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? QString() : file.errorString();
}

} // namespace

void writeFile(const QString &path, const QByteArray &bytes, QObject *context,
    const std::function<void(const QString &trouble)> &done)
{
    const auto promise = std::make_shared<QPromise<QString>>();
    promise->future().then(context, done);
    QThreadPool::globalInstance()->start([promise, path, bytes] {
        promise->start();
        promise->addResult(write(path, bytes));
        promise->finish();
    });
}

} // namespace Trackhand
