// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>

struct nft_ctx;

namespace Trackhand {

/// libnftables, as far as this room uses it. Speaks to the network namespace of the thread that made it.
class NftContext {
public:
    NftContext();

    struct Outcome {
        bool ok = false;
        std::string output;
        std::string error; ///< nftables' own words on one line
    };
    /// Runs one text: JSON commands, or a constant of ours in nft's own language. All of it or nothing.
    Outcome run(const std::string &commands, bool jsonOutput);

private:
    struct Free {
        void operator()(nft_ctx *context) const;
    };
    std::unique_ptr<nft_ctx, Free> m_context;
};

/// The first "Error:" of what libnftables wrote, without its position and its line breaks.
std::string condenseNftError(const std::string &text);

} // namespace Trackhand
