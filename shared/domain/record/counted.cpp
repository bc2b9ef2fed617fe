// SPDX-License-Identifier: Apache-2.0
// One rule for each kind of event that counts.
#include "shared/domain/record/counted.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

namespace verandah::domain {

namespace {

/// An encounter as somebody who has read `entry` finds it. Borrowed from the file, or from the entry.
struct SaidThen {
    CentreDay day;
    const EncounterSaved* saved;
    const std::vector<Fact>* facts;
};

/// In their order.
std::map<EncounterId, SaidThen> said_then(const File& before, const FileEntry& entry)
{
    std::map<EncounterId, SaidThen> said;
    for (const auto& [id, encounter] : before.encounters) {
        said.emplace(id, SaidThen{encounter.day, &encounter.saved, &encounter.facts});
    }
    if (const auto* saved = std::get_if<EncounterSaved>(&entry.event)) {
        auto& now = said.try_emplace(saved->encounter, SaidThen{entry.day, nullptr, nullptr}).first->second;
        now.saved = saved;
        now.facts = &entry.facts;
    }
    return said;
}

/// Whether a question whose answers amount to such facts was answered, be it with "prefers not to say".
bool was_asked(const EncounterSaved& saved, std::string_view facts, const CareRules& rules)
{
    const auto is_such = [facts](const FactCode& code) { return code.view().starts_with(facts); };
    const auto* form = form_of(rules, saved.form);
    const auto fields = form == nullptr ? std::vector<const Field*>{} : fields_of(*form);
    return std::ranges::any_of(fields, [&](const Field* field) {
        const auto* choices = std::get_if<ChoiceField>(&field->kind);
        return choices != nullptr && saved.answers.contains(field->code) &&
               std::ranges::any_of(choices->choices,
                                   [&](const Choice& choice) { return std::ranges::any_of(choice.facts, is_such); });
    });
}

/// What she said last of herself, up to that period. Who then would rather not say has not said it.
std::optional<FactCode> last_said(const std::map<EncounterId, SaidThen>& said, std::string_view facts,
                                  std::chrono::year_month period, const CareRules& rules)
{
    for (const auto& [id, encounter] : std::views::reverse(said)) {
        if (period_of(encounter.day) > period) {
            continue;
        }
        const auto found = std::ranges::find_if(
            *encounter.facts, [facts](const Fact& fact) { return fact.code.view().starts_with(facts); });
        if (found != encounter.facts->end()) {
            return found->code;
        }
        if (was_asked(*encounter.saved, facts, rules)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// What each kind of event changes.
struct Count {
    const File& before;
    const FileEntry& entry;

    std::vector<Counted> operator()(const EncounterSaved& event) const
    {
        const auto found = before.encounters.find(event.encounter);
        const bool is_new = found == before.encounters.end();
        if (is_new ? entry.facts.empty() : entry.facts == found->second.facts) {
            return {};
        }
        return {{"encounter " + std::to_string(event.encounter.value()), is_new ? entry.day : found->second.day,
                 entry.facts}};
    }
    std::vector<Counted> operator()(const TestOrdered& event) const
    {
        return once(of_test(event.test, TestStep::ordered));
    }
    std::vector<Counted> operator()(const TestMoved& event) const
    {
        switch (event.move) {
        case TestMove::take: return once(of_test(event.test, TestStep::taken));
        case TestMove::result: return once(of_test(event.test, TestStep::resulted));
        case TestMove::tell: return once(of_test(event.test, TestStep::told));
        case TestMove::lose: return gone(event.test, {TestStep::taken});
        case TestMove::cancel: return gone(event.test, {TestStep::ordered, TestStep::taken});
        case TestMove::correct: return corrected(event.test);
        }
        std::unreachable();
    }
    std::vector<Counted> operator()(const Dispensed& event) const
    {
        return once("prescription " + std::to_string(event.prescription.value()) + " dose " +
                    std::to_string(event.dose));
    }
    std::vector<Counted> operator()(const ReferralMade& event) const
    {
        return once(of_referral(event.referral, ReferralEvent::issue));
    }
    std::vector<Counted> operator()(const ReferralMoved& event) const
    {
        return once(of_referral(event.referral, event.event));
    }
    template <class Event>
    std::vector<Counted> operator()(const Event& /*event*/) const
    {
        return once("entry " + std::to_string(entry.number));
    }

private:
    static std::string of_test(TestId test, TestStep step)
    {
        return "test " + std::to_string(test.value()) + ' ' + std::string{word(step)};
    }
    static std::string of_referral(ReferralId referral, ReferralEvent event)
    {
        return "referral " + std::to_string(referral.value()) + ' ' + std::string{word(event)};
    }
    [[nodiscard]] std::vector<Counted> once(std::string thing) const
    {
        return entry.facts.empty() ? std::vector<Counted>{}
                                   : std::vector{Counted{std::move(thing), entry.day, entry.facts}};
    }

    /// When the test came to that step for the last time; nullopt: it has not.
    [[nodiscard]] std::optional<CentreDay> day_of(TestId test, TestStep step) const
    {
        const auto came = [&](const FileEntry& each) {
            const auto* ordered = std::get_if<TestOrdered>(&each.event);
            const auto* moved = std::get_if<TestMoved>(&each.event);
            switch (step) {
            case TestStep::ordered: return ordered != nullptr && ordered->test == test;
            case TestStep::taken: return moved != nullptr && moved->test == test && moved->move == TestMove::take;
            case TestStep::resulted: return moved != nullptr && moved->test == test && moved->move == TestMove::result;
            case TestStep::told: return moved != nullptr && moved->test == test && moved->move == TestMove::tell;
            case TestStep::cancelled: return false;
            }
            std::unreachable();
        };
        const auto backwards = std::views::reverse(before.entries);
        const auto found = std::ranges::find_if(backwards, came);
        return found == backwards.end() ? std::nullopt : std::optional{found->day};
    }
    [[nodiscard]] std::vector<Counted> gone(TestId test, std::initializer_list<TestStep> steps) const
    {
        std::vector<Counted> counted;
        for (const auto step : steps) {
            if (const auto day = day_of(test, step)) {
                counted.push_back({of_test(test, step), *day, {}});
            }
        }
        return counted;
    }
    /// The result counts on the day it was first there; and that she was told the wrong one counts no more.
    [[nodiscard]] std::vector<Counted> corrected(TestId test) const
    {
        auto counted = gone(test, {TestStep::told});
        Counted result{of_test(test, TestStep::resulted), day_of(test, TestStep::resulted).value_or(entry.day),
                       entry.facts};
        for (auto& fact : result.facts) {
            fact.on = result.day;
        }
        counted.push_back(std::move(result));
        return counted;
    }
};

} // namespace

std::vector<Counted> counted_by(const File& before, const FileEntry& entry, const CareRules& rules)
{
    auto counted = std::visit(Count{before, entry}, entry.event);
    if (counted.empty()) {
        return counted;
    }
    const auto said = said_then(before, entry);
    for (auto& each : counted) {
        each.age = last_said(said, age_facts, period_of(each.day), rules);
        each.group = last_said(said, group_facts, period_of(each.day), rules);
    }
    return counted;
}

} // namespace verandah::domain
