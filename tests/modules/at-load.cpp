// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainhelper.h"

// It ends its process while it is loaded.

namespace {

using namespace Trackhand;

[[gnu::constructor]] void end()
{
    __builtin_trap();
}

class AtLoadHelper : public PlainHelper {
public:
    using PlainHelper::PlainHelper;

    static const HelperDescriptor &describe()
    {
        static const HelperDescriptor descriptor = named("at-load");
        return descriptor;
    }
    const HelperDescriptor &descriptor() const override { return describe(); }
};

} // namespace

TRACKHAND_HELPER_MODULE(AtLoadHelper)
