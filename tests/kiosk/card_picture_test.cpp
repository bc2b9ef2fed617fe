// SPDX-License-Identifier: Apache-2.0
// A decoder that is not ours reads the card from the kiosk's own picture.
#include "running_kiosk.hpp"
#include "shared/domain/card/card_code.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>

namespace verandah::kiosk {
namespace {

std::string read_by_zbar(const std::filesystem::path& picture)
{
    const std::string command = "zbarimg --quiet --raw '" + picture.string() + "' 2>/dev/null";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe{popen(command.c_str(), "r"), pclose};
    std::array<char, 256> line{};
    return std::fgets(line.data(), line.size(), pipe.get()) != nullptr ? line.data() : "";
}

class CardPicture : public ::testing::TestWithParam<const char*> {};

TEST_P(CardPicture, IsReadByZbarAsACardOfThisHouse)
{
    const test::RunningHub hub;
    test::RunningKiosk kiosk{hub, GetParam()};
    kiosk.play({R"(press "I have no card" 30)", R"(press "See a nurse")", R"(press "Get my number")",
                R"(press "Yes, show me a card")", R"(wait "Your card for next time" 20)",
                "picture " + kiosk.file("card.png").string()});

    const std::string text = read_by_zbar(kiosk.file("card.png"));

    EXPECT_TRUE(domain::CardCode::parse(text)) << '"' << text << '"';
}

INSTANTIATE_TEST_SUITE_P(Shapes, CardPicture, ::testing::Values("1080x1920", "1280x800"),
                         [](const auto& each) { return "in_" + std::string{each.param}; });

} // namespace
} // namespace verandah::kiosk
