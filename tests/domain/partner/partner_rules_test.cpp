// SPDX-License-Identifier: Apache-2.0
// When slips for partners may be given, and when not.
#include "shared/domain/partner/partner_rules.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using Why = Refusal::Why;

const auto discharge = PartnerReasonCode::make("urethral_discharge").value();

PartnerRules rules()
{
    return {.about = {{"made_up", 1}, "made up"},
            .reasons = {{.code = discharge, .label = {}, .look_back_days = 60, .source = "made up"}}};
}
PartnerRules all_modes()
{
    auto offered = rules();
    offered.modes = {every_partner_mode.begin(), every_partner_mode.end()};
    return offered;
}
SlipsGiven slips(PartnerMode mode = PartnerMode::client, ViolenceEnquiry violence = ViolenceEnquiry::none_feared)
{
    return {.reason = discharge,
            .look_back_days = 60,
            .mode = mode,
            .count = 2,
            .opt_in = OptIn::offered_and_agreed,
            .violence = violence};
}
std::optional<Why> refused(const SlipsGiven& given, const PartnerRules& by = rules())
{
    const auto answer = may_give(given, by);
    return answer ? std::nullopt : std::optional{answer.error().why};
}

TEST(PartnerSlips, AreHersToGiveUnlessTheCentreOffersMore)
{
    EXPECT_EQ(refused(slips()), std::nullopt);
    for (const auto mode : {PartnerMode::contract, PartnerMode::dual, PartnerMode::provider}) {
        EXPECT_EQ(refused(slips(mode)), Why::not_allowed) << word(mode);
        EXPECT_EQ(refused(slips(mode), all_modes()), std::nullopt) << word(mode);
    }
}

TEST(PartnerSlips, StayInHerHandsWhenViolenceIsFearedOrNotSpokenOf)
{
    for (const auto answer : {ViolenceEnquiry::feared, ViolenceEnquiry::no_answer}) {
        EXPECT_EQ(refused(slips(PartnerMode::client, answer), all_modes()), std::nullopt) << word(answer);
        EXPECT_EQ(refused(slips(PartnerMode::dual, answer), all_modes()), Why::not_allowed) << word(answer);
        EXPECT_EQ(refused(slips(PartnerMode::provider, answer), all_modes()), Why::not_allowed) << word(answer);
    }
}

TEST(PartnerSlips, GoAsFarBackAsTheTableSays)
{
    auto longer = slips();
    longer.look_back_days = 90;
    EXPECT_EQ(refused(longer), Why::invalid_input);
    auto unknown = slips();
    unknown.reason = PartnerReasonCode::make("hiccups").value();
    EXPECT_EQ(refused(unknown), Why::not_found);
}

TEST(PartnerSlips, AreAtLeastOneAndNotTooMany)
{
    for (const int count : {-1, 0, 11}) {
        auto given = slips();
        given.count = count;
        EXPECT_EQ(refused(given), Why::invalid_input) << count;
    }
    auto most = slips();
    most.count = 10;
    EXPECT_EQ(refused(most), std::nullopt);
}

TEST(PartnerSlips, HaveNoMoreCounterfoilsThanSlips)
{
    auto given = slips();
    given.counterfoils.resize(2);
    EXPECT_EQ(refused(given), std::nullopt);
    given.counterfoils.resize(3);
    EXPECT_EQ(refused(given), Why::invalid_input);
}

TEST(PartnerWords, ReadBackAsWhatTheySay)
{
    for (const auto each : every_partner_mode) {
        EXPECT_EQ(partner_mode_from(word(each)), each);
    }
    for (const auto each : every_opt_in) {
        EXPECT_EQ(opt_in_from(word(each)), each);
    }
    for (const auto each : every_violence_enquiry) {
        EXPECT_EQ(violence_enquiry_from(word(each)), each);
    }
}

} // namespace
} // namespace verandah::domain
