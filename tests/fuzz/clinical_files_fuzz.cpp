// SPDX-License-Identifier: Apache-2.0
// Whatever stands in a form, a guideline, a sheet of tests or a consent: it is refused with a place and a word for each
// fault, or it is one that the rules can work with.
#include "clinic/hub/clinical/consent_file.hpp"
#include "clinic/hub/clinical/form_file.hpp"
#include "clinic/hub/clinical/guideline_file.hpp"
#include "clinic/hub/clinical/tests_file.hpp"
#include "shared/domain/care/check_answers.hpp"
#include "shared/domain/care/guidance.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

#include <set>

using namespace verandah;

namespace {

template <class Read>
bool is_refused_with_reasons(const Read& read)
{
    if (read) {
        return false;
    }
    test::claim(!read.error().empty(), "a refusal says why");
    for (const auto& fault : read.error()) {
        test::claim(!fault.what.empty() && !fault.instead.empty(), "each fault says what, and what instead");
    }
    return true;
}

void try_form(std::string_view text)
{
    const auto form = hub::read_form(text);
    if (is_refused_with_reasons(form)) {
        return;
    }
    constexpr domain::CentreDay today{std::chrono::year{2026} / 3 / 3};
    std::set<domain::FieldCode> codes;
    for (const auto* field : domain::fields_of(*form)) {
        test::claim(codes.insert(field->code).second, "a field's code is there once");
        for (const auto& condition : field->shown_when) {
            test::claim(codes.contains(condition.field) && condition.field != field->code,
                        "what shows a field stands before it");
        }
    }
    const auto findings = domain::check_answers(*form, {}, today);
    for (const auto& finding : findings) {
        test::claim(finding.what == domain::Finding::What::missing, "without answers nothing but answers is missing");
    }
    test::claim(domain::facts_of(*form, {}, today).empty(), "and nothing has happened");
}

void try_guideline(std::string_view text)
{
    const auto guideline = hub::read_guideline(text);
    if (is_refused_with_reasons(guideline)) {
        return;
    }
    domain::Circumstances everything;
    for (const auto& cause : guideline->causes) {
        everything.insert(cause.fact);
    }
    test::claim(domain::suggest(*guideline, {}).empty(), "nothing is suggested for nothing");
    for (const auto& suggestion : domain::suggest(*guideline, everything)) {
        test::claim(everything.contains(suggestion.for_what), "a suggestion is for something there");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = test::text_of(data, size);
    try_form(text);
    try_guideline(text);
    static_cast<void>(is_refused_with_reasons(hub::read_tests(text)));
    static_cast<void>(is_refused_with_reasons(hub::read_consent_text(text)));
    return 0;
}
