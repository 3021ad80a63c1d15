// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/module/helpermodule.h"

/// A helper that accepts everything: what the modules of the tests have in common.
class PlainHelper : public Trackhand::Helper {
public:
    explicit PlainHelper(const Trackhand::OptionValues &) { }

    Trackhand::Judgement onPacket(
        const Trackhand::Packet &, Trackhand::Connection &, Trackhand::Expectations &, Trackhand::Rewrite &) override
    {
        return Trackhand::Judgement::Accept;
    }

    static Trackhand::HelperDescriptor named(const char *name)
    {
        return {.name = name,
            .summary = "A module of the tests.",
            .advice = {},
            .l3 = {Trackhand::L3Protocol::Ipv4},
            .l4 = {Trackhand::L4Protocol::Udp},
            .ports = {7000},
            .classes = {{.name = "data", .maximum = 3, .timeoutSeconds = 60}},
            .options = {}};
    }
};
