// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QVariantMap>

namespace Trackhand {

/// The signals of a store. Each change of rows is announced before and after, in the way item models need it.
class ObjectStoreSignals : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void aboutToReset();
    void reset();
    void aboutToAdd(int row);
    void added(int row);
    void changed(int row, const QVariantMap &properties);
    void aboutToRemove(int row);
    void removed(int row);
};

/// The backend's objects of one kind as values, by object path, in the order they became known.
template <typename T>
class ObjectStore : public ObjectStoreSignals {
public:
    using ObjectStoreSignals::ObjectStoreSignals;

    const QList<T> &items() const { return m_items; }
    int size() const { return int(m_items.size()); }
    const T &at(int row) const { return m_items.at(row); }

    /// -1 when unknown.
    int rowOf(const QString &path) const { return m_rowOf.value(path, -1); }

    void setItems(const QList<T> &items)
    {
        emit aboutToReset();
        m_items = items;
        reindex();
        emit reset();
    }

    void clear() { setItems({}); }

    /// Adds, or replaces one of the same path.
    void put(const T &item)
    {
        const int known = rowOf(item.path);
        if (known >= 0) {
            m_items[known] = item;
            emit changed(known, {});
            return;
        }
        const int row = size();
        emit aboutToAdd(row);
        m_items.append(item);
        m_rowOf.insert(item.path, row);
        emit added(row);
    }

    void change(const QString &path, const QVariantMap &properties)
    {
        const int row = rowOf(path);
        if (row >= 0) {
            m_items[row].apply(properties);
            emit changed(row, properties);
        }
    }

    void remove(const QString &path)
    {
        const int row = rowOf(path);
        if (row < 0) {
            return;
        }
        emit aboutToRemove(row);
        m_items.removeAt(row);
        reindex();
        emit removed(row);
    }

private:
    void reindex()
    {
        m_rowOf.clear();
        for (int row = 0; row < size(); ++row) {
            m_rowOf.insert(m_items.at(row).path, row);
        }
    }

    QList<T> m_items;
    QHash<QString, int> m_rowOf;
};

} // namespace Trackhand
