// SPDX-License-Identifier: Apache-2.0
// A form: sections of fields, what each asks, and when. It is data (assets/forms), so that a centre adds a field
// without a programmer.
#pragma once

#include "shared/domain/care/answers.hpp"
#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/care/coding.hpp"
#include "shared/domain/care/dotted_code.hpp"
#include "shared/domain/centre/centre.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace verandah::domain {

/// One of the answers to choose from.
struct Choice {
    ChoiceCode code;
    Words label;
    std::vector<FactCode> facts{}; ///< What having chosen it amounts to.
    std::vector<Coding> codings{};
    friend bool operator==(const Choice&, const Choice&) = default;
};

struct ChoiceField {
    enum class Of { one, many };
    Of of{Of::one};
    std::vector<Choice> choices; ///< At least two of one, one of many.
    /// Chosen, it is the only one: "none known" beside "penicillin".
    std::optional<ChoiceCode> alone{};
    friend bool operator==(const ChoiceField&, const ChoiceField&) = default;
};

/// What is within the plausible range passes unasked, what is within the limits has to be confirmed, and nothing else
/// is taken. Invariant: least ≤ plausible_least ≤ plausible_most ≤ most, all within a fact's value.
struct AmountField {
    std::string unit; ///< As it is written: "kg", "°C"; empty for pieces.
    Measured least;
    Measured most;
    Measured plausible_least;
    Measured plausible_most;
    Measured step; ///< What one press of + adds.
    friend bool operator==(const AmountField&, const AmountField&) = default;
};

struct TextField {
    std::size_t longest{2000}; ///< Characters.
    friend bool operator==(const TextField&, const TextField&) = default;
};

struct DayField {
    enum class When { any, up_to_today, from_today };
    When when{When::any};
    friend bool operator==(const DayField&, const DayField&) = default;
};

/// A point in time that has passed: when somebody was exposed.
struct InstantField {
    friend bool operator==(const InstantField&, const InstantField&) = default;
};

using FieldKind = std::variant<ChoiceField, AmountField, TextField, DayField, InstantField>;

/// Something about another field's answer. A field that is not shown counts as not answered, whatever it holds.
struct Condition {
    enum class Is {
        answered,
        any_of,   ///< One of `choices` is chosen.
        none_of,  ///< None of `choices` is chosen; also of a field that was not answered.
        at_least, ///< An amount, this or more.
        below,    ///< An amount, less than this.
    };
    FieldCode field;
    Is is{Is::answered};
    std::vector<ChoiceCode> choices{};
    Measured amount{0};
    friend bool operator==(const Condition&, const Condition&) = default;
};

struct Field {
    enum class Need { optional, required, required_when };
    /// What it is to the record beside being asked.
    enum class Role {
        none,
        cause,     ///< What is chosen may be treated: a syndrome, a diagnosis, an exposure.
        allergies, ///< Asked before anything is prescribed; what she says holds at the next visit, too.
        exposure,  ///< When she was exposed to HIV: the clock of PEP runs from it. One in a form.
    };
    FieldCode code;
    Words label;
    FieldKind kind;
    Need need{Need::optional};
    std::vector<Condition> required_when{}; ///< All of them hold: it has to be answered.
    /// All of them hold: it is asked. Each names a field before this one, so that no two wait for each other.
    std::vector<Condition> shown_when{};
    /// What having answered it amounts to; an amount is the fact's value, a day the fact's day.
    std::optional<FactCode> fact{};
    Role role{Role::none};
    friend bool operator==(const Field&, const Field&) = default;
};
[[nodiscard]] std::string_view word(Field::Role role); ///< Permanent; of none it is "none", which is never written.
[[nodiscard]] std::optional<Field::Role> field_role_from(std::string_view word);

struct Section {
    Words title;
    std::vector<Field> fields;
    friend bool operator==(const Section&, const Section&) = default;
};

/// A step is what is on the screen at once.
struct FormStep {
    Words title;
    std::vector<Section> sections;
    friend bool operator==(const FormStep&, const FormStep&) = default;
};

/// Made by clinic/hub/clinical's reader, which refuses two fields of one code and conditions on what is not there.
/// What reads answers (check_answers.hpp) is total all the same: a form from elsewhere does no harm.
struct Form {
    ClinicalSource about;
    Words title;
    std::vector<FormStep> steps;
    friend bool operator==(const Form&, const Form&) = default;
};

/// The fields of all steps and sections, in order. Borrowed from the form.
[[nodiscard]] std::vector<const Field*> fields_of(const Form& form);
[[nodiscard]] const Field* find_field(const Form& form, const FieldCode& code); ///< Borrowed; none: nullptr.

/// The choices of an answer to `field` that amount to something. Borrowed from the field; none of another kind of field
/// or answer.
[[nodiscard]] std::vector<const Choice*> telling_choices(const Field& field, const AnswerValue& answer);

} // namespace verandah::domain
