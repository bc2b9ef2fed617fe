// SPDX-License-Identifier: Apache-2.0
// Cards at the hub: minted once, found again, revoked, replaced, and never told apart at the kiosk.
#include "tests/hub/desk_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace verandah::hub {
namespace {

using wire::DeviceKind;
using enum wire::DeviceKind;
using testing::HasSubstr;
using testing::Not;

std::string token_body(char digit)
{
    return R"({"token":")" + std::string(32, digit) + R"("})";
}

class Cards : public test::DeskHouse {
protected:
    wire::Response check_in_with(const std::string& code, const std::string& service = "nurse")
    {
        return post(kiosk, "/v1/check-ins", R"({"services":[")" + service + R"("],"card":")" + code + R"("})");
    }
    wire::CheckInReceipt number_for(const std::string& code)
    {
        return wire::decode_check_in_receipt(check_in_with(code).body).value();
    }
    wire::Response revoke(const std::string& code)
    {
        return post(console, "/v1/cards/revoke", R"({"card":")" + code + R"("})");
    }
    wire::Response replace(const std::string& code, char token)
    {
        return post(console, "/v1/cards/replace",
                    R"({"card":")" + code + R"(","token":")" + std::string(32, token) + R"("})");
    }
};

/// The names in an answer, without what stands there.
std::vector<std::string> shape_of(const wire::Response& answer)
{
    std::vector<std::string> names{std::to_string(answer.status), answer.content_type};
    const auto body = nlohmann::json::parse(answer.body);
    for (const auto& [name, value] : body.items()) {
        names.push_back(name);
    }
    return names;
}

TEST_F(Cards, AreTheSameWhenTheSameTokenIsMintedTwice)
{
    const auto before = card('a');
    const auto events_before = events();

    EXPECT_EQ(card('a'), before);
    EXPECT_EQ(events(), events_before);
}

TEST_F(Cards, AreOthersForOtherTokens)
{
    EXPECT_NE(card('a'), card('b'));
}

TEST_F(Cards, AreNotMintedUnderAKeyThatMintedAnother)
{
    const auto key = fresh_key();
    ASSERT_EQ(post_with_key(kiosk, "/v1/cards", token_body('a'), key).status, 201);

    EXPECT_EQ(post_with_key(kiosk, "/v1/cards", token_body('b'), key).status, 409);
    EXPECT_EQ(post_with_key(kiosk, "/v1/cards", token_body('a'), key).status, 201);
}

TEST_F(Cards, AreNotSaidToBeRevokedUnderAKeyThatRevokedAnother)
{
    const auto first = card('a');
    const auto second = card('b');
    const auto key = fresh_key();
    ASSERT_EQ(post_with_key(console, "/v1/cards/revoke", R"({"card":")" + first + R"("})", key).status, 200);

    EXPECT_EQ(post_with_key(console, "/v1/cards/revoke", R"({"card":")" + second + R"("})", key).status, 409);
}

TEST_F(Cards, BringTheSameNumberWhileItsTicketIsOpen)
{
    const auto code = card('a');
    const auto first = number_for(code);

    EXPECT_EQ(number_for(code).ticket, first.ticket);
    EXPECT_EQ(number_for(code).number, first.number);
}

TEST_F(Cards, BringBackInLineWhoeverWasAway)
{
    const auto code = card('a');
    const auto first = number_for(code);
    const auto path = "/v1/tickets/" + std::to_string(first.ticket.value()) + "/away";
    ASSERT_EQ(post(console, "/v1/stations/room-1/call-next", R"({"if_busy":"refuse"})").status, 200);
    ASSERT_EQ(post(console, path).status, 200);

    EXPECT_EQ(number_for(code).number, first.number);
    const auto line = wire::decode_line_view(get(console, "/v1/line").body).value();
    EXPECT_EQ(line.tickets.front().ticket.now.state, domain::TicketState::returning);
}

TEST_F(Cards, BringANewNumberOnceTheirTicketIsClosed)
{
    const auto code = card('a');
    const auto first = number_for(code);
    ASSERT_EQ(post(console, "/v1/tickets/" + std::to_string(first.ticket.value()) + "/left").status, 200);

    EXPECT_NE(number_for(code).number, first.number);
}

TEST_F(Cards, ThatAreKnownUnknownRevokedOrForeignAreAnsweredAlike)
{
    const auto none = post(kiosk, "/v1/check-ins", R"({"services":["nurse"]})");
    const auto known = card('a');
    const auto revoked = card('b');
    ASSERT_EQ(revoke(revoked).status, 200);
    const vault::CardKeeper elsewhere{vault::HubKey::make()};
    const auto foreign = elsewhere.mint(vault::random_bytes<16>()).text();
    const auto unknown = domain::CardCode{vault::random_bytes<16>(), vault::random_bytes<8>()}.text();

    for (const auto& code : {known, revoked, foreign, unknown}) {
        const auto before = events();
        EXPECT_EQ(shape_of(check_in_with(code)), shape_of(none));
        EXPECT_EQ(events(), before + 1);
    }
}

TEST_F(Cards, ThatAreRevokedBringNobodysNumber)
{
    const auto code = card('a');
    const auto first = number_for(code);
    ASSERT_EQ(revoke(code).status, 200);

    EXPECT_NE(number_for(code).number, first.number);
    EXPECT_EQ(revoke(code).status, 404);
}

TEST_F(Cards, ThatAreRevokedAreNotMintedAnew)
{
    ASSERT_EQ(revoke(card('a')).status, 200);

    EXPECT_EQ(post(kiosk, "/v1/cards", token_body('a')).status, 409);
}

TEST_F(Cards, ThatReplaceAnotherBringItsNumberAndTheOldOneDoesNot)
{
    const auto old_card = card('a');
    const auto first = number_for(old_card);

    const auto fresh = wire::decode_card_receipt(replace(old_card, 'c').body).value().card.text();

    EXPECT_EQ(number_for(fresh).number, first.number);
    EXPECT_NE(number_for(old_card).number, first.number);
}

TEST_F(Cards, AreReplacedOnceThoughItIsAskedTwice)
{
    const auto code = card('a');
    ASSERT_EQ(replace(code, 'c').status, 201);

    EXPECT_EQ(replace(code, 'c').status, 201);
    EXPECT_EQ(replace(code, 'd').status, 404);
}

TEST_F(Cards, CannotReplaceOneByAnotherThatIsInUse)
{
    const auto code = card('a');
    static_cast<void>(card('b'));

    EXPECT_EQ(replace(code, 'b').status, 409);
}

TEST_F(Cards, AreRepeatedInNoRefusal)
{
    const auto code = domain::CardCode{vault::random_bytes<16>(), vault::random_bytes<8>()}.text();

    EXPECT_THAT(revoke(code).body, Not(HasSubstr(code)));
    EXPECT_THAT(replace(code, 'a').body, Not(HasSubstr(code)));
    EXPECT_THAT(check_in_with(code, "singing").body, Not(HasSubstr(code)));
    EXPECT_THAT(check_in_with(code + "A").body, Not(HasSubstr(code)));
}

} // namespace
} // namespace verandah::hub
