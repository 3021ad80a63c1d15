// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <variant>

namespace Trackhand {

/// What kind of thing went wrong. Each has one D-Bus error name (wire/dbus/names.h) and one exit status of
/// trackhandctl.
enum class ErrorCode {
    Failed,
    InvalidArgument,
    NotAuthorized,
    NoSuchHelper,
    NoSuchRule,
    NoSuchScript,
    HelperExists,
    HelperInUse,
    HelperUnavailable,
    KernelHelperLoaded,
    InvalidRule,
    UnsupportedByKernel,
    LimitReached,
    NoBackend,
};

/// One failure: its kind, and one sentence for a person that says what, why, and what to do.
struct Error {
    ErrorCode code = ErrorCode::Failed;
    std::string text;
};

/// A value or the Error that prevented it. (std::expected is C++23; this goes when the project moves there.)
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// Only when ok().
    T &value() { return *std::get_if<0>(&m_state); }
    const T &value() const { return *std::get_if<0>(&m_state); }
    T take() { return std::move(*std::get_if<0>(&m_state)); }
    T &operator*() { return value(); }
    const T &operator*() const { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    /// Only when not ok().
    const Error &error() const { return *std::get_if<1>(&m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The Result of a deed that has nothing to return.
struct Done { };
using Status = Result<Done>;

} // namespace Trackhand
