// SPDX-License-Identifier: Apache-2.0
// Forms and guidelines on the wire: there and back, and what is refused.
#include "shared/wire/messages/care/form_messages.hpp"
#include "shared/wire/messages/care/guidance_messages.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <string>

namespace verandah::wire {
namespace {

constexpr std::string_view forms =
    R"({"form":{"id":"small","version":1},"forms":[{"id":"small","source":"nobody","steps":[
{"sections":[{"fields":[
{"choices":[{"code":"a","codes":[{"code":"A53.9","system":"icd10"}],"facts":["visit.a"],"label":{"en":"A"}}],"code":"reason",
"label":{"en":"Why","hi":"क्यों"},"need":"required","required_when":[],"shown_when":[],"type":"many"},
{"code":"heat","fact":"heat","label":{"en":"Heat"},"least":30000,"most":45000,"need":"optional","plausible_least":35500,
"plausible_most":41000,"required_when":[],"shown_when":[{"amount":0,"choices":["a"],"field":"reason","is":"any_of"}],
"step":100,"type":"amount","unit":"°C"},
{"code":"note","label":{"en":"Note"},"longest":300,"need":"required_when","required_when":[{"amount":39500,"choices":[],
"field":"heat","is":"at_least"}],"shown_when":[],"type":"text"},
{"code":"next","label":{"en":"Next"},"need":"optional","required_when":[],"shown_when":[],"type":"day","when":"from_today"},
{"code":"at","label":{"en":"At"},"need":"optional","required_when":[],"shown_when":[],"type":"instant"}
],"title":{"en":"Why"}}],"title":{"en":"Today"}}],"title":{"en":"A visit"},"to_confirm":true,"version":1}],
"test_sheet":{"id":"tests","version":2},"tests":[{"id":"tests","kinds":[{"code":"hiv","codes":[],"critical":["positive"],
"label":{"en":"HIV"},"method":"point_of_care","results":["negative","positive"],"specimens":["blood"],
"strategy":"hiv_three_assays","target":"hiv","titre":false}],"panels":[{"label":{"en":"Both"},"tests":["hiv"]}],
"source":"nobody","specimens":[{"code":"blood","label":{"en":"Blood"}}],"to_confirm":false,"version":2}],
"consent":{"ask":{"en":"May we?","hi":"क्या हम?"},"id":"consent","source":"nobody","to_confirm":true,"version":3}})";

constexpr std::string_view guidance = R"({"guideline":{"id":"small","version":1},"guidelines":[{"causes":[{"codes":[],
"fact":"syndrome.ulcer","label":{"en":"Ulcer"}}],"circumstances":[{"codes":[],"fact":"allergy.x","label":{"en":"X"}}],
"id":"small","regimens":[{"careful_with":[],"drugs":[{"days":1,"dose":"2.4 MIU","doses":3,"drug":"penicillin",
"frequency":"weekly","name":{"en":"Penicillin"},"route":"im"}],"facts":["treated.ulcer"],"for":"syndrome.ulcer","id":"u.1",
"line":1,"not_with":["allergy.x"],"note":{},"only_with":[]}],"source":"nobody","title":{"en":"G"},"to_confirm":true,
"version":1}]})";

std::string with(std::string_view text, std::string_view from, std::string_view to)
{
    std::string changed{text};
    return changed.replace(changed.find(from), from.size(), to);
}

TEST(FormMessages, ComeBackAsTheyWere)
{
    const auto view = decode_forms_view(forms);

    ASSERT_TRUE(view) << view.error().detail;
    EXPECT_EQ(decode_forms_view(encode(*view)), view);
    EXPECT_EQ(nlohmann::json::parse(encode(*view)), nlohmann::json::parse(forms));
}

TEST(GuidanceMessages, ComeBackAsTheyWere)
{
    const auto view = decode_guidance_view(guidance);

    ASSERT_TRUE(view) << view.error().detail;
    EXPECT_EQ(decode_guidance_view(encode(*view)), view);
    EXPECT_EQ(nlohmann::json::parse(encode(*view)), nlohmann::json::parse(guidance));
}

TEST(FormMessages, SayWhatAFieldIsToTheRecordAndTheCodesOfResultsOnlyWhereThereIsSomethingToSay)
{
    auto said = with(forms, R"("type":"instant"})", R"("type":"instant","role":"exposure"})");
    said = with(said, R"("titre":false)",
                R"("titre":false,"titre_codes":[{"system":"loinc","code":"31147-2"}],"positive_codes":[{"system":)"
                R"("icd10","code":"Z21"}])");

    const auto view = decode_forms_view(said);

    ASSERT_TRUE(view) << view.error().detail;
    EXPECT_EQ(nlohmann::json::parse(encode(*view)), nlohmann::json::parse(said));
    EXPECT_EQ(domain::fields_of(view->forms.front()).back()->role, domain::Field::Role::exposure);
    EXPECT_FALSE(decode_forms_view(with(said, R"("role":"exposure")", R"("role":"witness")")));
}

TEST(GuidanceMessages, SayHowACourseGoesOnOnlyWhereItIsOne)
{
    const auto said = with(guidance, R"("note":{})", R"("days_apart":7,"counts":"treated.ulcer","note":{})");

    const auto view = decode_guidance_view(said);

    ASSERT_TRUE(view) << view.error().detail;
    EXPECT_EQ(nlohmann::json::parse(encode(*view)), nlohmann::json::parse(said));
    EXPECT_EQ(view->guidelines.front().regimens.front().days_apart, 7);
    EXPECT_FALSE(decode_guidance_view(with(said, R"("days_apart":7)", R"("days_apart":0)")));
    EXPECT_FALSE(decode_guidance_view(with(said, R"("counts":"treated.ulcer")", R"("counts":"Treated")")));
}

TEST(FormMessages, RefuseWhatIsNotAForm)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> changes{{
        {R"("type":"many")", R"("type":"some")"},
        {R"("need":"required")", R"("need":"perhaps")"},
        {R"("is":"any_of")", R"("is":"is")"},
        {R"("least":30000)", R"("least":30000.5)"},
        {R"("longest":300)", R"("longest":0)"},
        {R"("longest":300)", R"("longest":300,"most":1)"},
        {R"("when":"from_today")", R"("when":"soon")"},
        {R"("code":"reason")", R"("code":"Reason")"},
        {R"("system":"icd10")", R"("system":"icd9")"},
        {R"({"en":"Heat"})", R"({"en":7})"},
        {R"("results":["negative","positive"])", R"("results":["negative","maybe"])"},
        {R"("strategy":"hiv_three_assays")", R"("strategy":"guess")"},
        {R"("to_confirm":true)", R"("to_confirm":"yes")"},
        {R"("form":{"id":"small","version":1})", R"("form":{"id":"small"})"},
    }};
    for (const auto& [from, to] : changes) {
        EXPECT_FALSE(decode_forms_view(with(forms, from, to))) << to;
    }
}

TEST(GuidanceMessages, RefuseWhatIsNotAGuideline)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> changes{{
        {R"("route":"im")", R"("route":"nasal")"},
        {R"("frequency":"weekly")", R"("frequency":"often")"},
        {R"("line":1)", R"("line":0)"},
        {R"("days":1)", R"("days":1000)"},
        {R"("for":"syndrome.ulcer")", R"("for":"syndrome..ulcer")"},
        {R"("note":{})", R"("note":[])"},
        {R"("version":1})", R"("version":1,"more":1})"},
    }};
    for (const auto& [from, to] : changes) {
        EXPECT_FALSE(decode_guidance_view(with(guidance, from, to))) << to;
    }
}

TEST(FormMessages, RefuseAFormThatEndsAnywhere)
{
    for (std::size_t end = 0; end < forms.size(); end += 31) {
        EXPECT_FALSE(decode_forms_view(forms.substr(0, end)));
    }
}

} // namespace
} // namespace verandah::wire
