// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperd/scriptinput.h"

#include "helpers/script/limits.h"
#include "wire/base/fd.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace Trackhand {

Result<ScriptSource> readScript(int descriptor, const std::string &name)
{
    const Fd file(descriptor);
    ScriptSource source {name, {}};
    std::array<char, 4096> piece;
    while (source.text.size() <= Script::MaxSourceLength) {
        const ssize_t length = ::read(file.get(), piece.data(), piece.size());
        if (length < 0 && errno == EINTR) {
            continue;
        }
        if (length < 0) {
            return Error {ErrorCode::Failed, std::string("cannot read the script: ") + std::strerror(errno)};
        }
        if (length == 0) {
            break;
        }
        source.text.append(piece.data(), static_cast<std::size_t>(length));
    }
    return source;
}

Result<std::unique_ptr<Helper>> createFrom(const ScriptSource &source, const HelperOptions &options)
{
    auto helper = ScriptHelper::create(source, options);
    if (!helper) {
        return helper.error();
    }
    return std::unique_ptr<Helper>(helper.take());
}

} // namespace Trackhand
