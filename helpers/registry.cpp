// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/registry.h"

#include "helpers/protocols/amanda.h"
#include "helpers/protocols/dhcpv6.h"
#include "helpers/protocols/ftp.h"
#include "helpers/protocols/h323/h323.h"
#include "helpers/protocols/irc.h"
#include "helpers/protocols/mdns.h"
#include "helpers/protocols/netbiosns.h"
#include "helpers/protocols/observer.h"
#include "helpers/protocols/pptp.h"
#include "helpers/protocols/rpc.h"
#include "helpers/protocols/rtsp/rtsp.h"
#include "helpers/protocols/sane.h"
#include "helpers/protocols/sip/sip.h"
#include "helpers/protocols/slp.h"
#include "helpers/protocols/ssdp.h"
#include "helpers/protocols/tftp.h"
#include "helpers/protocols/tns.h"

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
    protocol<AmandaHelper>(),
    protocol<Dhcpv6Helper>(),
    protocol<FtpHelper>(),
    protocol<H323Helper>(),
    protocol<IrcHelper>(),
    protocol<MdnsHelper>(),
    protocol<NetbiosNsHelper>(),
    protocol<ObserverHelper>(),
    protocol<PptpHelper>(),
    protocol<RpcHelper>(),
    protocol<RtspHelper>(),
    protocol<SaneHelper>(),
    protocol<SipHelper>(),
    protocol<SlpHelper>(),
    protocol<SsdpHelper>(),
    protocol<TftpHelper>(),
    protocol<TnsHelper>(),
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
