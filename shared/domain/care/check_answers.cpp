// SPDX-License-Identifier: Apache-2.0
// One walk through the form: what is shown depends only on what stands before, so nothing can go in a circle.
#include "shared/domain/care/check_answers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace verandah::domain {
namespace {

using What = Finding::What;

template <class... Cases>
struct ByKind : Cases... {
    using Cases::operator()...;
};

constexpr std::array what_words{std::pair{What::missing, std::string_view{"missing"}},
                                std::pair{What::not_asked, std::string_view{"not_asked"}},
                                std::pair{What::unknown_field, std::string_view{"unknown_field"}},
                                std::pair{What::wrong_kind, std::string_view{"wrong_kind"}},
                                std::pair{What::unknown_choice, std::string_view{"unknown_choice"}},
                                std::pair{What::too_many, std::string_view{"too_many"}},
                                std::pair{What::out_of_limits, std::string_view{"out_of_limits"}},
                                std::pair{What::too_long, std::string_view{"too_long"}},
                                std::pair{What::implausible, std::string_view{"implausible"}}};

bool is_empty(const AnswerValue& answer)
{
    const auto* choices = std::get_if<std::vector<ChoiceCode>>(&answer);
    const auto* text = std::get_if<std::string>(&answer);
    return (choices != nullptr && choices->empty()) || (text != nullptr && text->empty());
}

/// The answer of a field; nullptr when there is none.
const AnswerValue* answer_of(const Answers& answers, const FieldCode& field)
{
    const auto found = answers.find(field);
    return found == answers.end() || is_empty(found->second) ? nullptr : &found->second;
}

bool chooses_any(const AnswerValue* answer, const std::vector<ChoiceCode>& of)
{
    const auto* chosen = answer == nullptr ? nullptr : std::get_if<std::vector<ChoiceCode>>(answer);
    return chosen != nullptr && std::ranges::find_first_of(*chosen, of) != chosen->end();
}

bool holds(const Condition& condition, const Answers& answers)
{
    const auto* answer = answer_of(answers, condition.field);
    const auto* amount = answer == nullptr ? nullptr : std::get_if<Measured>(answer);
    switch (condition.is) {
    case Condition::Is::answered: return answer != nullptr;
    case Condition::Is::any_of: return chooses_any(answer, condition.choices);
    case Condition::Is::none_of: return !chooses_any(answer, condition.choices);
    case Condition::Is::at_least: return amount != nullptr && *amount >= condition.amount;
    case Condition::Is::below: return amount != nullptr && *amount < condition.amount;
    }
    std::unreachable();
}

bool all_hold(const std::vector<Condition>& conditions, const Answers& answers)
{
    return std::ranges::all_of(conditions, [&](const Condition& each) { return holds(each, answers); });
}

/// What a walk through the form finds: the fields that are shown, and what was answered to them.
struct Walk {
    std::vector<const Field*> shown;
    Answers answers;
};

Walk walk(const Form& form, const Answers& answers)
{
    Walk so_far;
    for (const auto* field : fields_of(form)) {
        if (!all_hold(field->shown_when, so_far.answers)) {
            continue;
        }
        so_far.shown.push_back(field);
        if (const auto* answer = answer_of(answers, field->code)) {
            so_far.answers.insert_or_assign(field->code, *answer);
        }
    }
    return so_far;
}

bool must_be_answered(const Field& field, const Answers& shown)
{
    switch (field.need) {
    case Field::Need::optional: return false;
    case Field::Need::required: return true;
    case Field::Need::required_when: return all_hold(field.required_when, shown);
    }
    std::unreachable();
}

std::optional<What> check_choices(const ChoiceField& field, const std::vector<ChoiceCode>& chosen)
{
    const bool all_known = std::ranges::all_of(chosen, [&](const ChoiceCode& each) {
        return std::ranges::find(field.choices, each, &Choice::code) != field.choices.end();
    });
    if (!all_known || std::set(chosen.begin(), chosen.end()).size() != chosen.size()) {
        return What::unknown_choice;
    }
    const bool stands_alone = field.alone && std::ranges::find(chosen, *field.alone) != chosen.end();
    if (chosen.size() > 1 && (field.of == ChoiceField::Of::one || stands_alone)) {
        return What::too_many;
    }
    return std::nullopt;
}

std::optional<What> check_amount(const AmountField& field, const Measured& amount)
{
    if (amount < field.least || amount > field.most) {
        return What::out_of_limits;
    }
    return amount < field.plausible_least || amount > field.plausible_most ? std::optional{What::implausible}
                                                                           : std::nullopt;
}

/// Characters, as UTF-8 has them: a byte that goes on with one is none of its own.
std::size_t count_characters(std::string_view text)
{
    constexpr unsigned char mask = 0xC0;
    constexpr unsigned char goes_on = 0x80;
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char letter) { return (static_cast<unsigned char>(letter) & mask) != goes_on; }));
}

std::optional<What> check_day(const DayField& field, CentreDay day, CentreDay today)
{
    const bool is_wrong = !day.ok() || (field.when == DayField::When::up_to_today && day > today) ||
                          (field.when == DayField::When::from_today && day < today);
    return is_wrong ? std::optional{What::out_of_limits} : std::nullopt;
}

/// The centre's day may last into the next one by UTC, and the one behind it in the far east; an hour too late does no
/// harm, a month does.
std::optional<What> check_instant(Instant at, CentreDay today)
{
    const auto latest = std::chrono::sys_days{today} + std::chrono::days{2};
    const auto earliest = std::chrono::sys_days{today} - std::chrono::years{10};
    return at > latest || at < earliest ? std::optional{What::out_of_limits} : std::nullopt;
}

std::optional<What> check_value(const Field& field, const AnswerValue& answer, CentreDay today)
{
    return std::visit(
        ByKind{
            [](const ChoiceField& kind, const std::vector<ChoiceCode>& chosen) { return check_choices(kind, chosen); },
            [](const AmountField& kind, const Measured& amount) { return check_amount(kind, amount); },
            [](const TextField& kind, const std::string& text) {
                return count_characters(text) > kind.longest ? std::optional{What::too_long} : std::nullopt;
            },
            [today](const DayField& kind, const CentreDay& day) { return check_day(kind, day, today); },
            [today](const InstantField&, const Instant& at) { return check_instant(at, today); },
            [](const auto&, const auto&) { return std::optional{What::wrong_kind}; }},
        field.kind, answer);
}

/// Facts of a chosen answer, an amount, a day: what check_value() took.
class Facts {
public:
    explicit Facts(CentreDay day) : day_{day} {}

    void take(const Field& field, const AnswerValue& answer)
    {
        if (const auto* kind = std::get_if<ChoiceField>(&field.kind)) {
            take_choices(*kind, std::get<std::vector<ChoiceCode>>(answer));
        }
        if (!field.fact) {
            return;
        }
        if (const auto* amount = std::get_if<Measured>(&answer)) {
            if (const auto whole = static_cast<std::int32_t>(amount->thousandths / 1000); whole != 0) {
                add({*field.fact, day_, whole}); // none given is nothing that happened
            }
        } else {
            const auto* on = std::get_if<CentreDay>(&answer);
            add({*field.fact, on == nullptr ? day_ : *on, std::nullopt});
        }
    }
    [[nodiscard]] History history() &&
    {
        std::ranges::stable_sort(history_, {}, &Fact::on);
        return std::move(history_);
    }

private:
    void take_choices(const ChoiceField& kind, const std::vector<ChoiceCode>& chosen)
    {
        for (const auto& choice : kind.choices) {
            if (std::ranges::find(chosen, choice.code) != chosen.end()) {
                for (const auto& fact : choice.facts) {
                    add({fact, day_, std::nullopt});
                }
            }
        }
    }
    void add(const Fact& fact)
    {
        if (std::ranges::find(history_, fact) == history_.end()) {
            history_.push_back(fact);
        }
    }

    CentreDay day_;
    History history_;
};

} // namespace

std::string_view word(What what)
{
    return std::ranges::find(what_words, what, [](const auto& row) { return row.first; })->second;
}

bool is_shown(const Form& form, const FieldCode& field, const Answers& answers)
{
    const auto shown = walk(form, answers).shown;
    return std::ranges::any_of(shown, [&](const Field* each) { return each->code == field; });
}

std::vector<const Field*> shown_fields(const Form& form, const Answers& answers)
{
    return walk(form, answers).shown;
}

bool is_required(const Form& form, const Field& field, const Answers& answers)
{
    return must_be_answered(field, walk(form, answers).answers);
}

Answers shown_answers(const Form& form, const Answers& answers)
{
    return walk(form, answers).answers;
}

std::vector<Finding> check_answers(const Form& form, const Answers& answers, CentreDay today)
{
    std::vector<Finding> findings;
    const auto walked = walk(form, answers);
    std::set<FieldCode> known;
    for (const auto* field : fields_of(form)) {
        known.insert(field->code);
        const bool shown = std::ranges::find(walked.shown, field) != walked.shown.end();
        const auto* answer = answer_of(answers, field->code);
        if (!shown && answer != nullptr) {
            findings.push_back({field->code, What::not_asked});
        } else if (shown && answer == nullptr && must_be_answered(*field, walked.answers)) {
            findings.push_back({field->code, What::missing});
        } else if (shown && answer != nullptr) {
            if (const auto what = check_value(*field, *answer, today)) {
                findings.push_back({field->code, *what});
            }
        }
    }
    for (const auto& [field, answer] : answers) {
        if (!known.contains(field)) {
            findings.push_back({field, What::unknown_field});
        }
    }
    return findings;
}

History facts_of(const Form& form, const Answers& answers, CentreDay day)
{
    Facts facts{day};
    const auto walked = walk(form, answers);
    for (const auto* field : walked.shown) {
        const auto* answer = answer_of(walked.answers, field->code);
        const auto what = answer == nullptr ? std::optional{What::missing} : check_value(*field, *answer, day);
        if (!what || is_warning(*what)) {
            facts.take(*field, *answer);
        }
    }
    return std::move(facts).history();
}

} // namespace verandah::domain
