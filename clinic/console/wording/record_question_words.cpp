// SPDX-License-Identifier: Apache-2.0
// A form's sections and fields as big choices.
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using domain::AnswerValue;
using domain::Field;
using domain::Measured;

constexpr std::size_t most_bytes_a_character = 4;

std::string amount_text(Measured amount)
{
    return amount.thousandths % 1000 == 0 ? std::to_string(amount.thousandths / 1000)
                                          : fmt::format("{:g}", static_cast<double>(amount.thousandths) / 1000.0);
}

const AnswerValue* answer_of(const Record& record, const Field& field)
{
    const auto found = record.answers.find(field.code);
    return found == record.answers.end() ? nullptr : &found->second;
}

/// Which keys choose: those of the question she is at, while nothing lies over it.
bool has_keys(const Scene& scene, const Field& field)
{
    const auto& record = *scene.console.record;
    const auto cursor = cursor_of(scene.console);
    return cursor && cursor->field == field.code && !record.strip;
}

/// The choices of one question, with the keys 1 to 9 when it has them.
struct Choices {
    const Field& field;
    bool with_keys;
    std::vector<RecordChoice> all{};

    void add_short(std::string label, Wish wish, const std::string& id, bool chosen)
    {
        add(std::move(label), std::move(wish), id, chosen);
        all.back().is_short = true;
    }
    void add(std::string label, Wish wish, const std::string& id, bool chosen)
    {
        constexpr std::size_t most_keys = 9;
        const char32_t key = with_keys && all.size() < most_keys ? U'1' + static_cast<char32_t>(all.size()) : 0;
        all.push_back({std::move(label), std::move(wish), field.code.text() + "." + id, chosen, false, key});
    }
};

struct FieldWords {
    const Scene& scene;
    const Field& field;
    QuestionModel& question;
    const AnswerValue* answer;
    Choices choices;

    void operator()(const domain::ChoiceField& kind)
    {
        const auto* chosen = answer == nullptr ? nullptr : std::get_if<std::vector<domain::ChoiceCode>>(answer);
        for (const auto& choice : kind.choices) {
            const bool is_chosen = chosen != nullptr && std::ranges::find(*chosen, choice.code) != chosen->end();
            choices.add(text_of(scene, choice.label), RecordWish{ChooseAnswer{field.code, choice.code}},
                        choice.code.text(), is_chosen);
        }
    }
    void operator()(const domain::AmountField& kind)
    {
        const auto* amount = answer == nullptr ? nullptr : std::get_if<Measured>(answer);
        const auto usual = usual_amounts(kind);
        const auto unit = kind.unit.empty() ? std::string{} : " " + kind.unit;
        for (const auto each : usual) {
            choices.add_short(amount_text(each) + unit, RecordWish{GiveAnswer{field.code, each}}, amount_text(each),
                              amount != nullptr && *amount == each);
        }
        const auto step = [&](std::int64_t by, const char* sign) {
            const auto now = amount == nullptr ? std::int64_t{0} : amount->thousandths;
            const Measured next{std::clamp(now + by, kind.least.thousandths, kind.most.thousandths)};
            choices.add_short(sign, RecordWish{GiveAnswer{field.code, next}}, sign, false);
        };
        step(-kind.step.thousandths, "−");
        step(kind.step.thousandths, "+");
        if (amount != nullptr && std::ranges::find(usual, *amount) == usual.end()) {
            question.note = amount_text(*amount) + unit;
        }
    }
    void operator()(const domain::TextField& kind)
    {
        const auto* words = answer == nullptr ? nullptr : std::get_if<std::string>(answer);
        question.typed = RecordTyped{field.code, text_of(scene, field.label), words == nullptr ? "" : *words,
                                     kind.longest * most_bytes_a_character};
    }
    void operator()(const domain::DayField& kind)
    {
        using std::chrono::sys_days;
        const auto* day = answer == nullptr ? nullptr : std::get_if<domain::CentreDay>(answer);
        const auto now = today(scene.console, scene.now);
        for (const auto each : usual_days(kind, now)) {
            const auto days = (sys_days{each} - sys_days{now}).count();
            choices.add(away_words(days), RecordWish{GiveAnswer{field.code, each}}, std::to_string(days),
                        day != nullptr && *day == each);
        }
        if (day != nullptr) {
            const auto step = [&](int by, const char* sign) {
                choices.add(
                    sign, RecordWish{GiveAnswer{field.code, domain::CentreDay{sys_days{*day} + std::chrono::days{by}}}},
                    sign, false);
            };
            step(-1, "−");
            step(1, "+");
            question.note = day_words(scene, *day);
        }
    }
    void operator()(const domain::InstantField&)
    {
        const auto& words = scene.words;
        const auto* at = answer == nullptr ? nullptr : std::get_if<domain::Instant>(answer);
        for (const auto each : usual_instants(scene.now)) {
            const auto ago = std::chrono::floor<std::chrono::hours>(scene.now - each).count();
            choices.add_short(filled(words.translate("{hours} h ago"), {{"hours", std::to_string(ago)}}),
                              RecordWish{GiveAnswer{field.code, each}}, std::to_string(ago),
                              at != nullptr && *at == each);
        }
        choices.add(words.translate("Exact time…"), RecordWish{AskExactTime{field.code}}, "exact", false);
        if (at != nullptr) {
            question.note = time_words(scene, *at);
        }
    }

    [[nodiscard]] std::string away_words(long days) const
    {
        const auto& words = scene.words;
        constexpr long a_month = 28;
        if (days == 0) {
            return words.translate("Today");
        }
        if (days < 0) {
            return words.translate("{} day ago", "{} days ago", -days);
        }
        if (days <= a_month) {
            return words.translate("in {} week", "in {} weeks", days / 7);
        }
        return words.translate("in {} month", "in {} months", (days + 1) / 30);
    }
};

void add_finding(const Scene& scene, const domain::Finding& finding, QuestionModel& question)
{
    const auto& words = scene.words;
    using What = domain::Finding::What;
    question.is_care = true;
    if (finding.what == What::missing) {
        question.note = words.translate("still needed");
    } else if (finding.what == What::implausible) {
        question.note = (question.note.empty() ? "" : question.note + " · ") + words.translate("rare: is it right?");
        question.choices.push_back({words.translate("Yes, it is right"), RecordWish{ConfirmOdd{finding.field}},
                                    finding.field.text() + ".confirm", false, true, 0});
    } else if (finding.what == What::out_of_limits) {
        question.note = words.translate("this cannot be");
    } else if (finding.what == What::too_long) {
        question.note = words.translate("too long");
    } else {
        question.note = words.translate("choose again");
    }
}

QuestionModel question_words(const Scene& scene, const Field& field, const std::string& title,
                             const std::vector<domain::Finding>& wrong)
{
    QuestionModel question;
    const auto label = text_of(scene, field.label);
    question.label = label == title ? std::string{} : label;
    question.has_keys = has_keys(scene, field);
    FieldWords words{scene, field, question, answer_of(*scene.console.record, field), {field, question.has_keys}};
    std::visit(words, field.kind);
    question.choices = std::move(words.choices.all);
    const auto finding = std::ranges::find(wrong, field.code, &domain::Finding::field);
    const bool is_marked = scene.console.record->missing == Record::Missing::marked;
    if (finding != wrong.end() && (is_marked || finding->what != domain::Finding::What::missing)) {
        add_finding(scene, *finding, question);
    }
    return question;
}

} // namespace

std::string answer_words(const Scene& scene, const Field& field, const AnswerValue* answer)
{
    if (answer == nullptr) {
        return "–";
    }
    struct Words {
        const Scene& scene;
        const Field& field;
        std::string operator()(const std::vector<domain::ChoiceCode>& chosen) const
        {
            std::string text;
            const auto* kind = std::get_if<domain::ChoiceField>(&field.kind);
            for (const auto& code : chosen) {
                const auto label = [&] {
                    const auto choice = kind == nullptr ? nullptr : find(*kind, code);
                    return choice == nullptr ? code.text() : text_of(scene, choice->label);
                }();
                text += (text.empty() ? "" : ", ") + label;
            }
            return text;
        }
        std::string operator()(const Measured& amount) const { return amount_text(amount); }
        std::string operator()(const std::string& words) const { return words; }
        std::string operator()(const domain::CentreDay& day) const { return day_words(scene, day); }
        std::string operator()(const domain::Instant& at) const { return time_words(scene, at); }

        static const domain::Choice* find(const domain::ChoiceField& kind, const domain::ChoiceCode& code)
        {
            const auto found = std::ranges::find(kind.choices, code, &domain::Choice::code);
            return found == kind.choices.end() ? nullptr : &*found;
        }
    };
    return std::visit(Words{scene, field}, *answer);
}

std::vector<RecordCard> card_words(const Scene& scene)
{
    std::vector<RecordCard> cards;
    const auto& console = scene.console;
    const auto* form = form_of(console);
    if (form == nullptr || console.record->step >= form->steps.size()) {
        return cards;
    }
    const auto wrong = findings(console, Where::this_step, scene.now);
    for (const auto& section : form->steps[console.record->step].sections) {
        RecordCard card{text_of(scene, section.title), {}, {}};
        for (const auto* field : asked_in(section, *form, console.record->answers)) {
            card.questions.push_back(question_words(scene, *field, card.title, wrong));
        }
        if (!card.questions.empty()) {
            cards.push_back(std::move(card));
        }
    }
    return cards;
}

} // namespace verandah::console
