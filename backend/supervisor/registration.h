// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/helperregistrar.h"
#include "backend/settings/helpersettings.h"

namespace Trackhand {

class SettingsStore;

/// One helper is as many kernel helpers as it has families times transports. These functions treat them as one: all of
/// them, or on an error none.
namespace Registration {

std::vector<KernelHelper> kernelHelpers(const HelperSettings &settings);

/// Registers all, disabled. What is registered already with the same name and protocols (our own from before a crash)
/// is brought to these settings instead when @p adopt says so.
Status create(HelperRegistrar &registrar, const HelperSettings &settings, bool adopt);
Status setEnabled(HelperRegistrar &registrar, const HelperSettings &settings, bool enabled);
/// Limits of the policies, and the queue.
Status update(HelperRegistrar &registrar, const HelperSettings &settings, bool enabled);
Status remove(HelperRegistrar &registrar, const HelperSettings &settings);

} // namespace Registration

/// For the moment after trackhandd died: whatever it left enabled in the kernel is disabled, so that new connections
/// are confirmed without a listener. Helpers that are not registered any more are no error.
Status disableAllHelpers(HelperRegistrar &registrar, const SettingsStore &store);

} // namespace Trackhand
