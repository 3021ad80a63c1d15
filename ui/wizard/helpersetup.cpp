// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/helpersetup.h"

#include "client/link/backendlink.h"

namespace Trackhand {

HelperSetup::HelperSetup(BackendLink *link, const HelperPlan &plan)
    : QObject(link)
    , m_link(link)
    , m_plan(plan)
    , m_rules(plan.rules())
{
}

void HelperSetup::start()
{
    emit stepBegun(Step::Register);
    m_link->call<QString>(
        Requests::addHelper(m_plan.name, m_plan.settings()), this, [this](const Result<QString> &path) {
            m_registered = path.ok();
            if (goOn(Step::Register, path ? nullptr : &path.error())) {
                emit stepBegun(Step::AddRule);
                addNextRule();
            }
        });
}

void HelperSetup::addNextRule()
{
    if (m_rules.isEmpty()) {
        enable();
        return;
    }
    m_link->call<QString>(Requests::addRule(m_rules.takeFirst()), this, [this](const Result<QString> &path) {
        if (goOn(Step::AddRule, path ? nullptr : &path.error())) {
            addNextRule();
        }
    });
}

void HelperSetup::enable()
{
    emit stepBegun(Step::Enable);
    m_link->call<Done>(Requests::enableHelper(m_plan.name), this, [this](const Result<Done> &done) {
        if (goOn(Step::Enable, done ? nullptr : &done.error())) {
            emit succeeded();
            deleteLater();
        }
    });
}

bool HelperSetup::goOn(Step step, const Error *error)
{
    if (!error && !m_cancelled) {
        return true;
    }
    Failure failure;
    failure.step = step;
    failure.cancelled = !error;
    if (error) {
        failure.error = *error;
    }
    if (m_registered) {
        undo(failure);
    } else {
        end(failure); // the helper of this name, if there is one, is somebody else's
    }
    return false;
}

void HelperSetup::undo(const Failure &failure)
{
    emit undoBegun();
    m_link->call<Done>(Requests::deleteHelper(m_plan.name, true), this, [this, failure](const Result<Done> &done) {
        Failure complete = failure;
        if (!done && done.error().code != ErrorCode::NoSuchHelper) {
            complete.undoError = done.error();
        }
        end(complete);
    });
}

void HelperSetup::end(const Failure &failure)
{
    emit failed(failure);
    deleteLater();
}

} // namespace Trackhand
