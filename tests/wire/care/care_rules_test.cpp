// SPDX-License-Identifier: Apache-2.0
// The names of the house's rules over the wire.
#include "shared/wire/messages/care/care_rules_messages.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace verandah::wire {
namespace {

using namespace domain;
using Json = nlohmann::json;

CareRulesView some_rules()
{
    const auto hiv = FollowupServiceCode::make("hiv").value();
    return {.services = {{hiv, {{"en", "HIV"}}}},
            .rules = {{FollowupRuleCode::make("hiv.retest").value(), hiv, {{"en", "HIV test again"}, {"hi", "जाँच"}}}},
            .referral_services = {{ReferralServiceCode::make("pep").value(),
                                   {{"en", "PEP"}},
                                   {{"en", "An appointment"}},
                                   std::chrono::hours{72},
                                   domain::ReferralService::Runs::from_exposure}},
            .providers = {{.code = ProviderCode::make("hospital").value(),
                           .name = "The city hospital",
                           .address = "12 Station Road",
                           .services = {ReferralServiceCode::make("pep").value()},
                           .hours = {{std::chrono::Monday, std::chrono::hours{9}, std::chrono::hours{17}}},
                           .languages = {"en"},
                           .last_checked = std::chrono::year{2028} / 2 / 29}},
            .partner_reasons = {{PartnerReasonCode::make("gonorrhoea").value(), {{"en", "Gonorrhoea"}}, 60}},
            .partner_modes = {PartnerMode::client, PartnerMode::dual},
            .partner_modes_when_violence_feared = {PartnerMode::client},
            .most_slips = 10};
}

TEST(CareRulesView, ReadsBackAsItWasWritten)
{
    EXPECT_EQ(decode_care_rules_view(encode(some_rules())), some_rules());
    EXPECT_EQ(decode_care_rules_view(encode(CareRulesView{})), CareRulesView{});
}

TEST(CareRulesView, IsRefusedWithAFieldMissingOrOfAnotherKind)
{
    const auto right = Json::parse(encode(some_rules()));
    for (const auto& [field, value] : right.items()) {
        for (const Json& wrong : {Json(nullptr), Json(true), Json("x"), Json(-1), Json::array({1})}) {
            auto attacked = right;
            attacked[field] = wrong;
            EXPECT_FALSE(decode_care_rules_view(attacked.dump())) << attacked;
        }
        auto without = right;
        without.erase(field);
        EXPECT_FALSE(decode_care_rules_view(without.dump())) << field;
    }
    auto late = right;
    late["providers"][0]["hours"][0]["to"] = 1440;
    EXPECT_FALSE(decode_care_rules_view(late.dump()));
}

} // namespace
} // namespace verandah::wire
