// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/hexmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Trackhand;

class TestHexModel : public QObject {
    Q_OBJECT
private slots:
    void init() { m_model.setBytes(QByteArray("USER anonymous\r\nPASV")); }

    void behavesLikeAModel()
    {
        const QAbstractItemModelTester tester(&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model.setBytes({});
        QCOMPARE(m_model.rowCount(), 0);
        m_model.setBytes(QByteArray(33, 'x'));
        QCOMPARE(m_model.rowCount(), 3);
    }

    void showsEachByteAsDigitsAndAsACharacter()
    {
        QCOMPARE(m_model.rowCount(), 2);
        QCOMPARE(m_model.hexIndex(0).data().toString(), QStringLiteral("55"));
        QCOMPARE(m_model.textIndex(0).data().toString(), QStringLiteral("U"));
        QCOMPARE(m_model.hexIndex(14).data().toString(), QStringLiteral("0d"));
        QCOMPARE(m_model.textIndex(14).data().toString(), QStringLiteral("."));
        QCOMPARE(m_model.index(1, HexModel::OffsetColumn).data().toString(), QStringLiteral("0010"));
    }

    void tellsWhichByteACellHas()
    {
        for (int byte = 0; byte < m_model.bytes().size(); ++byte) {
            QCOMPARE(m_model.byteOf(m_model.hexIndex(byte)), byte);
            QCOMPARE(m_model.byteOf(m_model.textIndex(byte)), byte);
        }
        QCOMPARE(m_model.byteOf(m_model.index(0, HexModel::GapColumn)), -1);
        QCOMPARE(m_model.byteOf(m_model.index(1, HexModel::FirstHexColumn + 4)), -1);
        QCOMPARE(m_model.flags(m_model.index(1, HexModel::FirstHexColumn + 4)), Qt::NoItemFlags);
    }

    void speaksEachByteToAScreenReader()
    {
        QCOMPARE(m_model.hexIndex(5).data(Qt::AccessibleTextRole).toString(), QStringLiteral("byte 5: 61, a"));
    }

    void copiesARange()
    {
        QCOMPARE(m_model.hexText({0, 4}), QStringLiteral("55 53 45 52"));
        QCOMPARE(m_model.plainText({5, 15}), QStringLiteral("anonymous.\nPASV"));
    }

private:
    HexModel m_model;
};

QTEST_GUILESS_MAIN(TestHexModel)
#include "tst_hexmodel.moc"
