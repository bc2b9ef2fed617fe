// SPDX-License-Identifier: Apache-2.0
#include "care_case.hpp"

namespace verandah::test {

using namespace domain;
using namespace std::chrono_literals;

namespace {

constexpr CentreDay first_day{std::chrono::year{2026} / 3 / 3};
const Edition form_edition{"check", 1};

Form small_form()
{
    const Choice none{code<ChoiceCode>("none"), {}, {}, {}};
    const Choice symptoms{code<ChoiceCode>("symptoms"), {}, {code<FactCode>("syndrome.genital_ulcer")}, {}};
    Field reason{code<FieldCode>("reason"), {}, ChoiceField{ChoiceField::Of::one, {none, symptoms}}};
    reason.need = Field::Need::required;
    Field note{code<FieldCode>("note"), {}, TextField{}};
    return {{form_edition, "hand-made"}, {}, {{{}, {{{}, {reason, note}}}}}};
}

TestSheet small_sheet()
{
    const TestKind rapid{.code = code<TestCode>("syphilis.rapid"),
                         .label = {},
                         .target = code<TargetCode>("syphilis"),
                         .specimens = {code<SpecimenCode>("blood")},
                         .outcomes = {TestOutcome::negative, TestOutcome::positive},
                         .critical = {},
                         .codings = {}};
    return {{{"tests", 1}, "hand-made"}, {{code<SpecimenCode>("blood"), {}}}, {rapid}, {}};
}

Guideline small_guideline()
{
    Regimen regimen{code<RegimenCode>("penicillin"), code<FactCode>("syndrome.genital_ulcer"), 1, {}};
    regimen.amounts_to = {code<FactCode>("syphilis.dose")};
    regimen.counts = regimen.amounts_to.front();
    regimen.days_apart = 7;
    return {{{"guide", 1}, "hand-made"}, {}, {}, {}, {regimen}};
}

FollowupRules small_rules()
{
    FollowupRule rule{.code = code<FollowupRuleCode>("syphilis.dose_2"),
                      .service = code<FollowupServiceCode>("syphilis"),
                      .label = {},
                      .triggers = {{code<FactCode>("syphilis.dose"), 1}},
                      .due = {7, Period::Unit::days},
                      .completed_by = {{code<FactCode>("syphilis.dose"), 2}},
                      .source = "hand-made"};
    return {{{"followup", 1}, "hand-made"}, {{code<FollowupServiceCode>("syphilis"), {}}}, {rule}};
}

ReferralClocks small_clocks()
{
    return {{{"referrals", 1}, "hand-made"},
            {{.code = code<ReferralServiceCode>("art"),
              .label = {},
              .slip = {},
              .within = 24h * 7,
              .source = "hand-made"}}};
}

ProviderDirectory small_directory()
{
    return {{{.code = code<ProviderCode>("clinic-2"),
              .name = "Clinic 2",
              .address = "",
              .services = {code<ReferralServiceCode>("art")},
              .last_checked = first_day}}};
}

PartnerRules small_partner_rules()
{
    PartnerRules rules{.about = {{"partners", 1}, "hand-made"}, .reasons = {}};
    rules.reasons = {
        {.code = code<PartnerReasonCode>("genital_ulcer"), .label = {}, .look_back_days = 90, .source = "hand-made"}};
    return rules;
}

std::vector<ConsentText> small_consents()
{
    return {{.about = {.edition = {"consent", 1}, .source = "nobody"}, .ask = {{"en", "May we?"}}},
            {.about = {.edition = {"consent", 2}, .source = "nobody"}, .ask = {{"en", "May we, please?"}}}};
}

} // namespace

CareCase::CareCase()
    : form_{small_form()}, tests_{small_sheet()}, guideline_{small_guideline()}, followup_{small_rules()},
      referrals_{small_clocks()}, providers_{small_directory()}, partners_{small_partner_rules()},
      consents_{small_consents()}, now_{Instant{std::chrono::sys_days{first_day} + 12h}, first_day}
{
}

CareRules CareCase::rules() const
{
    return {{&form_, 1}, {&tests_, 1}, {&guideline_, 1}, followup_, referrals_, providers_, partners_, consents_};
}

std::expected<FileEntry, Refusal> CareCase::decide(const FileEvent& event) const
{
    return decide_entry(file_, event, code<AccountCode>("clinic-1"), now_, rules());
}

FileEntry CareCase::write(const FileEvent& event)
{
    auto entry = decide(event).value();
    domain::apply(file_, entry);
    return entry;
}

CareCase& CareCase::agreed()
{
    write(ConsentSaid{ConsentSaid::Answer::yes, 1});
    return *this;
}

void CareCase::pass(std::chrono::days days)
{
    now_.at += days;
    now_.day = CentreDay{std::chrono::sys_days{now_.day} + days};
}

Answers CareCase::answers(std::string_view reason)
{
    return {{code<FieldCode>("reason"), std::vector{code<ChoiceCode>(reason)}}};
}

EncounterSaved CareCase::encounter(std::uint32_t revision, EncounterSaved::State state, std::string_view reason)
{
    return {EncounterId{1}, revision, form_edition, state, answers(reason), ""};
}

} // namespace verandah::test
