// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/rules/ruleeventsocket.h"

#include <QTest>

#include <libmnl/libmnl.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <vector>

using namespace Trackhand;

namespace {

using Bytes = std::vector<std::uint8_t>;

/// An event as the kernel sends it; without a table when @p table is null.
Bytes nftEvent(int type, const char *table, std::uint8_t family = NFPROTO_INET, int subsystem = NFNL_SUBSYS_NFTABLES)
{
    alignas(nlmsghdr) std::uint8_t buffer[256] = {};
    nlmsghdr *message = mnl_nlmsg_put_header(buffer);
    message->nlmsg_type = static_cast<std::uint16_t>(subsystem << 8 | type);
    auto *header = static_cast<nfgenmsg *>(mnl_nlmsg_put_extra_header(message, sizeof(nfgenmsg)));
    header->nfgen_family = family;
    if (table) {
        mnl_attr_put_strz(message, NFTA_RULE_TABLE, table);
        mnl_attr_put_strz(message, NFTA_RULE_CHAIN, "prerouting");
    }
    return Bytes(buffer, buffer + message->nlmsg_len);
}

Bytes operator+(Bytes left, const Bytes &right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

} // namespace

class TestRuleEvents : public QObject {
    Q_OBJECT

private slots:
    void onlyRemovalsFromOurTableCount_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        QTest::addColumn<bool>("removed");
        const auto row = [](const char *name, const Bytes &bytes, bool removed) {
            QTest::addRow("%s", name) << QByteArray(
                reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
                                      << removed;
        };
        row("a rule goes", nftEvent(NFT_MSG_DELRULE, "trackhand"), true);
        row("a chain goes", nftEvent(NFT_MSG_DELCHAIN, "trackhand"), true);
        row("the table goes", nftEvent(NFT_MSG_DELTABLE, "trackhand"), true);
        row("an object goes", nftEvent(NFT_MSG_DELOBJ, "trackhand"), true);
        row("a rule comes", nftEvent(NFT_MSG_NEWRULE, "trackhand"), false);
        row("another table's rule goes", nftEvent(NFT_MSG_DELRULE, "filter"), false);
        row("another table's rule, whose name begins the same", nftEvent(NFT_MSG_DELRULE, "trackhand2"), false);
        row("the same name in another family", nftEvent(NFT_MSG_DELRULE, "trackhand", NFPROTO_IPV4), false);
        row("another subsystem", nftEvent(NFT_MSG_DELRULE, "trackhand", NFPROTO_INET, NFNL_SUBSYS_CTNETLINK), false);
        row("a new generation, which has no table", nftEvent(NFT_MSG_NEWGEN, nullptr), false);
        row("a removal without a table", nftEvent(NFT_MSG_DELRULE, nullptr), false);
        row("behind others in one datagram",
            nftEvent(NFT_MSG_DELRULE, "filter") + nftEvent(NFT_MSG_NEWGEN, nullptr)
                + nftEvent(NFT_MSG_DELRULE, "trackhand"),
            true);
        row("cut short", Bytes(20, 0xff), false);
        row("empty", {}, false);
    }
    void onlyRemovalsFromOurTableCount()
    {
        QFETCH(QByteArray, datagram);
        QFETCH(bool, removed);
        const Bytes bytes(datagram.begin(), datagram.end());
        QCOMPARE(saysSomethingWasRemoved(bytes), removed);
    }
};

QTEST_APPLESS_MAIN(TestRuleEvents)
#include "tst_ruleevents.moc"
