// SPDX-License-Identifier: Apache-2.0
// What passes between the clinic and an outreach worker, as JSON: read strictly.
#include "shared/wire/messages/care/tracing_messages.hpp"

#include <gtest/gtest.h>

#include <string>

namespace verandah::wire {
namespace {

TEST(TracingAnswer, IsRefusedWithAnEndThatItsOutcomeCannotHaveTold)
{
    EXPECT_FALSE(decode_tracing_answer(R"({"outcome":"reached","end":"not_found"})"));
    EXPECT_FALSE(decode_tracing_answer(R"({"outcome":"reached","end":"died"})"));
    EXPECT_FALSE(decode_tracing_answer(R"({"outcome":"not_reached","end":"will_come"})"));
    EXPECT_TRUE(decode_tracing_answer(R"({"outcome":"informant","end":"died"})"));
    EXPECT_TRUE(decode_tracing_answer(R"({"outcome":"not_reached"})"));
}

TEST(TracingAnswer, IsRefusedWhenItSaysSomethingElse)
{
    for (const auto* body :
         {"", "{}", "[]", R"({"outcome":"found"})", R"({"outcome":"reached","end":7})", R"({"outcome":["reached"]})",
          R"({"outcome":"reached","words":"she lives at"})", R"({"outcome":"reached","outcome":"reached"})"}) {
        EXPECT_FALSE(decode_tracing_answer(body)) << body;
    }
}

TEST(TracingList, IsRefusedWithARowThatIsNotWhole)
{
    const auto list = [](const std::string& row) {
        return decode_tracing_list(R"({"rows_in_all":1,"out_of_reach":0,"rows":[)" + row + "]}");
    };
    EXPECT_TRUE(list(R"({"tracing":7,"given_at":1,"expected_on":"2026-03-03","attempts":0})"));
    for (const auto* row :
         {R"({"given_at":1,"expected_on":"2026-03-03","attempts":0})",
          R"({"tracing":0,"given_at":1,"expected_on":"2026-03-03","attempts":0})",
          R"({"tracing":7,"given_at":1,"expected_on":"2026-02-30","attempts":0})",
          R"({"tracing":7,"given_at":1,"expected_on":"2026-03-03","attempts":4})",
          R"({"tracing":7,"given_at":1,"expected_on":"2026-03-03","attempts":0,"file":9})",
          R"({"tracing":7,"given_at":1,"expected_on":"2026-03-03","attempts":0,"told":{"outcome":"reached"}})"}) {
        EXPECT_FALSE(list(row)) << row;
    }
}

} // namespace
} // namespace verandah::wire
