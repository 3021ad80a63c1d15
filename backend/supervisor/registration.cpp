// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/registration.h"

#include "backend/settings/settingsstore.h"

#include <algorithm>

namespace Trackhand {

namespace Registration {

namespace {

/// Does @p deed for each; on the first error undoes what was done, with @p undo, and returns the error.
template <typename Deed, typename Undo>
Status forAll(const std::vector<KernelHelper> &helpers, Deed deed, Undo undo)
{
    for (std::size_t done = 0; done < helpers.size(); ++done) {
        if (auto status = deed(helpers[done]); !status) {
            while (done-- > 0) {
                undo(helpers[done]);
            }
            return status;
        }
    }
    return Done {};
}

bool isRegistered(HelperRegistrar &registrar, const KernelHelper &wanted)
{
    const auto present = registrar.list();
    return present && std::any_of(present->begin(), present->end(), [&](const KernelHelper &helper) {
        return helper.name == wanted.name && helper.l3 == wanted.l3 && helper.l4 == wanted.l4;
    });
}

Status createOrAdopt(HelperRegistrar &registrar, const KernelHelper &helper)
{
    if (!isRegistered(registrar, helper)) {
        return registrar.create(helper);
    }
    if (registrar.update(helper)) {
        return Done {};
    }
    // Other policies than before: the kernel takes those only anew.
    if (auto removed = registrar.remove(helper.name, helper.l3, helper.l4); !removed) {
        return removed;
    }
    return registrar.create(helper);
}

} // namespace

std::vector<KernelHelper> kernelHelpers(const HelperSettings &settings)
{
    std::vector<KernelHelper> helpers;
    for (const L3Protocol l3 : settings.l3) {
        for (const L4Protocol l4 : settings.l4) {
            helpers.push_back(
                {settings.name, l3, l4, settings.queue, settings.policies, settings.privateLength, false});
        }
    }
    return helpers;
}

Status create(HelperRegistrar &registrar, const HelperSettings &settings, bool adopt)
{
    return forAll(
        kernelHelpers(settings),
        [&](const KernelHelper &helper) { return adopt ? createOrAdopt(registrar, helper) : registrar.create(helper); },
        [&](const KernelHelper &helper) { (void)registrar.remove(helper.name, helper.l3, helper.l4); });
}

Status setEnabled(HelperRegistrar &registrar, const HelperSettings &settings, bool enabled)
{
    return forAll(
        kernelHelpers(settings),
        [&](const KernelHelper &helper) { return registrar.setEnabled(helper.name, helper.l3, helper.l4, enabled); },
        [&](const KernelHelper &helper) { (void)registrar.setEnabled(helper.name, helper.l3, helper.l4, false); });
}

Status update(HelperRegistrar &registrar, const HelperSettings &settings, bool enabled)
{
    for (KernelHelper helper : kernelHelpers(settings)) {
        helper.enabled = enabled;
        if (auto status = registrar.update(helper); !status) {
            return status;
        }
    }
    return Done {};
}

Status remove(HelperRegistrar &registrar, const HelperSettings &settings)
{
    return forAll(
        kernelHelpers(settings),
        [&](const KernelHelper &helper) -> Status {
            auto status = registrar.remove(helper.name, helper.l3, helper.l4);
            const bool gone = !status && status.error().code == ErrorCode::NoSuchHelper;
            return gone ? Status(Done {}) : status;
        },
        [&](const KernelHelper &helper) { (void)registrar.create(helper); });
}

} // namespace Registration

Status disableAllHelpers(HelperRegistrar &registrar, const SettingsStore &store)
{
    const auto present = registrar.list();
    if (!present) {
        return present.error();
    }
    Status result = Done {};
    for (const HelperDocument &saved : store.load().helpers) {
        for (const KernelHelper &helper : *present) {
            if (!saved.helper || helper.name != saved.name || !helper.enabled) {
                continue;
            }
            if (auto status = registrar.setEnabled(helper.name, helper.l3, helper.l4, false); !status) {
                result = status;
            }
        }
    }
    return result;
}

} // namespace Trackhand
