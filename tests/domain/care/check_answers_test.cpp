// SPDX-License-Identifier: Apache-2.0
// What a form says to answers, rule by rule.
#include "shared/domain/care/check_answers.hpp"
#include "tests/domain/care/forms.hpp"

#include <gmock/gmock.h>

namespace verandah::domain {
namespace {

using namespace test;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using What = Finding::What;
using enum ChoiceField::Of;

constexpr CentreDay tomorrow{2026y / 3 / 4};
constexpr CentreDay yesterday{2026y / 3 / 2};

AmountField heat()
{
    return {.unit = "°C", .least{30'000}, .most{45'000}, .plausible_least{35'500}, .plausible_most{41'000}, .step{100}};
}

Field required(Field field)
{
    field.need = Field::Need::required;
    return field;
}

Field shown_when(Field field, Condition condition)
{
    field.shown_when.push_back(std::move(condition));
    return field;
}

std::vector<Finding> check(std::vector<Field> fields, const Answers& answers)
{
    return check_answers(form_of(std::move(fields)), answers, today);
}

Finding about(std::string_view field, What what)
{
    return {field_code(field), what};
}

const Field reason = field("reason", choices(one, {"well", "ill"}));
const Field signs = field("signs", choices(many, {"ulcer", "pain", "none"}));

TEST(CheckAnswers, MissWhatIsRequiredAndNothingElse)
{
    EXPECT_THAT(check({required(reason), signs}, {}), ElementsAre(about("reason", What::missing)));
    EXPECT_THAT(check({required(reason), signs}, {{field_code("reason"), chosen({"ill"})}}), IsEmpty());
}

TEST(CheckAnswers, TakeNoChoiceAndNoWordsForNoAnswer)
{
    EXPECT_THAT(check({required(reason)}, {{field_code("reason"), chosen({})}}),
                ElementsAre(about("reason", What::missing)));
    EXPECT_THAT(check({required(field("note", TextField{}))}, {{field_code("note"), std::string{}}}),
                ElementsAre(about("note", What::missing)));
}

TEST(CheckAnswers, MissWhatIsRequiredWhenItIsAndOnlyThen)
{
    auto asked = signs;
    asked.need = Field::Need::required_when;
    asked.required_when = {any_of("reason", {"ill"})};

    EXPECT_THAT(check({reason, asked}, {{field_code("reason"), chosen({"well"})}}), IsEmpty());
    EXPECT_THAT(check({reason, asked}, {{field_code("reason"), chosen({"ill"})}}),
                ElementsAre(about("signs", What::missing)));
}

TEST(CheckAnswers, DoNotMissWhatIsNotShown)
{
    EXPECT_THAT(check({reason, shown_when(required(signs), any_of("reason", {"ill"}))},
                      {{field_code("reason"), chosen({"well"})}}),
                IsEmpty());
}

TEST(CheckAnswers, RefuseAnAnswerToWhatWasNotAsked)
{
    EXPECT_THAT(check({reason, shown_when(signs, any_of("reason", {"ill"}))},
                      {{field_code("reason"), chosen({"well"})}, {field_code("signs"), chosen({"pain"})}}),
                ElementsAre(about("signs", What::not_asked)));
}

TEST(CheckAnswers, CountAHiddenAnswerForNothingFurtherDown)
{
    const auto first = shown_when(signs, any_of("reason", {"ill"}));
    const auto second = shown_when(required(field("where", TextField{})), any_of("signs", {"pain"}));

    EXPECT_THAT(check({reason, first, second},
                      {{field_code("reason"), chosen({"well"})}, {field_code("signs"), chosen({"pain"})}}),
                ElementsAre(about("signs", What::not_asked))); // and "where" is not missed
}

TEST(CheckAnswers, RefuseAFieldThatIsNotInTheForm)
{
    EXPECT_THAT(check({reason}, {{field_code("colour"), chosen({"red"})}}),
                ElementsAre(about("colour", What::unknown_field)));
}

TEST(CheckAnswers, RefuseAnAnswerOfAnotherKind)
{
    EXPECT_THAT(check({reason}, {{field_code("reason"), Measured{1000}}}),
                ElementsAre(about("reason", What::wrong_kind)));
    EXPECT_THAT(check({field("heat", heat())}, {{field_code("heat"), std::string{"37"}}}),
                ElementsAre(about("heat", What::wrong_kind)));
}

TEST(CheckAnswers, RefuseAChoiceThatIsNotThereOrIsThereTwice)
{
    EXPECT_THAT(check({signs}, {{field_code("signs"), chosen({"fever"})}}),
                ElementsAre(about("signs", What::unknown_choice)));
    EXPECT_THAT(check({signs}, {{field_code("signs"), chosen({"pain", "pain"})}}),
                ElementsAre(about("signs", What::unknown_choice)));
}

TEST(CheckAnswers, RefuseTwoOfOne)
{
    EXPECT_THAT(check({reason}, {{field_code("reason"), chosen({"well", "ill"})}}),
                ElementsAre(about("reason", What::too_many)));
}

TEST(CheckAnswers, RefuseAnythingBesideWhatStandsAlone)
{
    auto alone = choices(many, {"ulcer", "pain", "none"});
    alone.alone = choice_code("none");

    EXPECT_THAT(check({field("signs", alone)}, {{field_code("signs"), chosen({"none"})}}), IsEmpty());
    EXPECT_THAT(check({field("signs", alone)}, {{field_code("signs"), chosen({"ulcer", "pain"})}}), IsEmpty());
    EXPECT_THAT(check({field("signs", alone)}, {{field_code("signs"), chosen({"pain", "none"})}}),
                ElementsAre(about("signs", What::too_many)));
}

TEST(CheckAnswers, RefuseBeyondTheLimitsAndAskBeyondThePlausible)
{
    const auto heat_of = [](std::int64_t thousandths) {
        return check({field("heat", heat())}, {{field_code("heat"), Measured{thousandths}}});
    };
    EXPECT_THAT(heat_of(29'999), ElementsAre(about("heat", What::out_of_limits)));
    EXPECT_THAT(heat_of(30'000), ElementsAre(about("heat", What::implausible)));
    EXPECT_THAT(heat_of(35'500), IsEmpty());
    EXPECT_THAT(heat_of(41'000), IsEmpty());
    EXPECT_THAT(heat_of(41'001), ElementsAre(about("heat", What::implausible)));
    EXPECT_THAT(heat_of(45'001), ElementsAre(about("heat", What::out_of_limits)));
}

TEST(CheckAnswers, LetOnlyTheImplausibleBeConfirmed)
{
    EXPECT_TRUE(is_warning(What::implausible));
    for (const auto what : {What::missing, What::not_asked, What::unknown_field, What::wrong_kind, What::unknown_choice,
                            What::too_many, What::out_of_limits, What::too_long}) {
        EXPECT_FALSE(is_warning(what)) << word(what);
    }
}

TEST(CheckAnswers, CountCharactersOfAnyScript)
{
    const auto note = field("note", TextField{.longest = 3});
    EXPECT_THAT(check({note}, {{field_code("note"), std::string{"घाव"}}}), IsEmpty());
    EXPECT_THAT(check({note}, {{field_code("note"), std::string{"قرحة"}}}), ElementsAre(about("note", What::too_long)));
}

TEST(CheckAnswers, RefuseADayOnTheWrongSideOfTodayAndOneThatIsNone)
{
    using enum DayField::When;
    const auto day_of = [](DayField::When when, CentreDay day) {
        return check({field("day", DayField{when})}, {{field_code("day"), day}});
    };
    EXPECT_THAT(day_of(up_to_today, today), IsEmpty());
    EXPECT_THAT(day_of(up_to_today, tomorrow), ElementsAre(about("day", What::out_of_limits)));
    EXPECT_THAT(day_of(from_today, today), IsEmpty());
    EXPECT_THAT(day_of(from_today, yesterday), ElementsAre(about("day", What::out_of_limits)));
    EXPECT_THAT(day_of(any, 2027y / 2 / 29), ElementsAre(about("day", What::out_of_limits)));
}

TEST(CheckAnswers, RefuseAnExposureOfNextWeek)
{
    const auto at = [](Instant instant) { return check({field("at", InstantField{})}, {{field_code("at"), instant}}); };
    EXPECT_THAT(at(std::chrono::sys_days{today} + 20h), IsEmpty());
    EXPECT_THAT(at(std::chrono::sys_days{today} + 24h * 7), ElementsAre(about("at", What::out_of_limits)));
    EXPECT_THAT(at(std::chrono::sys_days{1990y / 1 / 1}), ElementsAre(about("at", What::out_of_limits)));
}

TEST(Conditions, HoldAsTheySay)
{
    using Is = Condition::Is;
    const auto asked_after = [](Condition condition, const Answers& answers) {
        const auto form = form_of({signs, field("heat", heat()), shown_when(field("more", TextField{}), condition)});
        return is_shown(form, field_code("more"), answers);
    };
    const Answers pain{{field_code("signs"), chosen({"pain"})}};
    const Answers hot{{field_code("heat"), Measured{39'000}}};
    auto none_of = any_of("signs", {"pain"});
    none_of.is = Is::none_of;
    const auto heat_is = [](Is is) { return Condition{field_code("heat"), is, {}, Measured{39'000}}; };

    EXPECT_TRUE(asked_after(any_of("signs", {"ulcer", "pain"}), pain));
    EXPECT_FALSE(asked_after(any_of("signs", {"ulcer"}), pain));
    EXPECT_FALSE(asked_after(none_of, pain));
    EXPECT_TRUE(asked_after(none_of, {}));
    EXPECT_TRUE(asked_after(heat_is(Is::answered), hot));
    EXPECT_FALSE(asked_after(heat_is(Is::answered), pain));
    EXPECT_TRUE(asked_after(heat_is(Is::at_least), hot));
    EXPECT_FALSE(asked_after(heat_is(Is::below), hot));
    EXPECT_FALSE(asked_after(heat_is(Is::below), {}));
}

TEST(FactsOfAnswers, AreThoseOfWhatWasChosenInTheOrderOfTheForm)
{
    const auto history = facts_of(form_of({signs}), {{field_code("signs"), chosen({"pain", "ulcer"})}}, today);

    EXPECT_THAT(history,
                ElementsAre(Fact{fact_code("chose.ulcer"), today, {}}, Fact{fact_code("chose.pain"), today, {}}));
}

TEST(FactsOfAnswers, CarryAnAmountAsTheirValueAndLeaveNothingOut)
{
    auto condoms =
        field("condoms",
              AmountField{
                  .unit = "", .least{0}, .most{500'000}, .plausible_least{0}, .plausible_most{200'000}, .step{10'000}});
    condoms.fact = fact_code("given.condom");

    EXPECT_THAT(facts_of(form_of({condoms}), {{field_code("condoms"), Measured{20'000}}}, today),
                ElementsAre(Fact{fact_code("given.condom"), today, 20}));
    EXPECT_THAT(facts_of(form_of({condoms}), {{field_code("condoms"), Measured{0}}}, today), IsEmpty());
    EXPECT_THAT(facts_of(form_of({condoms}), {{field_code("condoms"), Measured{501'000}}}, today), IsEmpty());
}

TEST(FactsOfAnswers, HappenOnTheDayThatWasAnswered)
{
    auto last_test = field("last_test", DayField{});
    last_test.fact = fact_code("test.hiv.elsewhere");

    EXPECT_THAT(facts_of(form_of({last_test}), {{field_code("last_test"), yesterday}}, today),
                ElementsAre(Fact{fact_code("test.hiv.elsewhere"), yesterday, {}}));
}

} // namespace
} // namespace verandah::domain
