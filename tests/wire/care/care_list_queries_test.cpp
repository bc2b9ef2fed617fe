// SPDX-License-Identifier: Apache-2.0
// What the lists made from all files may be asked for, and everything else that is refused.
#include "shared/wire/messages/care/care_list_messages.hpp"

#include <gtest/gtest.h>

namespace verandah::wire {
namespace {

TEST(ResultQuery, IsReadBackAsItWasWritten)
{
    for (const auto wait : every_result_wait) {
        for (const std::size_t from : {0U, 1U, 200U, 99'999U}) {
            const ResultQuery query{wait, from};
            EXPECT_EQ(decode_result_query(query_text(query)), query) << query_text(query);
        }
    }
}

TEST(ResultQuery, AsksForWhatIsToBeToldUnlessItSaysOtherwise)
{
    EXPECT_EQ(query_text(ResultQuery{}), "");
    EXPECT_EQ(decode_result_query("")->wait, ResultWait::to_tell);
}

TEST(ResultQuery, IsRefusedWithAnythingThatIsNotKnown)
{
    for (const auto* text :
         {"wait=awaited", "?", "?wait", "?wait=", "?wait=told", "?wait=awaited&wait=awaited", "?from=-1", "?from=1x",
          "?from=99999999999999999999", "?from=", "?state=overdue", "?wait=awaited&", "?wait=awaited&x=1"}) {
        EXPECT_FALSE(decode_result_query(text)) << text;
    }
}

TEST(ReferralQuery, IsReadBackAsItWasWritten)
{
    const auto art = domain::ReferralServiceCode::make("art").value();
    for (const auto pressing : domain::every_pressing) {
        for (const auto phase : domain::every_referral_phase) {
            for (const int days : {1, 30, longest_cascade_days}) {
                const ReferralQuery query{pressing, phase, art, std::chrono::days{days}, 200};
                EXPECT_EQ(decode_referral_query(query_text(query)), query) << query_text(query);
            }
        }
    }
    EXPECT_EQ(query_text(ReferralQuery{}), "");
    EXPECT_EQ(decode_referral_query(""), ReferralQuery{});
}

TEST(ReferralQuery, IsRefusedWithAnythingThatIsNotKnown)
{
    for (const auto* text :
         {"?phase=expired", "?phase=", "?phase=traced&phase=traced", "?service=", "?service=HIV", "?issued_within=0",
          "?issued_within=3661", "?issued_within=-30", "?issued_within=30x", "?issued_within=", "?pressing=late",
          "?issued_within=99999999999999999999", "?worker=out-1"}) {
        EXPECT_FALSE(decode_referral_query(text)) << text;
    }
}

constexpr auto row = R"({"counts":{"to_tell":0,"awaited":1},"rows_in_all":1,"rows":[{"file":5,"test":1,
    "test_kind":"ng.naat","specimen":"urine","is_critical":false,"since":7)";

TEST(ResultList, HasRowsWithoutAResult)
{
    const auto list = decode_result_list(std::string{row} + "}]}");
    ASSERT_TRUE(list);
    EXPECT_FALSE(list->rows.front().result);
    EXPECT_EQ(decode_result_list(encode(*list)), *list);
}

TEST(ResultList, IsRefusedWithATitreOfNoResult)
{
    EXPECT_FALSE(decode_result_list(std::string{row} + R"(,"dilution":8}]})"));
    EXPECT_FALSE(decode_result_list(std::string{row} + R"(,"outcome":"maybe"}]})"));
}

} // namespace
} // namespace verandah::wire
