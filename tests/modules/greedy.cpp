// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainhelper.h"

// It wants private data and two classes.

namespace {

using namespace Trackhand;

class GreedyHelper : public PlainHelper {
public:
    using PlainHelper::PlainHelper;

    static const HelperDescriptor &describe()
    {
        static const HelperDescriptor descriptor = [] {
            HelperDescriptor each = named("greedy");
            each.classes.push_back({.name = "more"});
            each.privateDataLength = 8;
            return each;
        }();
        return descriptor;
    }
    const HelperDescriptor &descriptor() const override { return describe(); }
};

} // namespace

TRACKHAND_HELPER_MODULE(GreedyHelper)
