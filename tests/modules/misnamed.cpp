// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainhelper.h"

// It is not called as its file is.

namespace {

using namespace Trackhand;

class MisnamedHelper : public PlainHelper {
public:
    using PlainHelper::PlainHelper;

    static const HelperDescriptor &describe()
    {
        static const HelperDescriptor descriptor = named("somebody");
        return descriptor;
    }
    const HelperDescriptor &descriptor() const override { return describe(); }
};

} // namespace

TRACKHAND_HELPER_MODULE(MisnamedHelper)
