// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainhelper.h"

// It says that it expects more than the kernel keeps.

namespace {

using namespace Trackhand;

class BoundlessHelper : public PlainHelper {
public:
    using PlainHelper::PlainHelper;

    static const HelperDescriptor &describe()
    {
        static const HelperDescriptor descriptor = [] {
            HelperDescriptor each = named("boundless");
            each.classes.front().maximum = 300;
            return each;
        }();
        return descriptor;
    }
    const HelperDescriptor &descriptor() const override { return describe(); }
};

} // namespace

TRACKHAND_HELPER_MODULE(BoundlessHelper)
