// SPDX-License-Identifier: Apache-2.0
// One rule for each kind of event.
#include "shared/domain/record/decide_entry.hpp"

#include "shared/domain/care/check_answers.hpp"
#include "shared/domain/care/guidance.hpp"
#include "shared/domain/followup/may_act.hpp"
#include "shared/domain/record/next_number.hpp"
#include "shared/domain/referral/referral_story.hpp"
#include "shared/domain/referral/run_out.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace verandah::domain {

namespace {

using Why = Refusal::Why;
using Facts = std::expected<std::vector<Fact>, Refusal>;

constexpr std::size_t longest_reason = 500; // bytes; a sentence or two in any script
constexpr int most_doses = 12;
constexpr std::size_t most_movements = 20;

std::unexpected<Refusal> changed_meanwhile(std::string what)
{
    return refuse(Why::conflict, std::move(what) + " was changed by somebody else meanwhile");
}

/// A code put together from words that are codes themselves; nothing when it came out too long to be one.
std::vector<Fact> fact(std::string_view text, CentreDay day, std::optional<std::int32_t> value = std::nullopt)
{
    if (const auto code = FactCode::make(text)) {
        return {{*code, day, value}};
    }
    return {};
}

/// What each kind of event needs, and what it amounts to.
struct Decide {
    const File& file;
    Moment now;
    const CareRules& rules;

    Facts operator()(const ConsentSaid& event) const
    {
        if (auto known = check_consent(rules, event); !known) {
            return std::unexpected{std::move(known.error())};
        }
        return {};
    }

    Facts operator()(const EncounterSaved& event) const
    {
        const auto found = file.encounters.find(event.encounter);
        const bool is_new = found == file.encounters.end();
        if (is_new ? event.encounter != next_number(file, file.encounters)
                   : event.revision != found->second.saved.revision + 1) {
            return changed_meanwhile("this record");
        }
        if (is_new && event.revision != 1) {
            return refuse(Why::invalid_input, "a new record begins with revision 1");
        }
        if (!is_new && found->second.saved.form != event.form) {
            return refuse(Why::invalid_input, "a record stays in the edition of its form that it was begun in");
        }
        const bool was_done = !is_new && found->second.saved.state == EncounterSaved::State::done;
        if (was_done && event.state == EncounterSaved::State::draft) {
            return refuse(Why::invalid_input, "what was done does not become a draft again");
        }
        if (was_done == event.why.empty() || event.why.size() > longest_reason) {
            return refuse(Why::invalid_input, "a correction, and nothing else, says why, in some words");
        }
        const auto* form = form_of(rules, event.form);
        if (form == nullptr) {
            return refuse(Why::not_found, "there is no such form, or not this edition of it");
        }
        const auto day = is_new ? now.day : found->second.day;
        for (const auto& finding : check_answers(*form, event.answers, now.day)) {
            const bool may_wait = finding.what == Finding::What::missing && event.state == EncounterSaved::State::draft;
            if (!is_warning(finding.what) && !may_wait) {
                return refuse(Why::invalid_input,
                              "the field " + finding.field.text() + " is " + std::string{word(finding.what)});
            }
        }
        return facts_of(*form, event.answers, day);
    }

    Facts operator()(const TestOrdered& event) const
    {
        if (event.test != next_number(file, file.tests)) {
            return changed_meanwhile("the list of tests");
        }
        const auto* kind = test_of(rules, event.kind);
        if (kind == nullptr || std::ranges::find(kind->specimens, event.specimen) == kind->specimens.end()) {
            return refuse(Why::invalid_input, "there is no such test, or not of this specimen");
        }
        return facts_of(*kind, TestStep::ordered, std::nullopt, now.day);
    }

    Facts operator()(const TestMoved& event) const
    {
        const auto found = file.tests.find(event.test);
        if (found == file.tests.end()) {
            return refuse(Why::not_found, "there is no such test in this file");
        }
        const auto* kind = test_of(rules, found->second.kind);
        if (kind == nullptr) {
            return refuse(Why::not_found, "this centre does not do this test any more");
        }
        const auto course = moved(found->second, *kind, {event.move, now.at, found->second.ordered_by, event.result});
        if (!course) {
            return std::unexpected{course.error()};
        }
        return facts_of(*kind, course->step, course->result, now.day);
    }

    Facts operator()(const Prescribed& event) const
    {
        if (event.prescription != next_number(file, file.prescriptions)) {
            return changed_meanwhile("the list of prescriptions");
        }
        if (event.doses < 1 || event.doses > most_doses || event.against.size() > longest_reason) {
            return refuse(Why::invalid_input, "a prescription has 1 to 12 doses, and a reason of some words");
        }
        const auto said = said_of(event);
        if (!said) {
            return std::unexpected{said.error()};
        }
        if (said->against != Against::nothing && event.against.empty()) {
            return refuse(Why::invalid_input, "what is given against the table needs a reason in some words: it is " +
                                                  std::string{word(said->against)});
        }
        return facts_of_choice(*said);
    }

    Facts operator()(const Dispensed& event) const
    {
        const auto found = file.prescriptions.find(event.prescription);
        if (found == file.prescriptions.end()) {
            return refuse(Why::not_found, "there is no such prescription in this file");
        }
        const auto& [prescribed, day, by, doses] = found->second;
        if (event.dose != std::ssize(doses) + 1) {
            return changed_meanwhile("this course");
        }
        if (event.dose > prescribed.doses || event.movements.size() > most_movements) {
            return refuse(Why::invalid_input, "the course has no such dose");
        }
        if (std::ranges::any_of(event.movements, [this](MovementId each) { return is_of_another(each); })) {
            return refuse(Why::invalid_input, "what left the cupboard once was given once");
        }
        if (prescribed.own) {
            return fact(own_treatment_fact, now.day);
        }
        std::vector<Fact> facts;
        if (const auto* regimen = regimen_of(rules, prescribed.guideline, prescribed.regimen)) {
            for (const auto& code : regimen->amounts_to) {
                const bool is_counted = regimen->counts == code;
                facts.push_back({code, now.day, is_counted ? std::optional{event.dose} : std::nullopt});
            }
        }
        return facts;
    }

    Facts operator()(const ChannelAgreed& /*event*/) const { return {}; }
    Facts operator()(const DueActed& event) const
    {
        const auto item = due(event.item);
        if (!item) {
            return std::unexpected{item.error()};
        }
        return unless(may_act(*item, event.act, file.channel.value_or(Channel::none), now.day));
    }

    Facts operator()(const TracingTried& event) const
    {
        const auto item = due(event.item);
        if (!item) {
            return std::unexpected{item.error()};
        }
        return unless(may_trace(*item, event, file.channel.value_or(Channel::none)));
    }

    Facts operator()(const ReferralMade& event) const
    {
        if (event.referral != next_number(file, file.referrals)) {
            return changed_meanwhile("the list of referrals");
        }
        if (const auto made = may_make(event, rules.referrals, rules.providers, now.at); !made) {
            return std::unexpected{made.error()};
        }
        return event.issued ? fact("referral.issued." + event.service.text(), now.day) : Facts{};
    }

    Facts operator()(const ReferralMoved& event) const
    {
        const auto found = file.referrals.find(event.referral);
        if (found == file.referrals.end()) {
            return refuse(Why::not_found, "there is no such referral in this file");
        }
        if (const auto may = may_move(found->second, event); !may) {
            return std::unexpected{may.error()};
        }
        if (event.event == ReferralEvent::expire && !has_run_out(found->second, rules.referrals, now)) {
            return refuse(Why::not_allowed, "only the clock says that a referral has run out");
        }
        if (event.event == ReferralEvent::trace && file.channel.value_or(Channel::none) == Channel::none) {
            return refuse(Why::not_allowed, "she has not agreed to be looked for");
        }
        const auto status = advance(found->second.status, event.event);
        return status ? of_referral(*status, found->second.service) : Facts{};
    }

    Facts operator()(const FeedbackSeen& event) const
    {
        const auto found = file.referrals.find(event.referral);
        if (found == file.referrals.end()) {
            return refuse(Why::not_found, "there is no such referral in this file");
        }
        return unless(may_say(found->second, event));
    }

    Facts operator()(const SlipsGiven& event) const
    {
        if (const auto may = may_give(event, rules.partners); !may) {
            return std::unexpected{may.error()};
        }
        return fact("partner.slips", now.day, event.count);
    }

    Facts operator()(const PicturesChosen& event) const
    {
        return event.lock ? Facts{} : refuse(Why::invalid_input, "a second secret is kept with its lock");
    }

private:
    /// What today's answers amount to.
    [[nodiscard]] History found_today() const
    {
        History found;
        for (const auto& [id, encounter] : file.encounters) {
            if (encounter.day == now.day) {
                found.insert(found.end(), encounter.facts.begin(), encounter.facts.end());
            }
        }
        return found;
    }
    /// What the guideline says of it today; or that there is no such guideline, regimen or medicine.
    [[nodiscard]] std::expected<ByTheTable, Refusal> said_of(const Prescribed& event) const
    {
        const auto guideline = std::ranges::find(rules.guidelines, event.guideline,
                                                 [](const Guideline& each) { return each.about.edition; });
        if (guideline == rules.guidelines.end()) {
            return refuse(Why::not_found, "there is no such guideline, or not this edition of it");
        }
        const auto today = circumstances_of(found_today());
        if (event.own) {
            if (event.regimen.view() != own_regimen_word || event.doses != 1) {
                return refuse(Why::invalid_input, "a medicine outside the table is of no regimen, and one dose");
            }
            const auto checked = check_own(*event.own, rules.cupboard);
            return checked ? by_the_table(*guideline, today, *event.own)
                           : std::expected<ByTheTable, Refusal>{std::unexpected{checked.error()}};
        }
        const auto* regimen = find_regimen(*guideline, event.regimen);
        if (regimen == nullptr) {
            return refuse(Why::not_found, "there is no such regimen in this edition of the guideline");
        }
        return by_the_table(*guideline, today, event.for_what, *regimen);
    }
    /// Which rule it goes against, and what has to be minded: kept as facts, "against.left_out" with
    /// "against.allergy.penicillin", since the table may say something else next year.
    [[nodiscard]] std::vector<Fact> facts_of_choice(const ByTheTable& said) const
    {
        std::vector<Fact> facts;
        const auto add = [&](std::string_view general, std::string_view particular) {
            std::ranges::move(fact(std::string{general} + std::string{particular}, now.day), std::back_inserter(facts));
        };
        if (said.against != Against::nothing) {
            add("against.", word(said.against));
        }
        for (const auto& code : said.left_out_for) {
            add("against.", code.view());
        }
        for (const auto& code : said.careful_with) {
            add("careful.", code.view());
        }
        return facts;
    }

    /// Whether another dose in this file, or what was given to take away, names that movement.
    [[nodiscard]] bool is_of_another(MovementId movement) const
    {
        const auto names = [movement](const auto& each) {
            return std::ranges::find(each.movements, movement) != each.movements.end();
        };
        return std::ranges::any_of(file.prescriptions,
                                   [&](const auto& prescription) {
                                       return std::ranges::any_of(prescription.second.doses, names,
                                                                  &Prescription::Dose::dispensed);
                                   }) ||
               std::ranges::any_of(file.encounters, [&](const auto& encounter) {
                   return std::ranges::any_of(encounter.second.supplies, names);
               });
    }

    /// No facts; or the refusal.
    static Facts unless(const std::expected<void, Refusal>& may)
    {
        return may ? Facts{} : std::unexpected{may.error()};
    }

    [[nodiscard]] std::expected<DueItem, Refusal> due(const DueItemKey& key) const
    {
        auto items = due_items(rules.followup, history_of(file), file.followup, now.day);
        const auto found = std::ranges::find(items, key, &DueItem::key);
        if (found == items.end()) {
            return refuse(Why::not_found, "nothing of that kind is due in this file");
        }
        return *std::move(found);
    }

    [[nodiscard]] Facts of_referral(ReferralStatus status, const ReferralServiceCode& service) const
    {
        switch (status) {
        case ReferralStatus::issued:
        case ReferralStatus::accepted:
        case ReferralStatus::attended:
        case ReferralStatus::received:
            return fact("referral." + std::string{word(status)} + "." + service.text(), now.day);
        case ReferralStatus::draft:
        case ReferralStatus::sent:
        case ReferralStatus::acknowledged:
        case ReferralStatus::declined:
        case ReferralStatus::booked:
        case ReferralStatus::closed:
        case ReferralStatus::no_show:
        case ReferralStatus::tracing_1:
        case ReferralStatus::tracing_2:
        case ReferralStatus::tracing_3:
        case ReferralStatus::lost:
        case ReferralStatus::cancelled:
        case ReferralStatus::revoked:
        case ReferralStatus::expired: return {};
        }
        std::unreachable();
    }
};

} // namespace

std::expected<void, Refusal> check_consent(const CareRules& rules, const ConsentSaid& said)
{
    const auto is_spoken = [&said](const ConsentText& text) { return text.about.edition.version == said.text_version; };
    if (!std::ranges::any_of(rules.consents, is_spoken)) {
        return refuse(Why::invalid_input, "a consent names the version of the words that were spoken");
    }
    return {};
}

const Form* form_of(const CareRules& rules, const Edition& edition)
{
    const auto found = std::ranges::find(rules.forms, edition, [](const Form& form) { return form.about.edition; });
    return found == rules.forms.end() ? nullptr : &*found;
}

const TestKind* test_of(const CareRules& rules, const TestCode& code)
{
    const TestSheet* latest = nullptr;
    const TestKind* found = nullptr;
    for (const auto& sheet : rules.tests) {
        const auto* kind = find_test(sheet, code);
        if (kind != nullptr && (latest == nullptr || latest->about.edition.version < sheet.about.edition.version)) {
            latest = &sheet;
            found = kind;
        }
    }
    return found;
}

const Regimen* regimen_of(const CareRules& rules, const Edition& guideline, const RegimenCode& regimen)
{
    const auto found =
        std::ranges::find(rules.guidelines, guideline, [](const Guideline& each) { return each.about.edition; });
    return found == rules.guidelines.end() ? nullptr : find_regimen(*found, regimen);
}

bool may_write(const File& file)
{
    return file.consent && file.consent->what.answer != ConsentSaid::Answer::withdrawn;
}

std::expected<FileEntry, Refusal> decide_entry(const File& file, const FileEvent& event, const AccountCode& by,
                                               Moment now, const CareRules& rules)
{
    if (!may_write(file) && !std::holds_alternative<ConsentSaid>(event)) {
        return refuse(Why::not_allowed, "she has not agreed to a record");
    }
    auto facts = std::visit(Decide{file, now, rules}, event);
    if (!facts) {
        return std::unexpected{std::move(facts.error())};
    }
    return FileEntry{file.last + 1, now.at, now.day, by, event, *std::move(facts)};
}

} // namespace verandah::domain
