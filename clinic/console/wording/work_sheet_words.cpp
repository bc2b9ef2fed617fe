// SPDX-License-Identifier: Apache-2.0
// The words of the questions about due items, referrals and partner slips. Groups and options stand in the order in
// which flow/work_answers.cpp counts them.
#include "clinic/console/flow/refer.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/record_words.hpp"
#include "clinic/console/wording/words.hpp"
#include "clinic/console/wording/work_words.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using domain::ReferralEvent;

struct WorkSheetWording {
    const Scene& scene;
    const Work& work{scene.console.work};
    const ui::Translator& words{scene.words};

    [[nodiscard]] SheetModel asking(std::string title, std::string confirm) const
    {
        return {.title = std::move(title),
                .note = {},
                .groups = {},
                .typed = {},
                .field_label = {},
                .confirm = std::move(confirm),
                .cancel = words.translate("Back"),
                .missing = {}};
    }
    [[nodiscard]] std::string about(const DueSubject& subject) const
    {
        return file_label(scene, subject.file) + " · " + rule_label(scene, subject.item.key.rule);
    }
    /// One option for each of `values`, with `label(value)`; the one that `is_chosen(value)` is marked.
    template <class List, class Label, class IsChosen>
    static OptionGroup options(std::string heading, const List& values, Label label, IsChosen is_chosen)
    {
        OptionGroup group{std::move(heading), {}};
        for (const auto& value : values) {
            group.options.push_back({label(value), {}, {}, is_chosen(value)});
        }
        return group;
    }
    [[nodiscard]] OptionGroup days(std::string heading, std::span<const int> values, std::optional<int> chosen) const
    {
        return options(
            std::move(heading), values,
            [&](int count) {
                return count == 1 ? words.translate("tomorrow") : words.translate("in {} day", "in {} days", count);
            },
            [&](int count) { return chosen == count; });
    }

    SheetModel operator()(const CompleteSheet& sheet) const
    {
        auto model = asking(words.translate("Done: how?"), {});
        model.note = about(sheet.about);
        model.groups = {options(
            {}, domain::every_completed_because, [&](auto because) { return completed_label(scene, because); },
            [](auto) { return false; })};
        return model;
    }
    SheetModel operator()(const PostponeSheet& sheet) const
    {
        auto model = asking(words.translate("Postpone until when?"), words.translate("Postpone"));
        model.note = about(sheet.about);
        model.groups = {days(words.translate("When"), postpone_days, sheet.days),
                        options(
                            words.translate("Reason"), domain::every_postponed_because,
                            [&](auto because) { return postponed_label(scene, because); },
                            [&](auto because) { return sheet.because == because; })};
        return model;
    }
    SheetModel operator()(const GiveSheet& sheet) const
    {
        auto model = asking(words.translate("Who looks for her?"), words.translate("Give"));
        const auto workers = workers_of(work);
        model.note =
            about(sheet.about) + " · " + words.translate("She sees your words and the day, and not what it is for.");
        if (workers.empty()) {
            model.note = words.translate("No outreach worker has an account here. An administrator can make one.");
            return model;
        }
        model.groups = {options(
            words.translate("Outreach worker"), workers, [](const auto& worker) { return worker.text(); },
            [&](const auto& worker) { return sheet.worker == worker; })};
        model.typed = sheet.words;
        model.field_label = words.translate("How to find her, as you agreed with her. No name.");
        return model;
    }
    SheetModel operator()(const TraceSheet& sheet) const
    {
        const auto& item = sheet.about.item;
        auto model = asking(
            filled(words.translate("Looked for her: try {count} of 3"), {{"count", std::to_string(item.attempts + 1)}}),
            words.translate("Write it down"));
        model.note = about(sheet.about) + " · " + channel_label(scene, sheet.about.channel);
        if (sheet.told) {
            model.note += " · " + filled(words.translate("told by {account}, {time} ago"),
                                         {{"account", item.given_to ? item.given_to->text() : std::string{}},
                                          {"time", long_duration(scene, scene.now - sheet.told->at)}});
        }
        model.groups = search_groups(words.translate("Was she reached?"), sheet);
        return model;
    }
    SheetModel operator()(const TellSheet& sheet) const
    {
        auto model = asking(words.translate("What came of it?"), words.translate("Tell the clinic"));
        model.note = sheet.about.asked.words;
        model.groups = search_groups(words.translate("Did you reach her?"), sheet);
        return model;
    }
    /// Whether she was found; and then how it stands.
    [[nodiscard]] std::vector<OptionGroup> search_groups(std::string heading, const auto& sheet) const
    {
        std::vector<OptionGroup> groups{options(
            std::move(heading), domain::every_tracing_outcome, [&](auto outcome) { return outcome_label(outcome); },
            [&](auto outcome) { return sheet.outcome == outcome; })};
        if (sheet.outcome) {
            groups.push_back(options(
                words.translate("How does it stand? Leave it open to try again."), ends_of(*sheet.outcome),
                [&](auto end) { return tracing_end_label(scene, end); }, [&](auto end) { return sheet.end == end; }));
        }
        return groups;
    }
    [[nodiscard]] std::string outcome_label(domain::TracingOutcome outcome) const
    {
        switch (outcome) {
        case domain::TracingOutcome::reached: return words.translate("Yes");
        case domain::TracingOutcome::not_reached: return words.translate("No");
        case domain::TracingOutcome::informant: return words.translate("Somebody told");
        }
        std::unreachable();
    }
    SheetModel operator()(const ResultSheet& sheet) const
    {
        auto model = asking(words.translate("What came out?"), {});
        model.note =
            file_label(scene, sheet.about.file) + " · " + test_label(scene, sheet.about.kind, sheet.about.specimen);
        model.groups = {options(
            {}, results_of(scene.console, sheet.about.kind),
            [&](const domain::TestResult& result) { return result_words(scene, result); },
            [](const domain::TestResult&) { return false; })};
        model.groups.front().options.push_back({words.translate("No result will come"), {}, {}, false});
        return model;
    }
    SheetModel operator()(const NarrowSheet& sheet) const
    {
        auto model = asking(words.translate("What are you looking for?"), words.translate("Show"));
        OptionGroup services{words.translate("What"), {{words.translate("Everything"), {}, {}, !sheet.service}}};
        if (work.rules) {
            for (const auto& service : work.rules->services) {
                services.options.push_back({label_of(scene, service.label), {}, {}, sheet.service == service.code});
            }
        }
        OptionGroup workers{words.translate("Given to"), {{words.translate("Anybody"), {}, {}, sheet.typed.empty()}}};
        for (const auto& worker : workers_of(work)) {
            workers.options.push_back({worker.text(), {}, {}, sheet.typed == worker.view()});
        }
        model.groups = {std::move(services), std::move(workers)};
        model.typed = sheet.typed;
        model.field_label = words.translate("Or type an account");
        return model;
    }
    SheetModel operator()(const NarrowReferralsSheet& sheet) const
    {
        auto model = asking(words.translate("What are you looking for?"), words.translate("Show"));
        OptionGroup phases{words.translate("State"), {{words.translate("Everything"), {}, {}, !sheet.phase}}};
        for (const auto phase : domain::every_referral_phase) {
            phases.options.push_back({phase_label(words, phase), {}, {}, sheet.phase == phase});
        }
        OptionGroup services{words.translate("What for"), {{words.translate("Everything"), {}, {}, !sheet.service}}};
        if (work.rules) {
            for (const auto& service : work.rules->referral_services) {
                services.options.push_back({label_of(scene, service.label), {}, {}, sheet.service == service.code});
            }
        }
        OptionGroup spans{words.translate("The bars count what was issued in"),
                          {{cascade_span_label(words, {}), {}, {}, !sheet.issued_within}}};
        for (const auto span : cascade_spans) {
            spans.options.push_back({cascade_span_label(words, span), {}, {}, sheet.issued_within == span});
        }
        model.groups = {std::move(phases), std::move(services), std::move(spans)};
        return model;
    }
    SheetModel operator()(const MoveReferralSheet& sheet) const
    {
        auto model = asking(words.translate("What happened?"), words.translate("Write it down"));
        const auto& referral = sheet.row.referral;
        model.note = file_label(scene, sheet.row.file) + " · " + referral_label(scene, referral.service) + " · " +
                     status_label(scene, referral.status);
        if (sheet.row.channel == domain::Channel::none) {
            model.note += " · " + words.translate("She has not agreed to be looked for.");
        }
        model.groups = {options(
            {}, moves_from(sheet.row), [&](auto event) { return move_label(scene, event); },
            [&](auto event) { return sheet.event == event; })};
        if (sheet.event == ReferralEvent::decline) {
            model.groups.push_back(options(
                words.translate("Why?"), domain::every_decline_reason,
                [&](auto reason) { return decline_label(scene, reason); },
                [&](auto reason) { return sheet.declined == reason; }));
        } else if (sheet.event == ReferralEvent::book) {
            model.groups.push_back(days(words.translate("When"), booking_days, sheet.booked_in));
        } else if (sheet.event == ReferralEvent::attend || sheet.event == ReferralEvent::receive) {
            model.groups.push_back(options(
                words.translate("Who says so?"), domain::every_evidence,
                [&](auto evidence) { return evidence_label(scene, evidence); },
                [&](auto evidence) { return sheet.evidence == evidence; }));
        }
        if (asks_welcome(sheet)) {
            model.groups.push_back(faces(words.translate("How was she received there?"), sheet.welcome));
        }
        return model;
    }
    [[nodiscard]] OptionGroup faces(std::string heading, std::optional<domain::Welcome> chosen) const
    {
        OptionGroup group{std::move(heading), {}, OptionGroup::Size::big};
        for (const auto welcome : domain::every_welcome) {
            group.options.push_back(
                {welcome_label(scene, welcome), {}, welcome_icon(welcome), chosen == welcome, welcome_tone(welcome)});
        }
        return group;
    }
    SheetModel operator()(const WelcomeSheet& sheet) const
    {
        auto model = asking(words.translate("How was she received there?"), {});
        model.note = words.translate("Ask her. It is counted for the place, and never shown with who said it.");
        model.groups = {faces(destination_label(scene, sheet.referral.to), std::nullopt)};
        return model;
    }
    SheetModel operator()(const MakeReferralSheet& sheet) const
    {
        const bool stays = sheet.to && std::holds_alternative<domain::ServiceCode>(*sheet.to);
        auto model = asking(words.translate("Refer her: what for, and where to?"),
                            stays ? words.translate("Refer her") : words.translate("Issue the slip"));
        model.note = is_open_here(scene.console, sheet.file) ? std::string{} : file_label(scene, sheet.file);
        OptionGroup services{words.translate("What for"), {}};
        if (work.rules) {
            for (const auto& service : work.rules->referral_services) {
                services.options.push_back({label_of(scene, service.label), {}, {}, sheet.service == service.code});
            }
        }
        if (!work.rules) {
            model.groups.clear();
            model.note = rules_missing();
            return model;
        }
        model.groups = {std::move(services), places(sheet),
                        options(
                            words.translate("Has she agreed?"), domain::every_referral_ground,
                            [&](auto ground) { return ground_label(ground); },
                            [&](auto ground) { return sheet.ground == ground; }),
                        options(
                            words.translate("Does somebody go with her?"), domain::every_escort,
                            [&](auto escort) {
                                return escort == domain::Escort::alone ? words.translate("She goes alone")
                                                                       : words.translate("Somebody goes with her");
                            },
                            [&](auto escort) { return sheet.escort == escort; })};
        if (runs_from_exposure(work, sheet)) {
            model.groups.push_back(options(
                words.translate("When was the exposure?"), exposure_hours,
                [&](int hours) { return filled(words.translate("{hours} h ago"), {{"hours", std::to_string(hours)}}); },
                [&](int hours) { return sheet.exposed_hours_ago == hours; }));
        }
        return model;
    }
    /// Providers, and the services of this house, which say so.
    [[nodiscard]] OptionGroup places(const MakeReferralSheet& sheet) const
    {
        const auto outside = providers_of(work, sheet);
        OptionGroup group{sheet.service && outside.empty() ? words.translate("Nobody in the directory offers that")
                                                           : words.translate("Where"),
                          {}};
        for (const auto& place : destinations_of(scene.console, sheet)) {
            const auto provider = std::ranges::find_if(outside, [&](const domain::Provider* each) {
                return place == domain::ReferralDestination{each->code};
            });
            const bool is_here = provider == outside.end();
            group.options.push_back({destination_label(scene, place),
                                     is_here ? words.translate("here in the house") : provider_note(scene, **provider),
                                     is_here ? ui::icon::home : ui::Icon{}, sheet.to == place});
        }
        return group;
    }
    /// Instead of a sheet's groups, while what the rules are called is not here.
    [[nodiscard]] std::string rules_missing() const
    {
        return work.rules_are_asked ? words.translate("This takes a moment.")
                                    : words.translate("The hub does not answer just now. Go back, and try it again.");
    }

    SheetModel operator()(const PartnerSheet& sheet) const
    {
        auto model = asking(words.translate("Slips for partners"), {});
        if (!work.rules) {
            model.note = rules_missing();
        } else if (!can_give_slips(work, sheet)) {
            model.note = sheet.violence ? words.translate("This centre gives no slips when violence is feared. Talk "
                                                          "with her about what would be safe.")
                                        : words.translate("This centre gives no slips for partners.");
        } else if (!sheet.violence) {
            model.note = words.translate("Only if she wants to. Ask her this first, with nobody else in the room.") +
                         " " + slips_words(scene);
            model.groups = {violence_group()};
        } else {
            word_partner_questions(sheet, model);
        }
        return model;
    }
    [[nodiscard]] OptionGroup violence_group() const
    {
        using enum domain::ViolenceEnquiry;
        OptionGroup group{words.translate("Could telling a partner bring her violence?"), {}, OptionGroup::Size::big};
        for (const auto answer : domain::every_violence_enquiry) {
            switch (answer) {
            case none_feared:
                group.options.push_back(
                    {words.translate("No, she fears none"), {}, ui::icon::verified_user, false, ui::Tone::leaf});
                break;
            case feared:
                group.options.push_back(
                    {words.translate("Yes, she fears it"), {}, ui::icon::warning, false, ui::Tone::care});
                break;
            case no_answer:
                group.options.push_back(
                    {words.translate("She would rather not say"), {}, ui::icon::help, false, ui::Tone::plum});
            }
        }
        return group;
    }
    void word_partner_questions(const PartnerSheet& sheet, SheetModel& model) const
    {
        model.confirm = words.translate("Make the slips");
        model.note = sheet.violence == domain::ViolenceEnquiry::none_feared
                         ? words.translate("A slip says neither why nor who. Nobody asks for a partner's name.")
                         : words.translate("Only she decides whom she tells, and how. Nobody else tells anybody.");
        model.groups = {options(
            words.translate("Does she want slips?"), domain::every_opt_in,
            [&](auto opt_in) {
                return opt_in == domain::OptIn::asked_for ? words.translate("She asked for them")
                                                          : words.translate("We offered, she agreed");
            },
            [&](auto opt_in) { return sheet.opt_in == opt_in; })};
        OptionGroup reasons{words.translate("What for? It says how far back partners are told"), {}};
        for (const auto& reason : work.rules->partner_reasons) {
            reasons.options.push_back({label_of(scene, reason.label),
                                       words.translate("last {} day", "last {} days", reason.look_back_days),
                                       {},
                                       sheet.reason == reason.code});
        }
        model.groups.push_back(std::move(reasons));
        model.groups.push_back(options(
            words.translate("How many slips?"), slip_counts(work), [](int count) { return std::to_string(count); },
            [&](int count) { return sheet.count == count; }));
        if (const auto modes = modes_for(work, sheet); modes.size() > 1) {
            model.groups.push_back(options(
                words.translate("Who tells them?"), modes, [&](auto mode) { return mode_label(mode); },
                [&](auto mode) { return sheet.mode == mode; }));
        }
    }
    [[nodiscard]] std::string mode_label(domain::PartnerMode mode) const
    {
        switch (mode) {
        case domain::PartnerMode::client: return words.translate("She does");
        case domain::PartnerMode::contract: return words.translate("She does by a day, staff after it");
        case domain::PartnerMode::dual: return words.translate("She and staff together");
        case domain::PartnerMode::provider: return words.translate("Staff, without saying who asked");
        }
        std::unreachable();
    }
    [[nodiscard]] std::string ground_label(domain::ReferralGround ground) const
    {
        switch (ground) {
        case domain::ReferralGround::consent: return words.translate("Yes");
        case domain::ReferralGround::danger_to_life: return words.translate("No: her life is in danger");
        case domain::ReferralGround::cannot_answer: return words.translate("No: she cannot answer");
        case domain::ReferralGround::child_at_risk: return words.translate("No: a child is at risk");
        }
        std::unreachable();
    }
};

std::string missing_words(const ui::Translator& words, WorkMissing missing)
{
    switch (missing) {
    case WorkMissing::choice: return {};
    case WorkMissing::day: return words.translate("A day is needed.");
    case WorkMissing::reason: return words.translate("A reason is needed.");
    case WorkMissing::worker: return words.translate("Choose who looks for her.");
    case WorkMissing::outcome: return words.translate("Was she reached?");
    case WorkMissing::move: return words.translate("What happened?");
    case WorkMissing::evidence: return words.translate("Who says so?");
    case WorkMissing::service: return words.translate("What for?");
    case WorkMissing::provider: return words.translate("Where to?");
    case WorkMissing::ground: return words.translate("Has she agreed?");
    case WorkMissing::exposure: return words.translate("When was the exposure?");
    case WorkMissing::violence: return {};
    case WorkMissing::opt_in: return words.translate("Does she want slips?");
    case WorkMissing::cause: return words.translate("What for?");
    case WorkMissing::count: return words.translate("How many slips?");
    case WorkMissing::mode: return words.translate("Who tells them?");
    }
    std::unreachable();
}

} // namespace

SheetModel work_sheet_words(const Scene& scene, const WorkSheet& sheet)
{
    auto model = std::visit(WorkSheetWording{scene}, sheet);
    if (const auto missing = missing_in(scene.console.work, sheet)) {
        model.missing = missing_words(scene.words, *missing);
    }
    return model;
}

} // namespace verandah::console
