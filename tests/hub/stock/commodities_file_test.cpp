// SPDX-License-Identifier: Apache-2.0
// The catalogue that the program carries, and faulty ones.
#include "clinic/hub/clinical/clinical_data.hpp"
#include "clinic/hub/clinical/commodities_file.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>

namespace verandah::hub {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view small = R"(id = "small"
version = 3

[[commodity]]
code = "condom.male"
kind = "condom"
label = "Male condoms"
unit = "pieces"
low = 500
source = "a test"
take_away = { pieces = 12, label = "Protection" }

[words.hi]
"Male condoms" = "पुरुष कंडोम"
)";

std::string with(std::string_view from, std::string_view to)
{
    std::string text{small};
    text.replace(text.find(from), from.size(), to);
    return text;
}

/// The first fault's words, and where it stands.
std::string fault_in(const std::string& text)
{
    const auto read = read_commodities(text);
    return read ? "no fault" : read.error().front().text("c.toml");
}

TEST(Commodities, ThatTheProgramCarriesAreWhole)
{
    const auto catalogue = read_commodities(starting_commodities());
    ASSERT_TRUE(catalogue) << catalogue.error().front().text("commodities.1.toml");
    EXPECT_EQ(catalogue->about.edition.version, 1);
    EXPECT_GT(catalogue->commodities.size(), 15U);
    for (const auto& commodity : catalogue->commodities) {
        EXPECT_FALSE(commodity.source.empty()) << commodity.code.view();
        for (const auto* language : {"en", "hi", "ar"}) {
            EXPECT_TRUE(commodity.label.contains(language)) << commodity.code.view() << language;
            EXPECT_TRUE(commodity.unit.contains(language)) << commodity.code.view() << language;
        }
        EXPECT_EQ(commodity.to_confirm,
                  commodity.kind == domain::CommodityKind::medicine ||
                      (commodity.kind == domain::CommodityKind::test && commodity.code.view() != "hiv.self_test"))
            << commodity.code.view();
    }
}

TEST(Commodities, NameNothingAtAKioskThatSaysWhyAnybodyCame)
{
    for (const auto& commodity : starting_catalogue().commodities) {
        if (commodity.take_away) {
            EXPECT_NE(commodity.take_away->label, commodity.label);
            for (const auto& [language, words] : commodity.take_away->label) {
                EXPECT_THAT(words, Not(HasSubstr("HIV"))) << language;
            }
        }
    }
}

TEST(Commodities, AreReadWithTheirTranslations)
{
    const auto catalogue = read_commodities(small).value();
    ASSERT_EQ(catalogue.commodities.size(), 1U);
    const auto& condoms = catalogue.commodities.front();
    EXPECT_EQ(condoms.label.at("hi"), "पुरुष कंडोम");
    EXPECT_EQ(condoms.low, 500);
    EXPECT_EQ(condoms.take_away->pieces, 12);
    EXPECT_FALSE(condoms.to_confirm);
}

TEST(Commodities, AreRefusedWithLineAndReason)
{
    EXPECT_THAT(fault_in(with("kind = \"condom\"", "kind = \"condon\"")), HasSubstr("c.toml:6:"));
    EXPECT_THAT(fault_in(with("kind = \"condom\"", "kind = \"condon\"")), HasSubstr("Did you mean \"condom\"?"));
    EXPECT_THAT(fault_in(with("low = 500", "low = -1")), HasSubstr("low"));
    EXPECT_THAT(fault_in(with("low = 500\n", "")), HasSubstr("has no \"low\""));
    EXPECT_THAT(fault_in(with("pieces = 12", "pieces = 0")), HasSubstr("pieces"));
    EXPECT_THAT(fault_in(with("source = \"a test\"\n", "")), HasSubstr("source"));
    EXPECT_THAT(fault_in(with("unit =", "units =")), HasSubstr("unit"));
    EXPECT_THAT(fault_in(with("\"condom.male\"", "\"Condom male\"")), HasSubstr("code"));
    EXPECT_THAT(fault_in(with("version = 3\n", "")), HasSubstr("version"));
    EXPECT_THAT(fault_in(with("\"Male condoms\" = ", "\"Mail condoms\" = ")), HasSubstr("Did you mean"));
    EXPECT_THAT(fault_in("id = \"none\"\nversion = 1\n"), HasSubstr("[[commodity]]"));
}

std::string with_doses(std::string_view doses)
{
    return with("source = \"a test\"", "source = \"a test\"\ndoses = [" + std::string{doses} + "]");
}

TEST(Commodities, SayWhatADoseTakesOfThem)
{
    const auto catalogue = read_commodities(with_doses(R"({ drug = "azithromycin", dose = "1 g", units = 2 },
        { drug = "azithromycin", dose = "500 mg", units = 1 })"));
    ASSERT_TRUE(catalogue) << catalogue.error().front().text("c.toml");
    const auto azithromycin = domain::DrugCode::make("azithromycin").value();
    EXPECT_THAT(catalogue->commodities.front().doses,
                ElementsAre(domain::DoseUnits{azithromycin, "1 g", 2}, domain::DoseUnits{azithromycin, "500 mg", 1}));
}

TEST(Commodities, SayByWhichFactOfARecordTheyAreGiven)
{
    const auto given_as = [](std::string_view fact) {
        return with("source = \"a test\"", "source = \"a test\"\ngiven_as = " + std::string{fact});
    };
    const auto catalogue = read_commodities(given_as(R"("given.condom")"));
    ASSERT_TRUE(catalogue) << catalogue.error().front().text("c.toml");
    EXPECT_EQ(catalogue->commodities.front().given_as, domain::FactCode::make("given.condom").value());
    EXPECT_THAT(fault_in(given_as(R"("Given condoms")")), HasSubstr("Given condoms"));
    EXPECT_THAT(fault_in(given_as("3")), HasSubstr("given_as"));
}

TEST(Commodities, ThatTheProgramCarriesAreGivenAsWhatItsFormSays)
{
    const auto data = built_in_clinical_data();
    int given = 0;
    for (const auto& commodity : data.catalogue().commodities) {
        if (commodity.given_as) {
            const auto fields = domain::fields_of(data.form());
            EXPECT_TRUE(std::ranges::any_of(fields, [&](const domain::Field* field) {
                return field->fact == commodity.given_as;
            })) << commodity.code.text();
            ++given;
        }
    }
    EXPECT_GE(given, 6);
}

TEST(Commodities, AreRefusedWhereADoseIsFaulty)
{
    constexpr std::string_view right = R"({ drug = "azithromycin", dose = "1 g", units = 2 })";
    EXPECT_EQ(fault_in(with_doses(right)), "no fault");
    const auto faulty = [&](std::string_view from, std::string_view to) {
        std::string dose{right};
        return fault_in(with_doses(dose.replace(dose.find(from), from.size(), to)));
    };
    EXPECT_THAT(faulty("units = 2", "units = 0"), HasSubstr("units"));
    EXPECT_THAT(faulty("units = 2", "units = 101"), HasSubstr("units"));
    EXPECT_THAT(faulty("units = 2", "units = 1.5"), HasSubstr("units"));
    EXPECT_THAT(faulty(", units = 2", ""), HasSubstr("does not say how many"));
    EXPECT_THAT(faulty(", dose = \"1 g\"", ""), HasSubstr("dose"));
    EXPECT_THAT(faulty("drug = \"azithromycin\", ", ""), HasSubstr("drug"));
    EXPECT_THAT(faulty("\"azithromycin\"", "\"Azithro mycin\""), HasSubstr("Azithro mycin"));
    EXPECT_THAT(faulty("units = 2", "unit = 2, units = 2"), HasSubstr("unit"));
    EXPECT_THAT(fault_in(with("source = \"a test\"", "source = \"a test\"\ndoses = 3")), HasSubstr("doses"));
}

TEST(Commodities, AreRefusedWhenADoseOfADrugStandsTwice)
{
    EXPECT_THAT(fault_in(with_doses(R"({ drug = "azithromycin", dose = "1 g", units = 2 },
        { drug = "azithromycin", dose = "1 g", units = 1 })")),
                HasSubstr("stands twice"));
}

TEST(Commodities, HaveNoMoreDosesThanAnybodyWrites)
{
    std::string doses;
    for (std::size_t number = 0; number <= domain::Commodity::most_doses; ++number) {
        doses += "{ drug = \"d\", dose = \"" + std::to_string(number) + " mg\", units = 1 },";
    }
    EXPECT_THAT(fault_in(with_doses(doses)), HasSubstr("one too many"));
}

TEST(Commodities, AreRefusedWithAllTheirFaultsInTheOrderOfTheFile)
{
    auto text = with("kind = \"condom\"", "kind = \"condon\"");
    text.replace(text.find("low = 500"), 9, "low = -1 ");
    const auto read = read_commodities(text);
    ASSERT_FALSE(read);
    ASSERT_EQ(read.error().size(), 2U);
    EXPECT_LT(read.error()[0].place, read.error()[1].place);
}

TEST(Commodities, AreRefusedWhenACodeStandsTwice)
{
    std::string text{small};
    const auto begin = text.find("[[commodity]]");
    const auto section = text.substr(begin, text.find("[words.hi]") - begin);
    text.insert(begin, section);
    EXPECT_THAT(fault_in(text), HasSubstr("condom.male"));
}

TEST(Commodities, OfferNoMoreThanAKioskHasRoomFor)
{
    std::string text{"id = \"x\"\nversion = 1\n"};
    for (int number = 0; number < 5; ++number) {
        text += "[[commodity]]\ncode = \"c" + std::to_string(number) +
                "\"\nkind = \"condom\"\nlabel = \"A\"\nunit = \"pieces\"\nlow = 1\nsource = \"a test\"\n"
                "take_away = { pieces = 1, label = \"B\" }\n";
    }
    EXPECT_THAT(fault_in(text), HasSubstr("more than four"));
}

TEST(Commodities, AreReadOrRefusedWhateverIsDoneToTheirBytes)
{
    const bool held = rc::check("a few bytes of the small catalogue are replaced", [] {
        const std::string marks = "\"'[]{}=,.#\\\n\t\x01 0zU";
        std::string text{small};
        for (auto hits = *rc::gen::inRange(1, 8); hits > 0; --hits) {
            text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::elementOf(marks);
        }
        const auto read = read_commodities(text);
        if (!read) {
            RC_ASSERT(!read.error().empty());
            RC_ASSERT(read.error().front().place.line >= 1);
        }
    });
    EXPECT_TRUE(held);
}

TEST(Commodities, AreReadOrRefusedWhereverTheFileWasCutShort)
{
    for (std::size_t length = 0; length <= small.size(); ++length) {
        const auto read = read_commodities(small.substr(0, length));
        EXPECT_TRUE(read || !read.error().empty()) << length;
    }
}

} // namespace
} // namespace verandah::hub
