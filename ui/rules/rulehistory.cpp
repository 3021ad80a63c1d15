// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/rulehistory.h"

#include "client/link/backendlink.h"
#include "client/models/helpertext.h"
#include "client/stores/rulestore.h"

#include <QPointer>
#include <algorithm>

namespace Trackhand {

RuleHistory::RuleHistory(BackendLink *link, const RuleStore *rules, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_rules(rules)
{
    m_stack.setUndoLimit(Limit);
}

/// While there is no backend the store is empty, which says nothing about the rules.
std::optional<Error> RuleHistory::absence() const
{
    if (m_link->state() == BackendLink::State::Ready) {
        return std::nullopt;
    }
    const Error &problem = m_link->problem();
    return problem.text.empty() ? Error {ErrorCode::NoBackend, tr("not connected yet").toStdString()} : problem;
}

void RuleHistory::add(const RuleArguments &rule, QObject *context, const Ended &ended)
{
    carryOut(std::make_unique<RuleDeed>(
                 std::make_shared<RuleDeed::Record>(RuleDeed::Record {std::make_shared<uint>(0), std::nullopt, rule})),
        context, ended);
}

void RuleHistory::change(uint id, const RuleArguments &rule, QObject *context, const Ended &ended)
{
    start(id, rule, context, ended);
}

void RuleHistory::remove(uint id, QObject *context, const Ended &ended)
{
    start(id, std::nullopt, context, ended);
}

void RuleHistory::start(uint id, std::optional<RuleArguments> after, QObject *context, const Ended &ended)
{
    if (const auto absent = absence()) {
        ended(*absent);
        return;
    }
    const RuleInfo *rule = ruleOf(id);
    if (!rule) {
        ended(Error {ErrorCode::NoSuchRule, tr("rule %1 has been deleted meanwhile").arg(id).toStdString()});
        return;
    }
    carryOut(std::make_unique<RuleDeed>(std::make_shared<RuleDeed::Record>(
                 RuleDeed::Record {sharedId(id), settingsOf(*rule), std::move(after)})),
        context, ended);
}

void RuleHistory::carryOut(std::unique_ptr<RuleDeed> deed, QObject *context, const Ended &ended)
{
    if (m_busy) {
        ended(Error {ErrorCode::Failed, tr("another change is under way; try again when it has ended").toStdString()});
        return;
    }
    // Shared, because what is called back is copied on its way; the stack is its owner in the end.
    const auto kept = std::make_shared<std::unique_ptr<RuleDeed>>(std::move(deed));
    const auto answered = [this, kept, caller = QPointer<QObject>(context), ended](const Result<QString> &path) {
        if (path) {
            settle(**kept, Direction::Forth, *path);
            const QString sentence = (*kept)->sentence();
            m_stack.push(kept->release());
            emit changed();
            emit done(sentence);
        }
        if (caller) {
            ended(path ? Status(Done {}) : Status(path.error()));
        }
    };
    send(**kept, Direction::Forth, answered);
}

void RuleHistory::undo()
{
    if (canUndo()) {
        step(Direction::Back);
    }
}

void RuleHistory::redo()
{
    if (canRedo()) {
        step(Direction::Forth);
    }
}

QString RuleHistory::undoText() const
{
    return m_stack.canUndo() ? next(Direction::Back)->description() : QString();
}

QString RuleHistory::redoText() const
{
    return m_stack.canRedo() ? next(Direction::Forth)->description() : QString();
}

/// The deed that a step in this direction is about.
const RuleDeed *RuleHistory::next(Direction direction) const
{
    return static_cast<const RuleDeed *>(m_stack.command(m_stack.index() - (direction == Direction::Back ? 1 : 0)));
}

void RuleHistory::step(Direction direction)
{
    const RuleDeed &deed = *next(direction);
    if (const auto absent = absence()) {
        fail(deed, direction, *absent);
        return;
    }
    const RuleInfo *present = ruleOf(deed.ruleId());
    const auto &expected = deed.from(direction);
    if (expected && !present) {
        fail(deed, direction, {ErrorCode::NoSuchRule, tr("the rule has been deleted meanwhile").toStdString()});
    } else if (expected && settingsOf(*present) != *expected) {
        fail(deed, direction, {ErrorCode::NoSuchRule, tr("the rule has been changed meanwhile").toStdString()});
    } else {
        send(deed, direction, [this, &deed, direction](const Result<QString> &path) {
            if (path) {
                settle(deed, direction, *path);
                finish(deed, direction);
            } else {
                fail(deed, direction, path.error());
            }
        });
    }
}

void RuleHistory::finish(const RuleDeed &deed, Direction direction)
{
    const QString description = deed.description();
    move(direction);
    if (direction == Direction::Back) {
        emit wentBack(tr("Undone: %1.").arg(description));
    } else {
        emit wentForth(tr("Done again: %1.").arg(description));
    }
}

void RuleHistory::fail(const RuleDeed &deed, Direction direction, const Error &error)
{
    const QString text =
        direction == Direction::Back ? tr("Could not undo \"%1\": %2.") : tr("Could not redo \"%1\": %2.");
    const QString said = text.arg(deed.description(), QString::fromStdString(error.text));
    if (error.code == ErrorCode::NoSuchRule) {
        deed.record().lost = true;
        move(direction);
    }
    emit failed(said);
}

void RuleHistory::move(Direction direction)
{
    if (direction == Direction::Back) {
        m_stack.undo();
    } else {
        m_stack.redo();
    }
    emit changed();
}

void RuleHistory::send(const RuleDeed &deed, Direction direction, const Answer &answer)
{
    setBusy(true);
    const auto answered = [this, answer](const Result<QString> &path) {
        setBusy(false);
        answer(path);
    };
    const auto withoutPath = [answered](const Status &status) {
        answered(status ? Result<QString>(QString()) : Result<QString>(status.error()));
    };
    const auto &to = deed.to(direction);
    if (!deed.from(direction)) {
        m_link->call<QString>(Requests::addRule(*to), this, answered);
    } else if (to) {
        m_link->call<Done>(Requests::changeRule(deed.ruleId(), *to), this, withoutPath);
    } else {
        m_link->call<Done>(Requests::deleteRule(deed.ruleId()), this, withoutPath);
    }
}

/// The rule is what the backend made of it, its defaults filled in, under the number that it got. The backend says what
/// it made before it answers.
void RuleHistory::settle(const RuleDeed &deed, Direction direction, const QString &path)
{
    if (!path.isEmpty()) {
        *deed.record().id = path.section(QLatin1Char('/'), -1).toUInt();
    }
    const RuleInfo *rule = ruleOf(deed.ruleId());
    if (deed.to(direction) && rule) {
        deed.to(direction) = settingsOf(*rule);
    }
}

const RuleInfo *RuleHistory::ruleOf(uint id) const
{
    const auto &rules = m_rules->items();
    const auto found = std::ranges::find(rules, id, &RuleInfo::id);
    return found == rules.end() ? nullptr : &*found;
}

/// The number that the latest deed about this rule has; a new one where that deed deleted the rule that had it before.
std::shared_ptr<uint> RuleHistory::sharedId(uint id) const
{
    for (int place = m_stack.index() - 1; place >= 0; --place) {
        const auto &record = static_cast<const RuleDeed *>(m_stack.command(place))->record();
        if (*record.id == id) {
            return record.after ? record.id : std::make_shared<uint>(id);
        }
    }
    return std::make_shared<uint>(id);
}

void RuleHistory::setBusy(bool busy)
{
    m_busy = busy;
    emit changed();
}

} // namespace Trackhand
