// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainhelper.h"

#include "helpers/packet/connection.h"

// A good one: it says what option it was given.

namespace {

using namespace Trackhand;

class HelloHelper : public PlainHelper {
public:
    static const HelperDescriptor &describe()
    {
        static const HelperDescriptor descriptor = [] {
            HelperDescriptor each = named("hello");
            each.options = {{.name = "limit",
                .kind = OptionKind::Integer,
                .defaultValue = "3",
                .text = "a number that is said with each packet",
                .minimum = 1,
                .maximum = 9}};
            return each;
        }();
        return descriptor;
    }

    explicit HelloHelper(const OptionValues &options)
        : PlainHelper(options)
        , m_limit(options.integer("limit"))
    {
    }

    const HelperDescriptor &descriptor() const override { return describe(); }

    Judgement onPacket(const Packet &, Connection &connection, Expectations &, Rewrite &) override
    {
        connection.note().append("hello ").append(static_cast<std::uint64_t>(m_limit));
        return Judgement::Accept;
    }

private:
    std::int64_t m_limit;
};

} // namespace

TRACKHAND_HELPER_MODULE(HelloHelper)
