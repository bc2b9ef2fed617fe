// SPDX-License-Identifier: Apache-2.0
// A printed slip, read back by programs that did not draw it.
#include "clinic/console/paper/slip_file.hpp"
#include "tests/support/painted_code.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>

namespace verandah::console {
namespace {

using testing::HasSubstr;
using testing::Not;

domain::CounterfoilCode some_code()
{
    domain::CounterfoilCode::Token token{};
    unsigned char next = 7;
    for (auto& byte : token) {
        byte = std::byte{next = static_cast<unsigned char>(next * 5 + 3)};
    }
    return domain::CounterfoilCode{token};
}

Slip english()
{
    return {.title = "Please welcome whoever brings this slip",
            .what = "An appointment at a clinic",
            .where_label = "Where",
            .where = "The city hospital, room 12",
            .address = "12 Station Road, by the post office",
            .when_label = "When",
            .when = {"Monday to Friday 09:00–17:00"},
            .promise = "Nobody is named on this slip.",
            .counterfoil_label = "Bring this part back",
            .counterfoil_note = "It says nothing about you.",
            .code = some_code()};
}

std::string output_of(const std::string& command)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe{popen(command.c_str(), "r"), pclose};
    std::string all;
    std::array<char, 4096> some{};
    for (std::size_t got = 1; got > 0;) {
        got = std::fread(some.data(), 1, some.size(), pipe.get());
        all.append(some.data(), got);
    }
    return all;
}

std::string put(const test::TemporaryFolder& folder, const std::string& name, const std::string& bytes)
{
    const auto path = folder / name;
    std::ofstream{path, std::ios::binary} << bytes;
    return path.string();
}

std::string words_in(const Slip& slip)
{
    const test::TemporaryFolder folder;
    return output_of("pdftotext -layout " + put(folder, "slip.pdf", slip_pdf({&slip, 1})) + " -");
}

TEST(Slip, HasItsWordsAsWordsInThePdf)
{
    const auto words = words_in(english());
    for (const auto* each : {"Please welcome", "An appointment at a clinic", "The city hospital, room 12",
                             "12 Station Road", "Monday to Friday 09:00–17:00", "Bring this part back"}) {
        EXPECT_THAT(words, HasSubstr(each));
    }
}

TEST(Slip, HasItsWordsInAnyScript)
{
    auto slip = english();
    slip.title = "कृपया स्वागत करें";
    slip.what = "क्लिनिक में मुलाक़ात";
    EXPECT_THAT(words_in(slip), testing::AllOf(HasSubstr("कृपया स्वागत करें"), HasSubstr("मुलाक़ात")));

    slip.direction = ui::Direction::right_to_left;
    slip.title = "موعد في عيادة";
    EXPECT_THAT(words_in(slip), testing::AllOf(HasSubstr("موعد في عيادة"), HasSubstr("12 Station Road")));
}

TEST(Slip, HasACounterfoilThatAScannerReads)
{
    for (const auto direction : {ui::Direction::left_to_right, ui::Direction::right_to_left}) {
        auto slip = english();
        slip.direction = direction;
        const test::TemporaryFolder folder;
        const auto pdf = put(folder, "slip.pdf", slip_pdf({&slip, 1}));
        output_of("pdftoppm -png -r 150 -singlefile " + pdf + " " + (folder / "page").string());
        EXPECT_EQ(test::code_in_picture(folder / "page.png"), some_code().text());
        EXPECT_EQ(test::code_in_picture(put(folder, "preview.png", slip_png(slip, 6))), some_code().text());
    }
}

TEST(Slip, HasTheCodeInLettersForWhereNoScannerIs)
{
    EXPECT_THAT(words_in(english()), HasSubstr(some_code().grouped().substr(0, 11)));
}

TEST(Slip, HasNoCounterfoilWithoutACode)
{
    auto slip = english();
    slip.code.reset();
    EXPECT_THAT(words_in(slip), Not(HasSubstr("Bring this part back")));
}

TEST(Slip, IsOneSmallPage)
{
    const test::TemporaryFolder folder;
    const auto about = output_of("pdfinfo " + put(folder, "slip.pdf", slip_pdf(std::array{english()})));
    EXPECT_THAT(about, testing::ContainsRegex("Pages: +1\n"));
    EXPECT_THAT(about, testing::ContainsRegex("Page size: +297[.0-9]* x 419[.0-9]* pts"));
}

TEST(Slip, HasAPageForEachCode)
{
    auto other = english();
    other.code = domain::CounterfoilCode{domain::CounterfoilCode::Token{std::byte{1}}};
    const test::TemporaryFolder folder;
    const auto pdf = put(folder, "slips.pdf", slip_pdf(std::array{english(), other}));
    EXPECT_THAT(output_of("pdfinfo " + pdf), testing::ContainsRegex("Pages: +2\n"));
    output_of("pdftoppm -png -r 150 " + pdf + " " + (folder / "page").string());
    EXPECT_EQ(test::code_in_picture(folder / "page-1.png"), some_code().text());
    EXPECT_EQ(test::code_in_picture(folder / "page-2.png"), other.code->text());
}

TEST(Slip, DoesNotTellWhenItWasMade)
{
    const auto pdf = slip_pdf(std::array{english()});
    EXPECT_EQ(pdf, slip_pdf(std::array{english()}));
    EXPECT_THAT(pdf, HasSubstr("CreationDate (20000101"));
}

TEST(Slip, GetsSmallerWordsRatherThanLosingAny)
{
    auto slip = english();
    for (int line = 0; line < 14; ++line) {
        slip.when.push_back("Tuesday and every other Thursday " + std::to_string(line) + ":00–17:00");
    }
    slip.address = "In the second yard behind the market hall, through the green gate and up the stairs to the left";
    EXPECT_THAT(words_in(slip), testing::AllOf(HasSubstr("Thursday 13:00"), HasSubstr("Nobody is named"),
                                               HasSubstr("Bring this part back")));
}

TEST(SlipLayout, KeepsEverythingOnThePageAndTheCounterfoilBelowTheFold)
{
    const auto page = lay_out(english(), [](std::string_view words, float size, ui::Weight, float width) {
        const float letters = static_cast<float>(words.size()) * size * 0.6F;
        return size * 1.4F * (1 + std::floor(letters / width));
    });
    float fold = 0;
    for (const auto& piece : page.pieces) {
        fold = piece.kind == SlipPiece::Kind::fold ? piece.place.y : fold;
    }
    for (const auto& piece : page.pieces) {
        EXPECT_GE(piece.place.x, 0);
        EXPECT_LE(piece.place.x + piece.place.width, page.size.width);
        EXPECT_LE(piece.place.y + piece.place.height, page.size.height) << piece.words;
        if (piece.kind == SlipPiece::Kind::code) {
            EXPECT_GT(piece.place.y, fold);
        }
    }
}

} // namespace
} // namespace verandah::console
