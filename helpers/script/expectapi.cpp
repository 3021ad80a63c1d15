// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/call.h"
#include "helpers/script/functions.h"
#include "helpers/script/objects.h"
#include "helpers/script/rewriting.h"
#include "helpers/script/runtime.h"

#include <algorithm>
#include <array>
#include <lua.hpp>
#include <optional>

namespace Trackhand::Script {

namespace {

constexpr int Settings = 2; // connection:expect{...}: the table's place on the stack
constexpr std::string_view Known[] = {"port", "protocol", "class", "address", "source_port", "answer", "any_source",
    "permanent", "helper", "where", "write"};

/// What one call of expect{} is about. Nothing in it has a destructor: errors of Lua jump over it.
struct Wanted {
    Wire::ExpectationProposal expectation;
    const Buffer *where = nullptr;
    std::array<char, 128> text;
    std::size_t textLength = 0; ///< 0: what the packet says stays
};

void checkNames(lua_State *state)
{
    luaL_checktype(state, Settings, LUA_TTABLE);
    lua_pushnil(state);
    while (lua_next(state, Settings) != 0) {
        lua_pop(state, 1);
        const char *const name = lua_type(state, -1) == LUA_TSTRING ? lua_tostring(state, -1) : "a number";
        if (std::ranges::find(Known, std::string_view(name)) == std::end(Known)) {
            luaL_error(state, "expect has no field \"%s\"", name);
        }
    }
}

/// Pushes a field; false, and nothing is pushed, when it is not there.
bool pushField(lua_State *state, const char *name)
{
    if (lua_getfield(state, Settings, name) == LUA_TNIL) {
        lua_pop(state, 1);
        return false;
    }
    return true;
}

bool flagField(lua_State *state, const char *name)
{
    const bool is = pushField(state, name);
    const bool set = is && lua_toboolean(state, -1) != 0;
    lua_pop(state, is ? 1 : 0);
    return set;
}

std::uint16_t portField(lua_State *state, const char *name)
{
    if (!pushField(state, name)) {
        return 0;
    }
    int isNumber = 0;
    const lua_Integer port = lua_tointegerx(state, -1, &isNumber);
    if (isNumber == 0 || port < 1 || port > 65535) {
        luaL_error(state, "expect: %s is a number from 1 to 65535", name);
    }
    lua_pop(state, 1);
    return static_cast<std::uint16_t>(port);
}

/// The text of a field, which lives as long as the settings do; empty when it is not there.
std::string_view textField(lua_State *state, const char *name)
{
    if (!pushField(state, name)) {
        return {};
    }
    if (lua_type(state, -1) != LUA_TSTRING) {
        luaL_error(state, "expect: %s is a string", name);
    }
    std::size_t length = 0;
    const char *const text = lua_tolstring(state, -1, &length);
    lua_pop(state, 1);
    return {text, length};
}

std::uint8_t classField(lua_State *state, const HelperDescriptor &descriptor)
{
    const std::string_view name = textField(state, "class");
    if (name.empty()) {
        return 0;
    }
    for (std::size_t i = 0; i < descriptor.classes.size(); ++i) {
        if (descriptor.classes[i].name == name) {
            return static_cast<std::uint8_t>(i);
        }
    }
    luaL_error(state, "expect: the script has no class of this name");
    return 0;
}

bool isGranted(const Runtime &runtime, OptionGrant grant)
{
    return std::ranges::any_of(*runtime.optionSpecs(), [&](const OptionSpec &spec) {
        const std::string_view value = runtime.optionValues()->text(spec.name);
        return spec.grants == grant
            && (spec.kind == OptionKind::Boolean ? runtime.optionValues()->boolean(spec.name)
                                                 : value != spec.defaultValue);
    });
}

void needRight(lua_State *state, bool has, const char *field, const char *right)
{
    if (!has) {
        luaL_error(state, "expect: %s needs rights = { \"%s\" } in the script's table", field, right);
    }
}

/// The ends of the expectation as they are without an address that the packet names.
void readEnds(lua_State *state, const Call &call, Wanted &wanted)
{
    const std::uint16_t port = portField(state, "port");
    const bool isAnswer = flagField(state, "answer");
    if ((port == 0) == !isAnswer) {
        luaL_error(state, "expect: either port or answer is needed");
    }
    const std::string_view name = textField(state, "protocol");
    const auto protocol =
        name.empty() ? std::optional(call.connection.tuple(Direction::Original).l4) : l4FromString(name);
    if (!protocol) {
        luaL_error(state, "expect: there is no protocol of this name");
    }
    wanted.expectation =
        isAnswer ? expectationOfAnswer(call.connection) : expectationToSender(call.connection, *protocol, port);
    wanted.expectation.tuple.sourcePort = portField(state, "source_port");
}

void readRights(lua_State *state, const Runtime &runtime, const HelperDescriptor &descriptor, Wanted &wanted)
{
    Wire::ExpectationProposal &expectation = wanted.expectation;
    if (flagField(state, "any_source")) {
        needRight(state, descriptor.rights.looseSource || isGranted(runtime, OptionGrant::LooseSource), "any_source",
            "loose-source");
        expectation.tuple.source = IpAddress::anyOf(expectation.tuple.destination.family);
        expectation.looseSourceBits = static_cast<std::uint8_t>(expectation.tuple.source.size() * 8);
    }
    if (flagField(state, "permanent")) {
        needRight(state, descriptor.rights.permanent, "permanent", "permanent");
        expectation.flags = Wire::ExpectationFlag::Permanent;
    }
    if (flagField(state, "helper")) {
        needRight(state, descriptor.rights.sameHelper, "helper", "same-helper");
        std::ranges::copy(descriptor.name, expectation.childHelper.begin());
    }
}

/// Takes an address that the packet names. Empty, or why it must not be expected.
std::string_view takeAddress(lua_State *state, const Runtime &runtime, const Call &call, Wanted &wanted)
{
    const std::string_view text = textField(state, "address");
    if (text.empty()) {
        return {};
    }
    const auto address = IpAddress::parse(text);
    if (!address) {
        luaL_error(state, "expect: the address is none");
    }
    if (address->family != call.connection.senderAddress().family) {
        return "the address is of the other IP version";
    }
    if (call.connection.isSenders(*address)) {
        return {};
    }
    if (!isGranted(runtime, OptionGrant::ForeignAddresses)) {
        return "the address is not the sender's own";
    }
    wanted.expectation.tuple.destination = *address;
    wanted.expectation.nat = Wire::NatFunction::None;
    return {};
}

std::string_view reasonToRefuse(const Runtime &runtime, const Call &call, const Wanted &wanted)
{
    const Wire::ExpectationProposal &expectation = wanted.expectation;
    const bool low = expectation.tuple.destinationPort < FirstUnprivilegedPort
        || (expectation.nat != Wire::NatFunction::None && expectation.natPort < FirstUnprivilegedPort);
    if (low && !call.descriptor.rights.lowPorts && !isGranted(runtime, OptionGrant::LowPorts)) {
        return "the port is below 1024";
    }
    return {};
}

/// Asks the script what the packet is to say of the public end, with expect's function write.
void askForText(lua_State *state, Wanted &wanted)
{
    if (!pushField(state, "write")) {
        luaL_error(state, "expect: where needs write, a function(address, port)");
    }
    std::array<char, IpAddress::MaxText> into;
    const std::string_view address = wanted.expectation.tuple.destination.write(into);
    lua_pushlstring(state, address.data(), address.size());
    lua_pushinteger(state, wanted.expectation.tuple.destinationPort);
    lua_call(state, 2, 1);
    if (lua_type(state, -1) != LUA_TSTRING) {
        luaL_error(state, "expect: write returns a string");
    }
    std::size_t length = 0;
    const char *const text = lua_tolstring(state, -1, &length);
    if (length == 0 || length > wanted.text.size()) {
        luaL_error(state, "expect: write returns 1 to 128 bytes");
    }
    std::copy_n(text, length, wanted.text.begin());
    wanted.textLength = length;
    lua_pop(state, 1);
}

/// Where addresses are translated: takes a free public port, and lets the packet announce it.
std::string_view announce(lua_State *state, Call &call, Wanted &wanted)
{
    Wire::ExpectationProposal &expectation = wanted.expectation;
    const auto port = call.expectations.reservePorts(expectation);
    if (!port) {
        return "no port of the translated address is free for it";
    }
    const bool moved = *port != expectation.tuple.destinationPort;
    expectation.tuple.destinationPort = *port;
    if (!wanted.where) {
        return moved ? std::string_view("its port is taken, and expect was not told where to write another")
                     : std::string_view();
    }
    askForText(state, wanted);
    const std::string_view text(wanted.text.data(), wanted.textLength);
    if (text == wanted.where->text()) {
        wanted.textLength = 0;
        return {};
    }
    return replaceBytes(call, *wanted.where, text);
}

void remember(const Call &call, const Wanted &wanted)
{
    if (!call.hasPiece || !call.flow.answers) {
        return;
    }
    AnswerMemory &answers = (*call.flow.answers)[call.side()];
    answers.remember(call.pieceEnd, wanted.expectation);
    if (wanted.textLength != 0 && wanted.where->ofStream) {
        answers.rememberReplacement(
            wanted.where->sequence, wanted.where->size, {wanted.text.data(), wanted.textLength});
    }
}

std::string_view expectIt(lua_State *state, Runtime &runtime, Call &call, Wanted &wanted)
{
    readEnds(state, call, wanted);
    readRights(state, runtime, call.descriptor, wanted);
    wanted.expectation.classIndex = classField(state, call.descriptor);
    if (const auto reason = takeAddress(state, runtime, call, wanted); !reason.empty()) {
        return reason;
    }
    if (const auto reason = reasonToRefuse(runtime, call, wanted); !reason.empty()) {
        return reason;
    }
    if (pushField(state, "where")) {
        wanted.where = &bufferArgument(state, lua_gettop(state)); // stays on the stack, and so alive
    }
    const bool isTranslated = wanted.expectation.nat != Wire::NatFunction::None;
    if (isTranslated && !flagField(state, "answer")) {
        if (const auto reason = announce(state, call, wanted); !reason.empty()) {
            return reason;
        }
    }
    if (!call.expectations.add(wanted.expectation)) {
        return "too many in one packet";
    }
    remember(call, wanted);
    runtime.tell(Act::Kind::Expectation, wanted.expectation.tuple);
    return {};
}

} // namespace

int ConnectionApi::expect(lua_State *state)
{
    checkKind(state, 1, Kind::Connection);
    Runtime &runtime = Runtime::of(state);
    checkNames(state);
    lua_settop(state, Settings);
    Wanted wanted;
    const std::string_view reason = expectIt(state, runtime, runtime.call(), wanted);
    if (!reason.empty()) {
        lua_pushnil(state);
        lua_pushlstring(state, reason.data(), reason.size());
        return 2;
    }
    std::array<char, IpAddress::MaxText> into;
    const std::string_view address = wanted.expectation.tuple.destination.write(into);
    lua_pushlstring(state, address.data(), address.size());
    lua_pushinteger(state, wanted.expectation.tuple.destinationPort);
    return 2;
}

} // namespace Trackhand::Script
