// SPDX-License-Identifier: Apache-2.0
// A record from its door to its end.
#include "clinic/console/wording/record_words.hpp"

#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/words.hpp"
#include "clinic/console/wording/work_words.hpp"

#include <fmt/format.h>

#include <utility>

namespace verandah::console {

namespace {

using Stage = Record::Stage;

RecordChoice choice(std::string label, const RecordWish& wish, std::string id, char32_t key)
{
    return {std::move(label), wish, std::move(id), false, false, key};
}

RecordDoorModel nobody_here(const Scene& scene)
{
    const auto& words = scene.words;
    return {.icon = ui::icon::person_off,
            .tone = ui::Tone::quiet,
            .title = words.translate("Nobody is with you"),
            .note =
                words.translate("Call somebody, and start. Her record opens here then, with her card and her consent."),
            .choices = {{words.translate("To the line"), ShowPage{Page::line}, "record.line", false, false, U'L'}}};
}

RecordDoorModel card_asked(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& record = *scene.console.record;
    const bool is_no_card = record.card_is == Record::Card::not_one;
    return {.icon = ui::icon::qr_code_scanner,
            .tone = ui::Tone::teal,
            .title = filled(words.translate("Number {number}: scan her card"), {{"number", record.number.text()}}),
            .note = words.translate("Without a card the record is for today only, and gone with the day."),
            .field = words.translate("Card"),
            .typed = record.typed,
            .trouble = is_no_card ? words.translate("This is not a card of ours. Scan it again.") : std::string{},
            .choices = {choice(words.translate("By her pictures"), AskPictures{}, "record.pictures", 0),
                        choice(words.translate("Without a card"), OpenForToday{}, "record.today", 0)}};
}

RecordDoorModel consent_asked(const Scene& scene)
{
    const auto& words = scene.words;
    const auto card = scene.console.record->card_is;
    const bool has_card = card == Record::Card::read || card == Record::Card::pictures;
    RecordDoorModel model{.icon = ui::icon::hearing,
                          .tone = ui::Tone::teal,
                          .title = words.translate("Ask her, in your own voice"),
                          .spoken = text_of(scene, scene.console.knowledge.forms->consent.ask)};
    if (has_card) {
        model.choices.push_back(
            choice(words.translate("She says yes"), SayConsent{SayConsent::Said::yes}, "consent.yes", U'1'));
        model.choices.push_back(
            choice(words.translate("Only today"), SayConsent{SayConsent::Said::only_today}, "consent.today", U'2'));
    } else {
        model.note = words.translate("Without her card they are for today only.");
        model.choices.push_back(
            choice(words.translate("Yes, for today"), SayConsent{SayConsent::Said::only_today}, "consent.today", U'1'));
    }
    model.choices.push_back(
        choice(words.translate("She says no"), SayConsent{SayConsent::Said::no}, "consent.no", U'3'));
    return model;
}

RecordDoorModel failed(const Scene& scene)
{
    using enum domain::Refusal::Why;
    const auto& words = scene.words;
    const auto& refused = scene.console.record->refused;
    RecordDoorModel model{
        .icon = ui::icon::warning, .tone = ui::Tone::care, .title = words.translate("It did not open")};
    model.note =
        !refused                ? words.translate("The hub did not answer. Close this and try again in a moment.")
        : *refused == not_found ? words.translate("This card is not known here. The record can be for today only.")
        : *refused == not_allowed
            ? words.translate("It is not the card of this number, or you cannot open records yet: ask a colleague.")
            : words.translate("The hub does not take this just now. Close this and try again.");
    if (refused == std::optional{not_found}) {
        model.choices.push_back(choice(words.translate("For today only"), OpenForToday{}, "record.today", U'1'));
    }
    model.choices.push_back(choice(words.translate("Close"), CloseRecord{}, "record.close", U'K'));
    return model;
}

RecordDoorModel end_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& record = *scene.console.record;
    if (record.stage == Stage::declined) {
        return {.icon = ui::icon::person_off,
                .tone = ui::Tone::quiet,
                .title = words.translate("No record is kept"),
                .note = words.translate("Treat her just the same. You can ask her again another time."),
                .choices = {choice(words.translate("To the line"), CloseRecord{}, "record.close", U'1')}};
    }
    const auto corrections = domain::corrections_of(record.file, record.encounter);
    RecordDoorModel model{
        .icon = ui::icon::check_circle,
        .tone = ui::Tone::mist,
        .title = words.translate("Everything is kept"),
        .note = corrections.empty() ? words.translate("Say goodbye to her, then finish with her in the line.")
                                    : correction_words(scene, corrections.back()) + ": " + corrections.back().why,
        .trouble = beyond_words(scene),
        .choices = {choice(words.translate("To the line"), CloseRecord{}, "record.close", U'1'),
                    choice(words.translate("Correct"), CorrectVisit{record.encounter}, "record.correct", U'C')}};
    if (!record.is_of_today) {
        model.choices.push_back(choice(words.translate("Her own pictures"), ChoosePictures{}, "record.own", U'2'));
    }
    model.choices.push_back(
        choice(words.translate("She takes her consent back"), AskWithdrawal{}, "consent.ask_withdrawal", 0));
    return model;
}

RecordDoorModel withdrawal_words(const Scene& scene)
{
    const auto& words = scene.words;
    if (!scene.console.record->withdrawing_from) {
        return {.icon = ui::icon::hourglass_empty,
                .tone = ui::Tone::quiet,
                .title = words.translate("Keeping…"),
                .note = words.translate("This takes a moment."),
                .is_waiting = true};
    }
    return {.icon = ui::icon::block,
            .tone = ui::Tone::soon,
            .title = words.translate("Does she take her consent back?"),
            .note =
                words.translate("Nothing more is written about her from then on. What is there stays locked. She can "
                                "agree again another time, and is treated just the same."),
            .choices = {choice(words.translate("Yes, she takes it back"), WithdrawConsent{}, "consent.withdraw", U'1'),
                        choice(words.translate("No, go on"), LeaveConsent{}, "consent.leave", U'2')}};
}

RecordDoorModel withdrawn_words(const Scene& scene)
{
    const auto& words = scene.words;
    return {.icon = ui::icon::check_circle,
            .tone = ui::Tone::mist,
            .title = words.translate("Her consent is taken back"),
            .note = words.translate("Nothing more is written. If she wants everything erased, too, scan her card for "
                                    "“Forget a visitor”, or she asks for it at the kiosk."),
            .choices = {choice(words.translate("To the line"), CloseRecord{}, "record.close", U'1')}};
}

std::string kept_words(const Scene& scene)
{
    switch (kept(*scene.console.record)) {
    case Record::Kept::everything:
        return scene.console.record->revision == 0 ? std::string{} : scene.words.translate("Draft kept");
    case Record::Kept::changing:
    case Record::Kept::writing: return scene.words.translate("Keeping…");
    }
    std::unreachable();
}

std::string notice_words(const Scene& scene, RecordNotice notice)
{
    const auto& words = scene.words;
    switch (notice) {
    case RecordNotice::moved_on: return words.translate("Somebody else has done that meanwhile: look again.");
    case RecordNotice::merged:
        return words.translate("Somebody else has answered other questions here; both are kept.");
    case RecordNotice::not_taken: return words.translate("The hub did not take that. Look it over and try again.");
    case RecordNotice::gone:
        return words.translate("What this was about is not there any more. Look at what is there, and try again.");
    case RecordNotice::too_few:
        return words.translate("The cupboard has less of it than was shown. Nothing was taken: look again.");
    case RecordNotice::put_back:
        return words.translate("The dose was not written down, so what was taken for it is back in the cupboard.");
    case RecordNotice::not_put_back:
        return words.translate("The dose was not written down. Tell whoever keeps the cupboard: its count is short.");
    case RecordNotice::hub_away: return words.translate("The hub is away. Go on: it is kept as soon as it is back.");
    case RecordNotice::closed:
        return words.translate("This record was closed here, since she has gone. Open it again with her, or from a "
                               "list with a reason.");
    case RecordNotice::not_allowed: return words.translate("You may not write in this record any more. Sign in again.");
    }
    std::unreachable();
}

/// Where she is in the form, and whether it is kept.
std::vector<RecordPill> pill_words(const Scene& scene, const domain::Form& form)
{
    const auto& words = scene.words;
    const auto& record = *scene.console.record;
    std::vector<RecordPill> pills;
    if (record.correcting) {
        pills.push_back({filled(words.translate("Correction of {day}"),
                                {{"day", day_words(scene, record.file.encounters.at(record.encounter).day)}}),
                         ui::Tone::soon});
    }
    pills.push_back({filled(words.translate("Step {step} of {all}"),
                            {{"step", std::to_string(record.step + 1)}, {"all", std::to_string(form.steps.size())}})});
    if (const auto kept = record.correcting ? std::string{} : kept_words(scene); !kept.empty()) {
        pills.push_back({kept, ui::Tone::leaf});
    }
    return pills;
}

/// What belongs to today: tests, what the guideline gives, results to tell.
void add_today(const Scene& scene, RecordFormModel& model)
{
    const auto& words = scene.words;
    if (scene.console.record->step == 0) {
        model.tests = tests_words(scene);
    }
    model.suggestions = suggestion_words(scene);
    if (const auto waiting = results_to_tell(scene.console); is_last_step(scene.console) && !waiting.empty()) {
        model.tell = choice(words.translate("I told her"), TellResults{}, "record.tell", U'T');
        model.tell_note =
            words.translate("{} result to tell her", "{} results to tell her", static_cast<long>(waiting.size()));
    }
}

/// How she may be looked for: asked before she goes, and never taken for granted.
RecordCard channel_words(const Scene& scene)
{
    const auto& words = scene.words;
    QuestionModel question;
    for (const auto channel : domain::every_channel) {
        question.choices.push_back(choice(channel_label(scene, channel), AgreeChannel{channel},
                                          "channel." + std::string{domain::word(channel)}, 0));
        question.choices.back().chosen = agreed_channel(*scene.console.record) == channel;
    }
    return {.title = words.translate("Should she not come: may she be looked for?"),
            .note = {},
            .questions = {std::move(question)}};
}

void add_foot(const Scene& scene, const domain::Form& form, RecordFormModel& model)
{
    const auto& words = scene.words;
    const auto& record = *scene.console.record;
    model.back = record.step == 0 ? std::string{} : words.translate("Before this");
    model.skip = words.translate("Next question");
    if (record.correcting) {
        if (record.step == 0) {
            model.leave = choice(words.translate("Leave as it was"), LeaveCorrection{}, "correction.leave", 0);
        }
        model.keep = choice(words.translate("Keep the correction…"), AskWhyCorrected{}, "correction.keep", U'K');
    }
    model.next = record.finishing               ? words.translate("Keeping…")
                 : !is_last_step(scene.console) ? filled(words.translate("Next: {step}"),
                                                         {{"step", text_of(scene, form.steps[record.step + 1].title)}})
                 : record.correcting            ? words.translate("Keep the correction…")
                                                : words.translate("Done");
}

RecordFormModel record_form_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& record = *scene.console.record;
    const auto* form = form_of(scene.console);
    RecordFormModel model;
    model.pills = pill_words(scene, *form);
    model.access = record.is_of_today                         ? words.translate("Today only · consent given")
                   : record.card_is == Record::Card::pictures ? words.translate("Her pictures · consent given")
                                                              : words.translate("Card scanned · consent given");
    model.cards = card_words(scene);
    if (!record.correcting) {
        model.errands = errand_words(scene);
        if (auto referred = referred_today_words(scene); !referred.empty()) {
            model.pills.push_back({std::move(referred), ui::Tone::mist, ui::icon::forward_to_inbox});
        }
        add_today(scene, model);
        if (is_last_step(scene.console) && !record.is_of_today) {
            model.cards.push_back(channel_words(scene));
        }
    }
    model.notice = record.notice ? notice_words(scene, *record.notice) : std::string{};
    add_foot(scene, *form, model);
    model.side = side_words(scene);
    if (record.otherwise) {
        model.otherwise = otherwise_words(scene);
    }
    if (record.clash) {
        model.clash = clash_words(scene);
    }
    if (record.time) {
        model.time = exact_time_words(scene);
    }
    if (record.visit) {
        model.visit = visit_words(scene);
    }
    if (record.correcting && record.correcting->sheet == Correcting::Sheet::asks_why) {
        model.why = why_corrected_words(scene);
    }
    return model;
}

} // namespace

std::string text_of(const Scene& scene, const domain::Words& words)
{
    for (const auto& language : {std::string{scene.words.language().code}, std::string{"en"}}) {
        if (const auto found = words.find(language); found != words.end()) {
            return found->second;
        }
    }
    return words.empty() ? std::string{} : words.begin()->second;
}

std::string day_words(const Scene& scene, domain::CentreDay day)
{
    const auto& words = scene.words;
    const std::array months{words.translate("Jan"), words.translate("Feb"), words.translate("Mar"),
                            words.translate("Apr"), words.translate("May"), words.translate("Jun"),
                            words.translate("Jul"), words.translate("Aug"), words.translate("Sep"),
                            words.translate("Oct"), words.translate("Nov"), words.translate("Dec")};
    const auto month = static_cast<unsigned>(day.month());
    const auto text = fmt::format("{} {}", static_cast<unsigned>(day.day()), months.at((month + 11) % 12));
    return day.year() == today(scene.console, scene.now).year()
               ? text
               : fmt::format("{} {}", text, static_cast<int>(day.year()));
}

std::string time_words(const Scene& scene, domain::Instant at)
{
    const auto local = at + scene.console.centre->utc_offset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::minutes>(local - day)};
    return fmt::format("{}, {:02}:{:02}", day_words(scene, domain::CentreDay{day}), time.hours().count(),
                       time.minutes().count());
}

RecordDoorModel record_door_words(const Scene& scene)
{
    const auto& words = scene.words;
    if (!scene.console.record) {
        return nobody_here(scene);
    }
    switch (scene.console.record->stage) {
    case Stage::card: return card_asked(scene);
    case Stage::consent:
        if (scene.console.knowledge.forms) {
            return consent_asked(scene);
        }
        break; // the words she is asked with are still on their way
    case Stage::failed: return failed(scene);
    case Stage::done:
    case Stage::declined: return end_words(scene);
    case Stage::withdrawing: return withdrawal_words(scene);
    case Stage::withdrawn: return withdrawn_words(scene);
    case Stage::opening:
    case Stage::form: break; // its forms are still on their way
    }
    return {.icon = ui::icon::hourglass_empty,
            .tone = ui::Tone::quiet,
            .title = words.translate("Opening her record…"),
            .note = words.translate("This takes a moment."),
            .is_waiting = true};
}

RecordModel record_words(const Scene& scene)
{
    const auto& record = scene.console.record;
    RecordModel model;
    const auto title = scene.words.translate("Record");
    model.head = head_words(scene, record ? record->number.text() + " · " + title : title);
    if (record && record->pad) {
        model.pictures = picture_words(scene, *record->pad);
    } else if (record && record->stage == Stage::form && knows_enough(scene.console)) {
        model.form = record_form_words(scene);
    } else {
        model.door = record_door_words(scene);
    }
    return model;
}

} // namespace verandah::console
