// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/dbus/names.h"

#include <array>
#include <utility>

namespace Trackhand::Wire::Bus {

namespace {

constexpr std::string_view ErrorPrefix = "org.trackhand.Error.";

constexpr std::array<std::pair<ErrorCode, std::string_view>, 14> ErrorNames { {
    { ErrorCode::Failed, "Failed" },
    { ErrorCode::InvalidArgument, "InvalidArgument" },
    { ErrorCode::NotAuthorized, "NotAuthorized" },
    { ErrorCode::NoSuchHelper, "NoSuchHelper" },
    { ErrorCode::NoSuchRule, "NoSuchRule" },
    { ErrorCode::NoSuchScript, "NoSuchScript" },
    { ErrorCode::HelperExists, "HelperExists" },
    { ErrorCode::HelperInUse, "HelperInUse" },
    { ErrorCode::HelperUnavailable, "HelperUnavailable" },
    { ErrorCode::KernelHelperLoaded, "KernelHelperLoaded" },
    { ErrorCode::InvalidRule, "InvalidRule" },
    { ErrorCode::UnsupportedByKernel, "UnsupportedByKernel" },
    { ErrorCode::LimitReached, "LimitReached" },
    { ErrorCode::NoBackend, "NoBackend" },
} };

bool isPathSafe(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

std::string errorName(ErrorCode code)
{
    for (const auto &[known, name] : ErrorNames) {
        if (known == code) {
            return std::string(ErrorPrefix).append(name);
        }
    }
    return std::string(ErrorPrefix).append("Failed");
}

std::optional<ErrorCode> errorCode(std::string_view name)
{
    if (!name.starts_with(ErrorPrefix)) {
        return std::nullopt;
    }
    name.remove_prefix(ErrorPrefix.size());
    for (const auto &[code, known] : ErrorNames) {
        if (known == name) {
            return code;
        }
    }
    return std::nullopt;
}

std::string helperPath(std::string_view name)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string path = std::string(HelpersPath) + '/';
    for (const char c : name) {
        if (isPathSafe(c)) {
            path += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            path += '_';
            path += digits[byte >> 4];
            path += digits[byte & 15];
        }
    }
    return path;
}

std::string rulePath(unsigned id)
{
    return std::string(RulesPath) + '/' + std::to_string(id);
}

} // namespace Trackhand::Wire::Bus
