// SPDX-License-Identifier: Apache-2.0
// What a form says to answers: which fields are asked, what is wrong with what was answered, and what it amounts to.
#pragma once

#include "shared/domain/care/fact.hpp"
#include "shared/domain/care/form.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace verandah::domain {

/// One thing about one field.
struct Finding {
    enum class What {
        missing,        ///< It has to be answered.
        not_asked,      ///< Answered, though it is not shown.
        unknown_field,  ///< The form has no such field.
        wrong_kind,     ///< A number where a choice is asked for.
        unknown_choice, ///< Not one of the field's choices, or the same one twice.
        too_many,       ///< More than one where one is asked for, or something beside what stands alone.
        out_of_limits,  ///< An amount that cannot be, a day or a time on the wrong side of today.
        too_long,       ///< More characters than the field takes.
        implausible,    ///< It can be, and is rare: to be confirmed.
    };
    FieldCode field;
    What what;
    friend auto operator<=>(const Finding&, const Finding&) = default;
};

[[nodiscard]] std::string_view word(Finding::What what); ///< Permanent: "missing", "not_asked", …
/// Whether it is only to be confirmed; everything else is refused.
[[nodiscard]] constexpr bool is_warning(Finding::What what)
{
    return what == Finding::What::implausible;
}

/// Whether the field is asked, with these answers so far.
[[nodiscard]] bool is_shown(const Form& form, const FieldCode& field, const Answers& answers);
/// The fields asked, in the order of the form. Borrowed from it.
[[nodiscard]] std::vector<const Field*> shown_fields(const Form& form, const Answers& answers);
/// Whether a field that is asked has to be answered.
[[nodiscard]] bool is_required(const Form& form, const Field& field, const Answers& answers);
/// What counts of `answers`: those of fields that are asked.
[[nodiscard]] Answers shown_answers(const Form& form, const Answers& answers);

/// Everything about `answers`, in the order of the form; unknown fields last. Total: never throws on any form.
[[nodiscard]] std::vector<Finding> check_answers(const Form& form, const Answers& answers, CentreDay today);

/// What the answers amount to, of the day they were given: of shown fields only, in the order of the form, none twice.
/// An answer that check_answers() would refuse amounts to nothing.
[[nodiscard]] History facts_of(const Form& form, const Answers& answers, CentreDay day);

} // namespace verandah::domain
