// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "record_states.hpp"

#include "clinic/hub/clinical/clinical_data.hpp"
#include "shared/domain/card/card_code.hpp"
#include "work_states.hpp"

#include <algorithm>
#include <iterator>

namespace verandah::test {

namespace {

using namespace console;
using namespace std::chrono_literals;

domain::Answers answers(std::initializer_list<std::pair<std::string_view, std::string_view>> chosen)
{
    domain::Answers all;
    for (const auto& [field, choice] : chosen) {
        all[domain::FieldCode::make(field).value()] = std::vector{domain::ChoiceCode::make(choice).value()};
    }
    return all;
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

const domain::FactCode ulcer = domain::FactCode::make("syndrome.genital_ulcer").value();
constexpr domain::PrescriptionId first_prescription{1};

/// Doxycycline for fourteen days is prescribed.
Console prescribed(RecordHub& hub)
{
    auto console = with_ulcer(hub);
    does(console, hub, PrescribeThis{ulcer, domain::RegimenCode::make("ulcer.2").value()});
    return console;
}

/// She touches "Given" with so many tablets in the cupboard.
Console given(std::int64_t tablets)
{
    RecordHub hub;
    hub.leave("doxycycline.100mg", tablets);
    auto console = prescribed(hub);
    does(console, hub, GiveDose{first_prescription});
    return console;
}

/// The first of three weekly injections was given a week ago.
Console in_a_course()
{
    RecordHub hub;
    give_past(hub);
    begin_course(hub, domain::CentreDay{std::chrono::sys_days{sample_day} - std::chrono::days{7}});
    return console_in_a_record(hub);
}

/// 25 hours and five minutes ago.
Console at_an_exact_time()
{
    RecordHub hub;
    auto console = with_tests(hub);
    go_on(console, hub, 1);
    does(console, hub, choose("exposure", "yes"));
    does(console, hub, AskExactTime{domain::FieldCode::make("exposure_at").value()});
    for (const auto by : {std::chrono::minutes{-24h}, std::chrono::minutes{-1h}, std::chrono::minutes{-5min}}) {
        does(console, hub, StepTime{by});
    }
    return console;
}

/// December's visit, which was not about symptoms after all.
Console correcting(Correcting::Sheet sheet)
{
    RecordHub hub;
    give_past(hub);
    auto console = console_in_a_record(hub);
    does(console, hub, CorrectVisit{domain::EncounterId{2}});
    does(console, hub, choose("reason", "follow_up"));
    if (sheet == Correcting::Sheet::asks_why) {
        does(console, hub, AskWhyCorrected{});
        does(console, hub, TypeWhyCorrected{"She said so when I asked again"});
    }
    return console;
}

/// The same, corrected and looked at.
Console looked_at()
{
    RecordHub hub;
    auto console = with_ulcer(hub);
    hub.answer(console, handle(console, TimePassed{}, sample_now + 5s));
    does(console, hub, CorrectVisit{domain::EncounterId{2}});
    does(console, hub, choose("reason", "follow_up"));
    does(console, hub, AskWhyCorrected{});
    does(console, hub, TypeWhyCorrected{"She said so when I asked again"});
    does(console, hub, KeepCorrection{});
    does(console, hub, ShowVisit{domain::EncounterId{2}});
    return console;
}

/// Today's, just after it was done.
Console corrected()
{
    RecordHub hub;
    auto console = with_tests(hub);
    go_on(console, hub, 4);
    does(console, hub, CorrectVisit{console.record->encounter});
    does(console, hub, choose("pregnancy", "unknown"));
    does(console, hub, AskWhyCorrected{});
    does(console, hub, TypeWhyCorrected{"She is not sure"});
    does(console, hub, KeepCorrection{});
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

/// Something is given that no row says: asked for, told by choices, told in words, and given.
void add_written_down(const std::function<void(const char*, Console)>& add)
{
    RecordHub hub;
    auto console = console_in_a_record(hub);
    does(console, hub, choose("allergy", "penicillin"));
    does(console, hub, choose("syndromes", "genital_warts"));
    auto later = console;
    later.record->step = 1;
    add("no-row", std::move(later));
    does(console, hub, AskOtherwise{domain::FactCode::make("syndrome.genital_warts").value()});
    add("own", console);
    auto otherwise = *console.record->otherwise;
    otherwise.medicine = domain::CommodityCode::make("benzathine_pen.2_4miu").value();
    otherwise.dose = domain::DoseUnits{domain::DrugCode::make("benzathine_penicillin").value(), "2.4 MIU", 1};
    otherwise.frequency = domain::Frequency::once;
    does(console, hub, ChangeOtherwise{otherwise});
    add("own-against", console);
    otherwise.medicine = domain::CommodityCode::make("aciclovir.400mg").value();
    otherwise.dose = domain::DoseUnits{domain::DrugCode::make("aciclovir").value(), "400 mg", 1};
    otherwise.frequency = domain::Frequency::three_daily;
    otherwise.days = 5;
    otherwise.why = "It helped her last year";
    does(console, hub, ChangeOtherwise{otherwise});
    add("own-dose", console);
    does(console, hub, PrescribeOtherwise{});
    add("own-prescribed", console);
    does(console, hub, GiveDose{domain::PrescriptionId{1}});
    does(console, hub, AskOtherwise{domain::FactCode::make("syndrome.genital_warts").value()});
    does(console, hub,
         ChangeOtherwise{{.cause = console.record->otherwise->cause,
                          .from = Otherwise::From::elsewhere,
                          .words = "Podophyllotoxin, twice a day, three days"}});
    add("own-elsewhere", std::move(console));
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

void give_past(RecordHub& hub)
{
    const auto form = clinical().chosen.form;
    const domain::CentreDay august{2025y / 8 / 12};
    const domain::CentreDay december{2025y / 12 / 3};
    hub.write_on(august, domain::ConsentSaid{domain::ConsentSaid::Answer::yes, 1});
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

void give_long_past(RecordHub& hub, int visits)
{
    const auto weeks_ago = [](int weeks) {
        return domain::CentreDay{std::chrono::sys_days{sample_day} - std::chrono::days{7 * weeks}};
    };
    hub.write_on(weeks_ago(2 * visits), domain::ConsentSaid{domain::ConsentSaid::Answer::yes, 1});
    for (int visit = 1; visit <= visits; ++visit) {
        auto given = answers({{"reason", "checkup"}, {"visit", "revisit"}, {"allergy", "none"}, {"pregnancy", "no"}});
        if (const int dose = visit - (visits - 2); dose > 0) { // the last two
            given[domain::FieldCode::make("hbv_dose").value()] = domain::Measured{dose * 1000};
        }
        hub.write_on(weeks_ago(2 * (visits + 1 - visit)), domain::EncounterSaved{domain::EncounterId{visit},
                                                                                 1,
                                                                                 clinical().chosen.form,
                                                                                 domain::EncounterSaved::State::done,
                                                                                 std::move(given),
                                                                                 {}});
    }
    begin_course(hub, weeks_ago(2));
    hub.write_on(weeks_ago(1), domain::Dispensed{domain::PrescriptionId{1}, 2, {domain::MovementId{2}}});
    hub.write_on(weeks_ago(2), domain::TestOrdered{domain::TestId{1}, domain::TestCode::make("syphilis.rpr").value(),
                                                   domain::SpecimenCode::make("blood").value()});
    hub.write_on(weeks_ago(2), domain::TestMoved{domain::TestId{1}, domain::TestMove::result,
                                                 domain::TestResult{domain::TestOutcome::positive, 32}});
    hub.write_on(weeks_ago(2), domain::TestMoved{domain::TestId{1}, domain::TestMove::tell});
    const std::vector slips{domain::CounterfoilHash{std::byte{1}}, domain::CounterfoilHash{std::byte{2}}};
    hub.write_on(weeks_ago(2), domain::SlipsGiven{.reason = domain::PartnerReasonCode::make("syphilis_late").value(),
                                                  .look_back_days = 365,
                                                  .mode = domain::PartnerMode::client,
                                                  .count = 2,
                                                  .opt_in = domain::OptIn::offered_and_agreed,
                                                  .violence = domain::ViolenceEnquiry::none_feared,
                                                  .counterfoils = slips});
    hub.take_back(slips.front());
}

void begin_course(RecordHub& hub, domain::CentreDay day)
{
    constexpr domain::PrescriptionId prescription{1};
    if (!hub.file().consent) {
        hub.write_on(day, domain::ConsentSaid{domain::ConsentSaid::Answer::yes, 1});
    }
    hub.write_on(day, domain::Prescribed{prescription, clinical().chosen.guideline,
                                         domain::RegimenCode::make("syphilis.late.1").value(),
                                         domain::FactCode::make("diagnosis.syphilis_late").value(), 3, ""});
    hub.write_on(day, domain::Dispensed{prescription, 1, {domain::MovementId{1}}});
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
    RecordHub pictured;
    auto touching = console_at_a_record(pictured);
    does(touching, pictured, AskPictures{});
    does(touching, pictured, TouchPicture{3});
    does(touching, pictured, TouchPicture{17});
    add("pictures", touching);
    does(touching, pictured, TouchPicture{4});
    does(touching, pictured, TouchPicture{22});
    add("pictures-wrong", std::move(touching));
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
    add_written_down(add);
    add("ask", with_exposure());
    add("exact-time", at_an_exact_time());
    RecordHub enough;
    add("dose", prescribed(enough));
    add("dose-short", given(12));
    add("dose-given", given(100));
    add("course", in_a_course());
    add("give", on_step(2));
    add("next", on_step(3));
    add("clash", in_clash());
    RecordHub long_past;
    give_long_past(long_past, 200);
    add("long-past", console_in_a_record(long_past));
    RecordHub newer;
    give_past(newer);
    newer.newer_version_writes();
    newer.newer_version_writes();
    add("newer", console_in_a_record(newer));
    add("visit", looked_at());
    add("correcting", correcting(Correcting::Sheet::closed));
    add("why", correcting(Correcting::Sheet::asks_why));
    add("corrected", corrected());
    RecordHub unsure;
    auto withdrawing = console_in_a_record(unsure);
    does(withdrawing, unsure, AskWithdrawal{});
    add("withdrawing", withdrawing);
    does(withdrawing, unsure, WithdrawConsent{});
    add("withdrawn", std::move(withdrawing));
    RecordHub late;
    begin_course(late, domain::CentreDay{std::chrono::sys_days{sample_day} - std::chrono::days{20}});
    add("course-too-late", console_in_a_record(late));
    RecordHub few;
    auto beyond = with_tests(few);
    for (const auto* what : {"condoms", "lubricant", "female_condoms"}) {
        does(beyond, few,
             GiveAnswer{domain::FieldCode::make(what).value(), domain::AnswerValue{domain::Measured{20'000}}});
    }
    go_on(beyond, few, 4);
    add("beyond", std::move(beyond));
    RecordHub shut;
    auto closed = with_tests(shut);
    shut.refuse_next(domain::Refusal::Why::not_open);
    does(closed, shut, choose("visit", "first"));
    shut.answer(closed, handle(closed, TimePassed{}, sample_now + 3s), sample_now + 3s);
    add("closed", std::move(closed));
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
