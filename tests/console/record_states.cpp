// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "record_states.hpp"

#include "clinic/hub/clinical/clinical_data.hpp"
#include "shared/domain/card/card_code.hpp"
#include "work_states.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace verandah::test {

namespace {

using namespace console;
using namespace std::chrono_literals;
using domain::FileEvent;

const hub::ClinicalData& clinical()
{
    static const auto data = [] {
        auto all = hub::built_in_clinical_data();
        all.providers.providers = sample_care_rules().providers;
        return all;
    }();
    return data;
}

domain::AccountCode account(std::string_view word)
{
    return domain::AccountCode::make(word).value();
}

constexpr domain::FileId sample_file{4711};

domain::Answers answers(std::initializer_list<std::pair<std::string_view, std::string_view>> chosen)
{
    domain::Answers all;
    for (const auto& [field, choice] : chosen) {
        all[domain::FieldCode::make(field).value()] = std::vector{domain::ChoiceCode::make(choice).value()};
    }
    return all;
}

/// Two earlier visits, with a result that nobody has told her.
void give_past(RecordHub& hub)
{
    const auto form = clinical().chosen.form;
    const domain::CentreDay august{2025y / 8 / 12};
    const domain::CentreDay december{2025y / 12 / 3};
    hub.write_on(august, domain::ConsentSaid{domain::ConsentSaid::Answer::yes, consent_text_version});
    hub.write_on(august,
                 domain::EncounterSaved{
                     domain::EncounterId{1},
                     1,
                     form,
                     domain::EncounterSaved::State::done,
                     answers({{"reason", "checkup"}, {"visit", "first"}, {"allergy", "none"}, {"pregnancy", "no"}}),
                     {}});
    hub.write_on(december, domain::EncounterSaved{domain::EncounterId{2},
                                                  1,
                                                  form,
                                                  domain::EncounterSaved::State::done,
                                                  answers({{"reason", "symptoms"},
                                                           {"visit", "revisit"},
                                                           {"allergy", "penicillin"},
                                                           {"pregnancy", "no"},
                                                           {"syndromes", "vaginal_discharge"}}),
                                                  {}});
    hub.write_on(december, domain::TestOrdered{domain::TestId{1}, domain::TestCode::make("ct.naat").value(),
                                               domain::SpecimenCode::make("vaginal").value()});
    hub.write_on(december, domain::TestMoved{domain::TestId{1}, domain::TestMove::result,
                                             domain::TestResult{domain::TestOutcome::positive}});
}

/// An ulcer in somebody who bears no penicillin, exposed 26 hours ago: what the picture of the house shows.
Console with_ulcer(RecordHub& hub)
{
    give_past(hub);
    auto console = console_in_a_record(hub);
    for (const auto& [field, choice] :
         std::initializer_list<std::pair<const char*, const char*>>{{"reason", "symptoms"},
                                                                    {"visit", "revisit"},
                                                                    {"allergy", "penicillin"},
                                                                    {"pregnancy", "no"},
                                                                    {"syndromes", "genital_ulcer"}}) {
        does(console, hub, choose(field, choice));
    }
    return console;
}

Console with_tests(RecordHub& hub)
{
    auto console = with_ulcer(hub);
    const auto kind = [](std::string_view code) { return domain::TestCode::make(code).value(); };
    does(console, hub, ChooseTests{{kind("syphilis.rapid")}});
    does(console, hub, ChooseResult{{domain::TestOutcome::positive}});
    does(console, hub, ChooseTests{{kind("hiv")}});
    does(console, hub, ReadAssay{domain::Reaction::non_reactive});
    return console;
}

void go_on(Console& console, RecordHub& hub, int steps)
{
    for (int step = 0; step < steps; ++step) {
        does(console, hub, NextStep{});
    }
}

Console on_step(int step)
{
    RecordHub hub;
    auto console = with_tests(hub);
    go_on(console, hub, step);
    return console;
}

Console with_exposure()
{
    RecordHub hub;
    auto console = with_tests(hub);
    go_on(console, hub, 1);
    does(console, hub, choose("exposure", "yes"));
    does(console, hub,
         GiveAnswer{domain::FieldCode::make("exposure_at").value(), domain::AnswerValue{sample_now - 26h}});
    return console;
}

Console in_clash()
{
    RecordHub hub;
    auto console = with_ulcer(hub);
    hub.answer(console, handle(console, TimePassed{}, sample_now + 5s));
    const auto base = console.record->base;
    does(console, hub, choose("pregnancy", "yes"));
    does(console, hub, choose("allergy", "macrolide"));
    auto theirs = base;
    theirs[domain::FieldCode::make("pregnancy").value()] = std::vector{domain::ChoiceCode::make("unknown").value()};
    hub.colleague_writes(domain::EncounterSaved{console.record->encounter,
                                                console.record->revision + 1,
                                                clinical().chosen.form,
                                                domain::EncounterSaved::State::draft,
                                                theirs,
                                                {}});
    hub.answer(console, handle(console, TimePassed{}, sample_now + 10s), sample_now + 10s);
    return console;
}

} // namespace

files::SecretText sample_card()
{
    return files::SecretText{domain::CardCode{domain::CardCode::Token{}, domain::CardCode::Tag{}}.text()};
}

console::RecordWish choose(std::string_view field, std::string_view choice)
{
    return ChooseAnswer{domain::FieldCode::make(field).value(), domain::ChoiceCode::make(choice).value()};
}

void RecordHub::answer(Console& console, std::vector<Effect> effects, domain::Instant now)
{
    for (std::size_t index = 0; index < effects.size(); ++index) {
        const auto* effect = std::get_if<RecordEffect>(&effects[index]);
        if (effect == nullptr || holds_) {
            continue;
        }
        for (const auto& happening : answers_to(RecordEffect{*effect}, now)) {
            std::ranges::move(handle(console, happening, now), std::back_inserter(effects));
        }
    }
}

std::vector<RecordHappening> RecordHub::answers_to(const RecordEffect& effect, domain::Instant now)
{
    struct Answers {
        RecordHub& hub;
        domain::Instant now;
        std::vector<RecordHappening> operator()(const FetchKnowledge&) const
        {
            const auto& data = clinical();
            return {FormsCame{{data.forms, data.tests, data.chosen.form, data.chosen.tests}},
                    GuidanceCame{{data.guidelines, data.chosen.guideline}}};
        }
        std::vector<RecordHappening> operator()(const OpenFile& asked) const { return {hub.opened(asked, now)}; }
        std::vector<RecordHappening> operator()(const FetchFile& asked) const { return {hub.view(asked.look)}; }
        std::vector<RecordHappening> operator()(const WriteEntry& asked) const { return {hub.written(asked, now)}; }
        std::vector<RecordHappening> operator()(const CloseFile&) const
        {
            hub.closed_ = true;
            return {};
        }
    };
    return std::visit(Answers{*this, now}, effect);
}

RecordHappening RecordHub::view(std::size_t look) const
{
    std::vector<wire::FileView::Due> due;
    const auto rules = hub::rules_of(clinical());
    for (const auto& item : domain::due_items(rules.followup, domain::history_of(file_), file_.followup, sample_day)) {
        if (domain::is_open(item.state)) {
            due.push_back({item.key.rule, item.due, item.state});
        }
    }
    return RecordCame{look,
                      {.file = exists_ ? std::optional{sample_file} : std::nullopt,
                       .is_of_today = is_of_today_,
                       .entries = file_.entries,
                       .due = std::move(due)}};
}

RecordHappening RecordHub::opened(const OpenFile& asked, domain::Instant now)
{
    if (const auto why = std::exchange(refuse_next_, std::nullopt)) {
        return RecordRefused{asked.look, *why};
    }
    if (!exists_ && asked.consent) {
        exists_ = true;
        is_of_today_ = asked.consent->answer == domain::ConsentSaid::Answer::only_today;
        const auto entry = domain::decide_entry(file_, *asked.consent, account("nurse-1"), {now, sample_day},
                                                hub::rules_of(clinical()));
        domain::apply(file_, entry.value());
    }
    return view(asked.look);
}

RecordHappening RecordHub::written(const WriteEntry& asked, domain::Instant now)
{
    if (std::exchange(lose_next_, false)) {
        return RecordLost{asked.look};
    }
    if (const auto why = std::exchange(refuse_next_, std::nullopt)) {
        return RecordRefused{asked.look, *why};
    }
    const auto entry =
        domain::decide_entry(file_, asked.event, account("nurse-1"), {now, sample_day}, hub::rules_of(clinical()));
    if (!entry) {
        refusals_.push_back(entry.error().detail);
        return RecordRefused{asked.look, entry.error().why};
    }
    domain::apply(file_, *entry);
    return EntryTaken{asked.look, *entry};
}

void RecordHub::colleague_writes(const FileEvent& event, domain::Instant now)
{
    const auto entry =
        domain::decide_entry(file_, event, account("nurse-2"), {now, sample_day}, hub::rules_of(clinical()));
    if (!entry) {
        throw std::logic_error{entry.error().detail};
    }
    domain::apply(file_, *entry);
}

void RecordHub::write_on(domain::CentreDay day, const FileEvent& event)
{
    exists_ = true;
    const auto entry = domain::decide_entry(file_, event, account("nurse-2"), {std::chrono::sys_days{day} + 12h, day},
                                            hub::rules_of(clinical()));
    if (!entry) {
        throw std::logic_error{entry.error().detail};
    }
    domain::apply(file_, *entry);
}

void does(Console& console, RecordHub& hub, const RecordWish& wish, domain::Instant now)
{
    hub.answer(console, handle(console, Wish{wish}, now), now);
}

Console console_at_a_record(RecordHub& hub)
{
    auto console = console_with(busy_line(), signed_in(domain::Role::clinician, "nurse-1"));
    hub.answer(console, handle(console, Wish{ShowPage{Page::record}}, sample_now));
    return console;
}

Console console_in_a_record(RecordHub& hub)
{
    auto console = console_at_a_record(hub);
    does(console, hub, OpenWithCard{sample_card()});
    if (console.record->stage == Record::Stage::consent) {
        does(console, hub, SayConsent{SayConsent::Said::yes});
    }
    return console;
}

std::vector<std::pair<std::string, Console>> every_record_state()
{
    std::vector<std::pair<std::string, Console>> all;
    const auto add = [&](const char* name, Console console) { all.emplace_back(name, std::move(console)); };
    RecordHub at_card;
    add("card", console_at_a_record(at_card));
    RecordHub wrong;
    auto not_ours = console_at_a_record(wrong);
    does(not_ours, wrong, OpenWithCard{files::SecretText{std::string{"https://example.org"}}});
    add("wrong-card", std::move(not_ours));
    RecordHub silent;
    auto opening = console_at_a_record(silent);
    silent.hold_answers();
    does(opening, silent, OpenWithCard{sample_card()});
    add("opening", std::move(opening));
    RecordHub refusing;
    auto refused = console_at_a_record(refusing);
    refusing.refuse_next(domain::Refusal::Why::not_found);
    does(refused, refusing, OpenWithCard{sample_card()});
    add("refused", std::move(refused));
    RecordHub asking;
    auto consent = console_at_a_record(asking);
    does(consent, asking, OpenWithCard{sample_card()});
    add("consent", consent);
    does(consent, asking, SayConsent{SayConsent::Said::no});
    add("declined", std::move(consent));
    RecordHub fresh;
    add("fresh", console_in_a_record(fresh));
    RecordHub missing;
    auto marked = console_in_a_record(missing);
    does(marked, missing, NextStep{});
    add("missing", std::move(marked));
    add("ulcer", on_step(0));
    RecordHub asked_specimen;
    auto strip = with_ulcer(asked_specimen);
    does(strip, asked_specimen,
         ChooseTests{{domain::TestCode::make("ng.naat").value(), domain::TestCode::make("ct.naat").value()}});
    add("specimen", std::move(strip));
    RecordHub other;
    auto otherwise = with_ulcer(other);
    does(otherwise, other, AskOtherwise{domain::FactCode::make("syndrome.genital_ulcer").value()});
    add("otherwise", std::move(otherwise));
    add("ask", with_exposure());
    add("give", on_step(2));
    add("next", on_step(3));
    add("clash", in_clash());
    RecordHub last;
    auto done = with_tests(last);
    go_on(done, last, 4);
    add("done", std::move(done));
    RecordHub nobody;
    auto empty = console_with(domain::Line{sample_centre()}, signed_in(domain::Role::clinician, "nurse-1"));
    nobody.answer(empty, handle(empty, Wish{ShowPage{Page::record}}, sample_now));
    add("nobody", std::move(empty));
    return all;
}

} // namespace verandah::test
