// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainhelper.h"

#include <fcntl.h>

// It reaches out when it is asked what it is.

namespace {

using namespace Trackhand;

class ReachingHelper : public PlainHelper {
public:
    using PlainHelper::PlainHelper;

    static const HelperDescriptor &describe()
    {
        (void)::open("/etc/passwd", O_RDONLY);
        static const HelperDescriptor descriptor = named("reaching");
        return descriptor;
    }
    const HelperDescriptor &descriptor() const override { return describe(); }
};

} // namespace

TRACKHAND_HELPER_MODULE(ReachingHelper)
