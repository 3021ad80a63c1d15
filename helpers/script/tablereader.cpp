// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/tablereader.h"

#include "helpers/script/api.h"

#include <algorithm>
#include <lua.hpp>

namespace Trackhand::Script {

namespace {

constexpr std::size_t MaxListLength = 64;

std::string_view textAt(lua_State *state, int index)
{
    std::size_t length = 0;
    const char *text = lua_tolstring(state, index, &length);
    return {text, length};
}

bool isText(lua_State *state, int index)
{
    return lua_type(state, index) == LUA_TSTRING;
}

/// Bytes of the UTF-8 character that @p text begins with, or 0 when it begins with none, or with a control character.
std::size_t characterLength(std::string_view text)
{
    const auto first = static_cast<std::uint8_t>(text.front());
    if (first < 0x80) {
        return first >= ' ' && first != 0x7f ? 1 : 0;
    }
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    const auto second = static_cast<std::uint8_t>(text.size() > 1 ? text[1] : 0);
    const bool isOverlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
    const bool isTooLarge = first > 0xf4 || (first == 0xf4 && second > 0x8f) || (first == 0xed && second > 0x9f);
    if (first < 0xc2 || isOverlong || isTooLarge || text.size() < length) {
        return 0;
    }
    return std::ranges::all_of(text.substr(1, length - 1), [](char c) { return (c & 0xc0) == 0x80; }) ? length : 0;
}

/// What can be shown in one line, and sent as JSON.
bool isLine(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

} // namespace

TableReader::TableReader(lua_State *state, int index, std::string place, std::string owner, std::string &problem)
    : m_state(state)
    , m_index(lua_absindex(state, index))
    , m_place(std::move(place))
    , m_owner(std::move(owner))
    , m_problem(problem)
{
}

void TableReader::checkNames()
{
    const auto isKnown = [this](std::string_view name) {
        return std::ranges::any_of(
            fieldEntries(), [&](const FieldEntry &entry) { return m_owner == entry.owner && name == entry.name; });
    };
    lua_pushnil(m_state);
    while (lua_next(m_state, m_index) != 0) {
        lua_pop(m_state, 1);
        if (!isText(m_state, -1)) {
            complain("", "a table of named fields: each is written name = value");
        } else if (const std::string name(textAt(m_state, -1)); !isKnown(name)) {
            complain(isLine(name) ? name : "a name with control characters", "no field that is known here");
        }
    }
}

bool TableReader::push(const char *name)
{
    lua_pushstring(m_state, name);
    if (lua_rawget(m_state, m_index) == LUA_TNIL) {
        pop();
        return false;
    }
    return true;
}

void TableReader::pop()
{
    lua_pop(m_state, 1);
}

bool TableReader::has(const char *name)
{
    const bool is = push(name);
    if (is) {
        pop();
    }
    return is;
}

std::string TableReader::text(const char *name, std::size_t maximum)
{
    std::string value;
    if (!push(name)) {
        return value;
    }
    if (!isText(m_state, -1) || textAt(m_state, -1).size() > maximum) {
        complain(name, "a string of at most " + std::to_string(maximum) + " bytes");
    } else if (!isLine(textAt(m_state, -1))) {
        complain(name, "one line of text in UTF-8");
    } else {
        value = textAt(m_state, -1);
    }
    pop();
    return value;
}

std::int64_t TableReader::number(const char *name, std::int64_t least, std::int64_t most, std::int64_t otherwise)
{
    if (!push(name)) {
        return otherwise;
    }
    const std::int64_t value = lua_isinteger(m_state, -1) != 0 ? lua_tointeger(m_state, -1) : least - 1;
    if (value < least || value > most) {
        complain(name, "a number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    pop();
    return value;
}

std::optional<bool> TableReader::boolean(const char *name)
{
    if (!push(name)) {
        return std::nullopt;
    }
    const bool value = lua_toboolean(m_state, -1) != 0;
    if (!lua_isboolean(m_state, -1)) {
        complain(name, "true or false");
    }
    pop();
    return value;
}

bool TableReader::isFunction(const char *name)
{
    const bool is = push(name) && lua_isfunction(m_state, -1);
    lua_settop(m_state, m_index);
    return is;
}

std::string TableReader::value(const char *name)
{
    std::string value;
    if (!push(name)) {
        return value;
    }
    if (isText(m_state, -1) && isLine(textAt(m_state, -1))) {
        value = textAt(m_state, -1);
    } else if (lua_isboolean(m_state, -1)) {
        value = lua_toboolean(m_state, -1) != 0 ? "true" : "false";
    } else if (lua_isinteger(m_state, -1) != 0) {
        value = std::to_string(lua_tointeger(m_state, -1));
    } else {
        complain(name, "one line of text, a whole number, true or false");
    }
    pop();
    return value;
}

void TableReader::list(const char *name, const std::function<void(const std::string &place)> &readTop)
{
    if (!push(name)) {
        return;
    }
    if (!lua_istable(m_state, -1) || lua_rawlen(m_state, -1) > MaxListLength) {
        complain(name, "a list, written { first, second }");
        pop();
        return;
    }
    const auto count = lua_rawlen(m_state, -1);
    for (lua_Unsigned i = 1; i <= count; ++i) {
        lua_rawgeti(m_state, -1, static_cast<lua_Integer>(i));
        readTop(std::string(name) + "[" + std::to_string(i) + "]");
        pop();
    }
    pop();
}

std::vector<std::string> TableReader::texts(const char *name)
{
    std::vector<std::string> values;
    list(name, [&](const std::string &place) {
        if (isText(m_state, -1)) {
            values.emplace_back(textAt(m_state, -1));
        } else {
            complain(place, "a string");
        }
    });
    return values;
}

std::vector<std::int64_t> TableReader::numbers(const char *name, std::int64_t least, std::int64_t most)
{
    std::vector<std::int64_t> values;
    list(name, [&](const std::string &place) {
        const std::int64_t value = lua_isinteger(m_state, -1) != 0 ? lua_tointeger(m_state, -1) : least - 1;
        if (value < least || value > most) {
            complain(place, "a number from " + std::to_string(least) + " to " + std::to_string(most));
        }
        values.push_back(value);
    });
    return values;
}

void TableReader::tables(const char *name, const std::function<void(TableReader &each)> &read)
{
    list(name, [&](const std::string &place) {
        if (!lua_istable(m_state, -1)) {
            complain(place, "a table, written { name = value }");
            return;
        }
        TableReader each(m_state, -1, m_place + place + ".", name, m_problem);
        each.checkNames();
        read(each);
    });
}

void TableReader::complain(const std::string &field, const std::string &what)
{
    if (m_problem.empty()) {
        std::string where = m_place + field;
        if (where.ends_with('.')) {
            where.pop_back();
        }
        m_problem = where + (where.empty() ? "the script returns " : " is ") + what;
    }
}

} // namespace Trackhand::Script
