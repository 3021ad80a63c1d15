// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/registry.h"

#include "helpers/protocols/ftp.h"
#include "helpers/protocols/observer.h"

#include <array>

namespace Trackhand {

namespace {

struct Protocol {
    const HelperDescriptor &(*describe)();
    std::unique_ptr<Helper> (*create)(const OptionValues &options);
};

template <typename Type>
constexpr Protocol protocol()
{
    return {&Type::describe, [](const OptionValues &options) -> std::unique_ptr<Helper> {
                return std::make_unique<Type>(options);
            }};
}

/// One line a protocol.
constexpr std::array Protocols {
    protocol<FtpHelper>(),
    protocol<ObserverHelper>(),
};

const Protocol *find(std::string_view name)
{
    for (const Protocol &each : Protocols) {
        if (each.describe().name == name) {
            return &each;
        }
    }
    return nullptr;
}

} // namespace

std::vector<const HelperDescriptor *> availableHelpers()
{
    std::vector<const HelperDescriptor *> all;
    for (const Protocol &each : Protocols) {
        all.push_back(&each.describe());
    }
    return all;
}

const HelperDescriptor *findHelper(std::string_view name)
{
    const Protocol *protocol = find(name);
    return protocol ? &protocol->describe() : nullptr;
}

Result<std::unique_ptr<Helper>> createHelper(std::string_view name, const HelperOptions &options)
{
    const Protocol *protocol = find(name);
    if (!protocol) {
        return Error {ErrorCode::NoSuchHelper,
            "no built-in protocol is called \"" + std::string(name)
                + "\"; \"trackhandctl helper available\" lists them"};
    }
    const auto checked = OptionValues::check(protocol->describe().options, options);
    if (!checked) {
        return checked.error();
    }
    return protocol->create(*checked);
}

} // namespace Trackhand
