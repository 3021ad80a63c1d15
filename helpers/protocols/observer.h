// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"

namespace Trackhand {

/// Accepts every packet and says in one line what it was. Useful to see traffic before there is a helper for it.
class ObserverHelper : public Helper {
public:
    static const HelperDescriptor &describe();
    explicit ObserverHelper(const OptionValues &options);

    const HelperDescriptor &descriptor() const override { return describe(); }
    Judgement onPacket(
        const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite) override;
};

} // namespace Trackhand
