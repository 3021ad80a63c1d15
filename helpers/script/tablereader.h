// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct lua_State;

namespace Trackhand::Script {

/// Reads a table that a script made, field by field, and keeps the first thing that is wrong. It raises no error of
/// Lua: nothing has metatables there, nothing is converted, and the caller has lifted the limits of memory.
class TableReader {
public:
    /// Of the table at @p index of the stack. @p place is what it is called in errors, with its point: "classes[1].".
    TableReader(lua_State *state, int index, std::string place, std::string owner, std::string &problem);

    /// Complains of fields that nobody knows, which are mostly misspelt ones.
    void checkNames();

    bool has(const char *name);
    std::string text(const char *name, std::size_t maximum); ///< "" without it
    std::int64_t number(const char *name, std::int64_t least, std::int64_t most, std::int64_t otherwise);
    std::optional<bool> boolean(const char *name);
    bool isFunction(const char *name);
    /// A string, number or boolean as the text of an option's value.
    std::string value(const char *name);
    std::vector<std::string> texts(const char *name);
    std::vector<std::int64_t> numbers(const char *name, std::int64_t least, std::int64_t most);
    /// Each table of a list of tables.
    void tables(const char *name, const std::function<void(TableReader &each)> &read);

    /// Says that @p field "is @p what"; only the first such complaint is kept.
    void complain(const std::string &field, const std::string &what);
    bool ok() const { return m_problem.empty(); }

private:
    bool push(const char *name);
    void pop();
    void list(const char *name, const std::function<void(const std::string &place)> &readTop);

    lua_State *m_state;
    int m_index;
    std::string m_place;
    std::string m_owner;
    std::string &m_problem;
};

} // namespace Trackhand::Script
