// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/module/abistamp.h"

#include <cstdint>

namespace Trackhand {

/// What a shared object says of the helper in it: the one symbol that it exports. The first three members are the same
/// in every version; what follows is looked at only when they are this version's.
struct HelperModule {
    static constexpr std::uint32_t Magic = 0x54484d31; ///< "THM1"

    std::uint32_t magic;
    std::uint32_t abiVersion;
    std::uint64_t abiStamp;
    const char *builtFor; ///< Trackhand's version, for people
    const HelperDescriptor &(*describe)(); ///< what it returns stays as it is, and stays
    Helper *(*create)(const OptionValues &options); ///< with options that were checked; the caller's to delete
};

} // namespace Trackhand

/// Makes @p Type the helper of this module. Once, outside of any namespace. The type has what a built-in protocol has:
/// `static const HelperDescriptor &describe()`, and a constructor that takes `const OptionValues &`.
#define TRACKHAND_HELPER_MODULE(Type)                                                                                  \
    extern "C" [[gnu::visibility("default")]] const ::Trackhand::HelperModule trackhand_helper_module;                 \
    const ::Trackhand::HelperModule trackhand_helper_module {::Trackhand::HelperModule::Magic,                         \
        ::Trackhand::HelperAbiVersion, ::Trackhand::HelperAbiStamp, TRACKHAND_VERSION, &Type::describe,                \
        [](const ::Trackhand::OptionValues &options) -> ::Trackhand::Helper * {                                        \
            return new Type(options);                                                                                  \
        }};
