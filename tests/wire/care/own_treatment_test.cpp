// SPDX-License-Identifier: Apache-2.0
// What was prescribed outside the table, on its way: read as it was written, and nothing of another shape.
#include "shared/wire/messages/care/file_messages.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace verandah::wire {
namespace {

domain::Prescribed prescribed(std::optional<domain::OwnTreatment> own)
{
    return {.prescription = domain::PrescriptionId{1},
            .guideline = {"syndromic", 3},
            .regimen = domain::RegimenCode::make("own").value(),
            .for_what = domain::FactCode::make("syndrome.genital_warts").value(),
            .doses = 1,
            .against = "कुछ और नहीं है",
            .own = std::move(own)};
}

domain::OwnTreatment tablets()
{
    return {.commodity = domain::CommodityCode::make("aciclovir.400mg").value(),
            .units = 15,
            .dose = domain::OwnDose{domain::DrugCode::make("aciclovir").value(), "400 mg",
                                    domain::Frequency::three_daily, 5},
            .words = "بعد الأكل"};
}

std::string body(std::string_view own)
{
    return R"({"event":{"kind":"prescribed","prescription":1,"guideline":{"id":"syndromic","version":3},"regimen":"own",)"
           R"("for_what":"syndrome.genital_warts","doses":1,"against":"because")" +
           std::string{own} + "}}";
}

bool is_read(std::string_view own)
{
    return decode_write_entry_request(body(own)).has_value();
}

TEST(OwnTreatmentMessage, IsReadAsItWasWritten)
{
    for (const auto& own : {std::optional<domain::OwnTreatment>{}, std::optional{tablets()},
                            std::optional{domain::OwnTreatment{.words = "Podophyllotoxin"}}}) {
        const WriteEntryRequest request{prescribed(own)};

        EXPECT_EQ(decode_write_entry_request(encode(request)), request);
    }
}

TEST(OwnTreatmentMessage, IsNotThereInWhatWasPrescribedFromATable)
{
    EXPECT_EQ(encode(WriteEntryRequest{prescribed(std::nullopt)}).find("own\":"), std::string::npos);
    EXPECT_TRUE(is_read("")); // as entries were written before there was any
}

TEST(OwnTreatmentMessage, RefusesAnotherShape)
{
    EXPECT_TRUE(is_read(R"(,"own":{"words":"x"})"));
    EXPECT_TRUE(is_read(R"(,"own":{"words":"x","commodity":"a","units":1})"));
    for (const std::string_view own :
         {R"(,"own":{})", R"(,"own":[])", R"(,"own":"x")", R"(,"own":{"words":1})", R"(,"own":{"words":"x","more":1})",
          R"(,"own":{"words":"x","commodity":"a"})", R"(,"own":{"words":"x","units":1})",
          R"(,"own":{"words":"x","commodity":"A b","units":1})", R"(,"own":{"words":"x","commodity":"a","units":0})",
          R"(,"own":{"words":"x","commodity":"a","units":1001})", R"(,"own":{"words":"x","dose":{}})",
          R"(,"own":{"words":"x","dose":{"drug":"a","dose":"1 g","frequency":"hourly","days":1}})",
          R"(,"own":{"words":"x","dose":{"drug":"a","dose":"1 g","frequency":"once","days":0}})",
          R"(,"own":{"words":"x","dose":{"drug":"a","dose":"1 g","frequency":"once","days":366}})"}) {
        EXPECT_FALSE(is_read(own)) << own;
    }
    EXPECT_FALSE(is_read(R"(,"own":{"words":")" + std::string(501, 'x') + "\"}"));
}

} // namespace
} // namespace verandah::wire
