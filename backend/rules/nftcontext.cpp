// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/rules/nftcontext.h"

extern "C" {
#include <nftables/libnftables.h>
}

namespace Trackhand {

namespace {

std::string orEmpty(const char *text)
{
    return text ? text : "";
}

} // namespace

NftContext::NftContext()
    : m_context(nft_ctx_new(NFT_CTX_DEFAULT))
{
    if (m_context) {
        nft_ctx_buffer_output(m_context.get());
        nft_ctx_buffer_error(m_context.get());
    }
}

void NftContext::Free::operator()(nft_ctx *context) const
{
    nft_ctx_free(context);
}

NftContext::Outcome NftContext::run(const std::string &commands, bool jsonOutput)
{
    if (!m_context) {
        return {false, {}, "libnftables could not start"};
    }
    unsigned flags = NFT_CTX_OUTPUT_NUMERIC_PRIO;
    if (jsonOutput || commands.starts_with('{')) {
        flags |= NFT_CTX_OUTPUT_JSON; // libnftables reads JSON only while it is told to write it
    }
    nft_ctx_output_set_flags(m_context.get(), flags);
    const int result = nft_run_cmd_from_buffer(m_context.get(), commands.c_str());
    Outcome outcome;
    outcome.ok = result == 0;
    outcome.output = orEmpty(nft_ctx_get_output_buffer(m_context.get()));
    outcome.error = condenseNftError(orEmpty(nft_ctx_get_error_buffer(m_context.get())));
    return outcome;
}

std::string condenseNftError(const std::string &text)
{
    constexpr std::string_view mark = "Error: ";
    const auto at = text.find(mark);
    const auto from = at == std::string::npos ? 0 : at + mark.size();
    auto line = text.substr(from, text.find('\n', from) - from);
    while (!line.empty() && line.back() == ' ') {
        line.pop_back();
    }
    return line;
}

} // namespace Trackhand
