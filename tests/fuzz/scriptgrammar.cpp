// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptgrammar.h"

#include "helpers/script/api.h"

#include <string_view>

using namespace Trackhand;

namespace Fuzz {

namespace {

constexpr std::size_t MaxLength = 16 << 10; ///< bytes; half of it is kept for what must be closed
constexpr int MaxDepth = 5;

/// Writes Lua as the input says. Zeros, which follow the input's end, choose what ends soonest.
class ScriptWriter {
public:
    explicit ScriptWriter(Input &input)
        : m_input(input)
    {
    }

    std::string take()
    {
        write("local v0, v1, v2, v3 = 1, \"a\", {}, nil\nlocal rounds = 0\n");
        if (choice() % 8 == 7) {
            statements(); // there is no packet yet, so most scripts would end here
        }
        write("return { name = \"fuzz\", transports = { ");
        write(oneOf({"\"tcp\"", "\"udp\"", "\"tcp\", \"udp\"", "\"udp\", \"tcp\""}));
        write(" }, ports = { 7000, 7001 }");
        fields();
        write(", on_packet = function(packet, connection)\nlocal payload = packet:payload()\nrounds = 0\n");
        statements();
        write("end }\n");
        return std::move(m_text);
    }

private:
    std::uint8_t choice() { return m_input.number<std::uint8_t>(); }
    bool isFull() const { return m_depth >= MaxDepth || m_text.size() > MaxLength / 2; }
    void write(std::string_view text) { m_text += text; }

    template <std::size_t N>
    std::string_view oneOf(const std::string_view (&words)[N])
    {
        return words[choice() % N];
    }

    void fields()
    {
        const std::uint8_t which = choice();
        if ((which & 1) != 0) {
            write(oneOf({", view = \"lines\"", ", view = \"stream\"", ", view = \"packets\""}));
        }
        if ((which & 2) != 0) {
            write(", private_length = 32");
        }
        if ((which & 4) != 0) {
            write(", classes = { { name = \"a\", max = 255 }, { name = \"b\", timeout = 1 } }");
        }
        if ((which & 8) != 0) {
            write(", rights = { \"loose-source\", \"permanent\", \"low-ports\", \"same-helper\" }");
        }
        if ((which & 16) != 0) {
            write(", options = { { name = \"far\", kind = \"bool\", default = false, grants = \"foreign-addresses\" },"
                  " { name = \"low\", kind = \"int\", default = 0, min = 0, max = 9, grants = \"low-ports\" },"
                  " { name = \"text\", kind = \"string\", default = \"x\" } }");
        }
        if ((which & 32) != 0) {
            write(", empty_segments = true");
        }
    }

    void statements()
    {
        ++m_depth;
        for (int count = choice() % 8; count > 0; --count) {
            statement();
        }
        --m_depth;
    }

    void block(std::string_view end = "end\n")
    {
        statements();
        write(end);
    }

    /// What is done again and again mostly ends after a while: a loop without end takes a thousand times as long as all that
    /// the script has besides, and only so many are worth that.
    void rounds(std::string_view end = "end\n")
    {
        if (choice() % 64 != 63) {
            write("rounds = rounds + 1\nif rounds > 20 then break end\n");
        }
        block(end);
    }

    void statement()
    {
        switch (isFull() ? choice() % 6 : choice() % 16) {
        case 0:
            return line("packet:note(", ")");
        case 1:
            return assignment();
        case 2:
            return expect();
        case 3:
            write("packet:rewrite(payload:range(");
            expression();
            return line(", 1), ", ")");
        case 4:
            return line("connection:flow().x = ", "");
        case 5:
            return write("packet:drop()\n");
        case 6:
            return loop("for i = ");
        case 7:
            write("for line, gap in packet:");
            write(oneOf({"lines", "stream"}));
            write("() do\nv3 = line\n");
            return rounds();
        case 8:
            return loop("while ");
        case 9:
            line("if ", " then");
            return block();
        case 10:
            write("repeat\n");
            rounds("until ");
            return line("", "");
        case 11:
            write("local function f(a, b)\n");
            block();
            return line("v1 = f(", ")");
        case 12:
            return line("error(", ")");
        case 13:
            return line("connection:set_data(", ")");
        case 14:
            return line("v2[", "] = v0");
        default:
            write("local _ = ");
            call();
            return write("\n");
        }
    }

    void line(std::string_view before, std::string_view after)
    {
        write(before);
        expression();
        write(after);
        write("\n");
    }

    void loop(std::string_view head)
    {
        write(head);
        expression();
        if (head == "for i = ") {
            write(", ");
            expression();
        }
        write(" do\n");
        rounds();
    }

    void assignment()
    {
        variable();
        line(" = ", "");
    }

    void variable() { write(oneOf({"v0", "v1", "v2", "v3"})); }

    void expect()
    {
        write("v0, v1 = connection:expect { port = ");
        expression();
        for (std::uint8_t more = choice(); more != 0; more >>= 2) {
            switch (more & 3) {
            case 0:
                write(", address = ");
                expression();
                break;
            case 1:
                write(oneOf({", class = \"a\"", ", class = \"b\"", ", protocol = \"udp\"", ", protocol = \"gre\"",
                    ", answer = true", ", helper = true", ", permanent = true", ", any_source = true"}));
                break;
            case 2:
                write(", source_port = ");
                expression();
                break;
            default:
                write(", where = payload:range(0), write = function(address, port) return ");
                expression();
                write(" end");
            }
        }
        write(" }\n");
    }

    void expression()
    {
        ++m_depth;
        switch (isFull() ? choice() % 4 : choice() % 12) {
        case 0:
            write(oneOf({"0", "1", "-1", "7000", "65535", "65536", "1 << 62", "math.mininteger", "1e308", "0/0", "0.5",
                "nil", "true", "false", "{}", "packet", "connection", "payload", "'10.0.1.2'", "'ff02::1'"}));
            break;
        case 1:
            variable();
            break;
        case 2:
            string();
            break;
        case 3:
            write("#");
            variable();
            break;
        case 4:
        case 5:
            write("(");
            expression();
            write(oneOf({" + ", " - ", " * ", " / ", " // ", " % ", " ^ ", " .. ", " == ", " < ", " <= ", " and ",
                " or ", " & ", " | ", " ~ ", " << ", " >> "}));
            expression();
            write(")");
            break;
        case 6:
            write(oneOf({"not ", "- ", "~ "}));
            expression();
            break;
        case 7:
            write("{ ");
            expression();
            write(", x = ");
            expression();
            write(" }");
            break;
        case 8:
            variable();
            write("[");
            expression();
            write("]");
            break;
        default:
            call();
        }
        --m_depth;
    }

    /// A string of the input's bytes, or one that patterns and formats know how to read.
    void string()
    {
        if (const std::uint8_t length = choice(); length % 4 == 0) {
            write(oneOf({"\"(%d+)()\"", "\"^.-a*b?$\"", "\"[^%w_-]\"", "\"%s%5.1f%q\"", "\">I4s2z\"", "\"%99d\"", "\"\"",
                "\"packet\""}));
        } else {
            write("\"");
            for (const std::uint8_t byte : m_input.bytes(length % 16)) {
                write("\\" + std::string(byte < 100 ? byte < 10 ? "00" : "0" : "") + std::to_string(byte));
            }
            write("\"");
        }
    }

    void call()
    {
        const auto entries = Script::apiEntries();
        const auto language = Script::languageFunctions();
        if (const std::uint8_t which = choice(); which % 2 == 0) {
            write(language[choice() % language.size()]);
        } else {
            const Script::ApiEntry &entry = entries[choice() % entries.size()];
            const std::string_view owner = entry.owner;
            write(owner == "buffer" ? "payload" : owner);
            write(owner.empty() ? "" : ":");
            write(entry.name);
        }
        write("(");
        for (int count = choice() % 4; count > 0; --count) {
            expression();
            write(count > 1 ? ", " : "");
        }
        write(")");
    }

    Input &m_input;
    std::string m_text;
    int m_depth = 0;
};

} // namespace

std::string scriptFrom(Input &input)
{
    return ScriptWriter(input).take();
}

} // namespace Fuzz
