// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainhelper.h"

// It crashes with the first packet.

namespace {

using namespace Trackhand;

class CrashingHelper : public PlainHelper {
public:
    using PlainHelper::PlainHelper;

    static const HelperDescriptor &describe()
    {
        static const HelperDescriptor descriptor = named("crashing");
        return descriptor;
    }
    const HelperDescriptor &descriptor() const override { return describe(); }

    Judgement onPacket(const Packet &, Connection &, Expectations &, Rewrite &) override { __builtin_trap(); }
};

} // namespace

TRACKHAND_HELPER_MODULE(CrashingHelper)
