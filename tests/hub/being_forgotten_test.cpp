// SPDX-License-Identifier: Apache-2.0
// Being forgotten: asked for at a kiosk that says the same to every card, seen and done at a console by whoever may.
#include "tests/hub/desk_house.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::Role;
using wire::DeviceKind;
using enum wire::DeviceKind;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr auto requests_path = "/v1/forgetting-requests";
constexpr auto forget_path = "/v1/visitors/forget";

std::string with_card(const std::string& code)
{
    return R"({"card":")" + code + R"("})";
}

class BeingForgotten : public test::DeskHouse {
protected:
    wire::Response ask_to_be_forgotten(const std::string& code) { return post(kiosk, requests_path, with_card(code)); }
    std::vector<wire::ForgettingRequest> requests()
    {
        return wire::decode_forgetting_requests_view(get(console, requests_path).body).value().requests;
    }
    std::string path_of(const wire::ForgettingRequest& request, const std::string& what)
    {
        return std::string{requests_path} + "/" + std::to_string(request.request.value()) + "/" + what;
    }
    /// A card that no hub ever saw.
    static std::string unknown_card()
    {
        return domain::CardCode{vault::random_bytes<16>(), vault::random_bytes<8>()}.text();
    }
    static wire::ForgettingReceipt receipt_of(const wire::Response& answer)
    {
        return wire::decode_forgetting_receipt(answer.body).value();
    }
};

constexpr wire::ForgettingReceipt forgotten{wire::ForgettingReceipt::Outcome::forgotten};
constexpr wire::ForgettingReceipt nothing_kept{wire::ForgettingReceipt::Outcome::nothing_kept};

// The kiosk is no oracle.

TEST_F(BeingForgotten, IsAnsweredAlikeAtTheKioskWhateverCardItIs)
{
    const auto known = card('a');
    const auto revoked = card('b');
    ASSERT_EQ(post(console, "/v1/cards/revoke", with_card(revoked)).status, 200);
    const vault::CardKeeper elsewhere{vault::HubKey::make()};

    for (const auto& code : {known, revoked, elsewhere.mint(vault::random_bytes<16>()).text(), unknown_card()}) {
        const auto before = events();
        const auto answer = ask_to_be_forgotten(code);
        EXPECT_EQ(answer.status, 201);
        EXPECT_EQ(answer.body, "{}");
        EXPECT_EQ(events(), before);        // nor is it written down that somebody asked
        EXPECT_THAT(requests(), SizeIs(1)); // and staff are told the same of each
    }
    EXPECT_THAT(forgetting(), IsEmpty());
}

TEST_F(BeingForgotten, IsAnsweredAlikeAtTheKioskByALockedHub)
{
    const auto known = card('a');
    const auto open = ask_to_be_forgotten(known);
    state().lock();
    desks().forgetting.let_go();

    const auto locked = ask_to_be_forgotten(known);
    EXPECT_EQ(locked.status, open.status);
    EXPECT_EQ(locked.body, open.body);
    const auto key = fresh_key();
    ASSERT_EQ(post_with_key(kiosk, requests_path, with_card(known), key).status, 201);
    EXPECT_EQ(post_with_key(kiosk, requests_path, with_card(unknown_card()), key).status, 409); // as an open one does
    EXPECT_EQ(get(console, requests_path).status, 403);
}

TEST_F(BeingForgotten, LeavesNothingOfWhatWasAskedBeforeTheLock)
{
    ask_to_be_forgotten(card('a'));
    desks().forgetting.let_go();

    EXPECT_THAT(requests(), IsEmpty());
}

TEST_F(BeingForgotten, RepeatsNoCardInARefusal)
{
    const auto code = unknown_card();
    for (const auto& body : {with_card(code + "A"), with_card(code.substr(1)), R"({"card":")" + code + R"(","x":1})"}) {
        for (const auto& answer : {post(kiosk, requests_path, body), post(console, forget_path, body)}) {
            EXPECT_EQ(answer.status, 400);
            EXPECT_THAT(answer.body, Not(HasSubstr(code.substr(2, 30))));
        }
    }
}

// What staff see.

TEST_F(BeingForgotten, ShowsWhichKioskAndWhenAndNothingOfTheCard)
{
    const auto code = card('a');
    pass(1min);
    ASSERT_EQ(ask_to_be_forgotten(code).status, 201);

    const auto answer = get(console, requests_path);
    const auto view = wire::decode_forgetting_requests_view(answer.body).value();
    ASSERT_THAT(view.requests, SizeIs(1));
    EXPECT_EQ(view.requests.front().device, "kiosk-1");
    EXPECT_EQ(view.requests.front().at, now().at);
    EXPECT_THAT(answer.body, Not(HasSubstr(code)));
    EXPECT_THAT(answer.body, Not(HasSubstr("card")));
}

TEST_F(BeingForgotten, KeepsOneRequestOfAKioskTheLatest)
{
    ASSERT_EQ(ask_to_be_forgotten(card('a')).status, 201);
    const auto first = requests().front();
    ASSERT_EQ(ask_to_be_forgotten(card('b')).status, 201);

    ASSERT_THAT(requests(), SizeIs(1));
    EXPECT_NE(requests().front().request, first.request);
    EXPECT_EQ(post(console, path_of(first, "carry-out")).status, 404);
    EXPECT_THAT(forgetting(), IsEmpty());
}

TEST_F(BeingForgotten, IsTakenBackAtTheKioskAtWhichSheGoesBack)
{
    ASSERT_EQ(ask_to_be_forgotten(card('a')).status, 201);
    ASSERT_THAT(requests(), SizeIs(1));

    EXPECT_EQ(post(kiosk, "/v1/forgetting-requests/withdraw").status, 200);

    EXPECT_THAT(requests(), IsEmpty());
    EXPECT_THAT(forgetting(), IsEmpty());
}

TEST_F(BeingForgotten, IsTakenBackAlikeWhetherAnythingWasAskedFor)
{
    const auto nothing = post(kiosk, "/v1/forgetting-requests/withdraw");
    ASSERT_EQ(ask_to_be_forgotten(unknown_card()).status, 201);
    const auto something = post(kiosk, "/v1/forgetting-requests/withdraw");

    EXPECT_EQ(nothing.status, something.status);
    EXPECT_EQ(nothing.body, something.body);
}

TEST_F(BeingForgotten, IsTakenBackAtItsOwnKioskAlone)
{
    ASSERT_EQ(ask_to_be_forgotten(card('a')).status, 201);

    EXPECT_EQ(post(console, "/v1/forgetting-requests/withdraw").status, 403);
    EXPECT_EQ(post(board, "/v1/forgetting-requests/withdraw").status, 403);
    EXPECT_EQ(post(kiosk, "/v1/forgetting-requests/withdraw", R"({"device":"kiosk-2"})").status, 400);

    EXPECT_THAT(requests(), SizeIs(1));
}

TEST_F(BeingForgotten, IsOneRequestThoughItIsSentAgainWithItsKey)
{
    const auto code = card('a');
    const auto key = fresh_key();
    ASSERT_EQ(post_with_key(kiosk, requests_path, with_card(code), key).status, 201);
    const auto first = requests();
    pass(1min);
    ASSERT_EQ(post_with_key(kiosk, requests_path, with_card(code), key).status, 201);

    EXPECT_EQ(requests(), first);
    EXPECT_EQ(post_with_key(kiosk, requests_path, with_card(card('b')), key).status, 409);
    EXPECT_EQ(requests(), first);
}

TEST_F(BeingForgotten, IsLetGoOfAfterTenMinutes)
{
    ASSERT_EQ(ask_to_be_forgotten(card('a')).status, 201);
    const auto request = requests().front();
    pass(10min - 1ms);
    stand("console-1", Role::coordinator); // she has been away for long
    EXPECT_THAT(requests(), SizeIs(1));
    pass(1ms);

    EXPECT_EQ(post(console, path_of(request, "carry-out")).status, 404);
    EXPECT_THAT(requests(), IsEmpty());
    EXPECT_THAT(forgetting(), IsEmpty());
}

// What staff do.

TEST_F(BeingForgotten, ForgetsTheHolderOfTheCardOnceStaffCarryItOut)
{
    const auto code = card('a');
    ASSERT_EQ(ask_to_be_forgotten(code).status, 201);
    const auto request = requests().front();

    const auto answer = post(console, path_of(request, "carry-out"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(receipt_of(answer), forgotten);
    ASSERT_THAT(forgetting(), SizeIs(1));
    EXPECT_EQ(forgetting().front().card, hash_of(code));
    EXPECT_EQ(forgetting().front().asker.device, "console-1");
    EXPECT_EQ(forgetting().front().asker.staff, domain::AccountCode::make("somebody").value());
    EXPECT_THAT(requests(), IsEmpty());
    EXPECT_EQ(post(console, path_of(request, "carry-out")).status, 404);
}

TEST_F(BeingForgotten, IsCarriedOutOnceThoughItIsSentAgainWithItsKey)
{
    ASSERT_EQ(ask_to_be_forgotten(card('a')).status, 201);
    const auto request = requests().front();
    const auto key = fresh_key();
    for (int times = 0; times < 3; ++times) {
        EXPECT_EQ(receipt_of(post_with_key(console, path_of(request, "carry-out"), "{}", key)), forgotten);
    }
    EXPECT_THAT(forgetting(), SizeIs(1));
    EXPECT_EQ(post_with_key(console, forget_path, with_card(card('b')), key).status, 409);
    EXPECT_THAT(forgetting(), SizeIs(1));
}

TEST_F(BeingForgotten, RefusesAKeyOlderThanItRemembers)
{
    const auto code = card('a');
    const auto key = fresh_key();
    pass(10min + 1ms);
    stand("console-1", Role::coordinator);

    EXPECT_EQ(post_with_key(console, forget_path, with_card(code), key).status, 400);
    EXPECT_EQ(post_with_key(kiosk, requests_path, with_card(code), key).status, 400);
    EXPECT_THAT(forgetting(), IsEmpty());
}

TEST_F(BeingForgotten, IsDeclinedForEveryConsoleAndNothingIsForgotten)
{
    ASSERT_EQ(ask_to_be_forgotten(card('a')).status, 201);
    const auto request = requests().front();

    EXPECT_EQ(post(console, path_of(request, "decline")).status, 200);
    EXPECT_THAT(requests(), IsEmpty());
    EXPECT_EQ(post(console, path_of(request, "decline")).status, 200); // gone is as good as declined
    EXPECT_EQ(post(console, path_of(request, "carry-out")).status, 404);
    EXPECT_THAT(forgetting(), IsEmpty());
}

TEST_F(BeingForgotten, TellsOnlyStaffWhetherAnythingWasKept)
{
    set_forgets(Forgets::when_told);
    const auto code = unknown_card();
    std::thread asks{[&] { EXPECT_EQ(receipt_of(post(console, forget_path, with_card(code))), nothing_kept); }};
    while (!is_asked_to_forget()) {
        std::this_thread::sleep_for(1ms);
    }
    answer_forgetting(nothing_kept);
    asks.join();
}

TEST_F(BeingForgotten, ForgetsTheHolderOfACardScannedAtTheConsole)
{
    const auto code = card('a');

    EXPECT_EQ(receipt_of(post(console, forget_path, with_card(code))), forgotten);
    ASSERT_THAT(forgetting(), SizeIs(1));
    EXPECT_EQ(forgetting().front().card, hash_of(code));
}

TEST_F(BeingForgotten, IsAskedForStillWhenItCouldNotBeCarriedOut)
{
    ASSERT_EQ(ask_to_be_forgotten(card('a')).status, 201);
    const auto asked = requests();
    stand("console-2", Role::reception);
    set_forgets(Forgets::when_told);
    std::thread asks{[&] { EXPECT_EQ(post(console, path_of(asked.front(), "carry-out")).status, 409); }};
    while (!is_asked_to_forget()) {
        std::this_thread::sleep_for(1ms);
    }
    EXPECT_THAT(wire::decode_forgetting_requests_view(get_at("console-2", requests_path).body).value().requests,
                IsEmpty()); // nobody else begins with it
    answer_forgetting(domain::refuse(domain::Refusal::Why::conflict, "the disk is full"));
    asks.join();

    EXPECT_EQ(requests(), asked);
    set_forgets(Forgets::at_once);
    EXPECT_EQ(post(console, path_of(asked.front(), "carry-out")).status, 200);
}

TEST_F(BeingForgotten, IsNotFoundUnderANumberThatIsNone)
{
    for (const auto* number : {"7", "0", "-1", "x", "99999999999999999999", "1.5", "%31"}) {
        EXPECT_EQ(post(console, std::string{requests_path} + "/" + number + "/carry-out").status, 404) << number;
    }
}

// Who may.

TEST_F(BeingForgotten, IsForThoseWhoCallPeopleInAndNobodyElse)
{
    ASSERT_EQ(ask_to_be_forgotten(card('a')).status, 201);
    for (const auto role : domain::every_role) {
        const bool may =
            role == Role::reception || role == Role::clinician || role == Role::counsellor || role == Role::coordinator;
        stand("console-1", role);
        EXPECT_EQ(get(console, requests_path).status, may ? 200 : 403) << domain::word(role);
        EXPECT_EQ(post(console, forget_path, with_card(unknown_card())).status, may ? 200 : 403) << domain::word(role);
    }
    EXPECT_EQ(get(kiosk, requests_path).status, 403);
    EXPECT_EQ(post(kiosk, forget_path, with_card(unknown_card())).status, 403);
    EXPECT_EQ(post(board, requests_path, with_card(unknown_card())).status, 403);
    EXPECT_EQ(post(console, requests_path, with_card(unknown_card())).status, 403);
}

TEST_F(BeingForgotten, IsWrittenDownWhenItWasRefused)
{
    stand("console-1", Role::administrator);
    ASSERT_EQ(post(console, forget_path, with_card(unknown_card())).status, 403);
    stand("console-1", Role::coordinator);
    static_cast<void>(events());

    const auto last = recorded().back();
    const auto* refused = std::get_if<domain::AccessRefused>(&std::get<domain::StaffEvent>(last.event));
    ASSERT_NE(refused, nullptr);
    EXPECT_EQ(refused->right, domain::Right::visitor_forget);
    EXPECT_EQ(refused->role, Role::administrator);
}

// The desk by itself.

domain::RequestKey key_of(std::uint8_t number, domain::Instant at)
{
    return domain::RequestKey::make(at, {0, 0, 0, 0, 0, 0, 0, 0, 0, number});
}

TEST(ForgettingRequests, AreBoundedInAllAndTheOldestGoes)
{
    constexpr domain::Instant noon{std::chrono::hours{500'000}};
    ForgettingRequests requests;
    for (std::uint8_t each = 0; each < 100; ++each) {
        requests.take("kiosk-" + std::to_string(each), key_of(each, noon), domain::CardHash{{}}, noon);
    }

    const auto view = requests.view();
    EXPECT_EQ(view.requests.size(), wire::ForgettingRequestsView::most);
    EXPECT_EQ(view.requests.back().device, "kiosk-99");
}

TEST(ForgettingRequests, HaveNumbersThatNoEarlierLifeOfTheHubGave)
{
    constexpr domain::Instant noon{std::chrono::hours{500'000}};
    ForgettingRequests before;
    before.take("kiosk-1", key_of(1, noon), domain::CardHash{{}}, noon);
    ForgettingRequests after;
    after.take("kiosk-1", key_of(2, noon), domain::CardHash{{}}, noon + 1s);

    EXPECT_GT(after.view().requests.front().request, before.view().requests.front().request);
}

TEST(ForgettingRequests, AreLetGoOfThoughTheClockWasSetBack)
{
    constexpr domain::Instant noon{std::chrono::hours{500'000}};
    ForgettingRequests requests;
    requests.take("kiosk-1", key_of(1, noon), domain::CardHash{{}}, noon);

    EXPECT_EQ(requests.pass_time(noon - 1h), ForgettingRequests::Went::some);
    EXPECT_THAT(requests.view().requests, IsEmpty());
}

TEST(AnsweredKeys, TellEverybodyWhoAskedWithTheSameKeyWhileItWasBeingDone)
{
    constexpr domain::Instant noon{std::chrono::hours{500'000}};
    AnsweredKeys keys;
    const WhomToForget whom{domain::ForgettingRequestId{7}};
    int told = 0;
    const auto count = [&](const std::expected<wire::ForgettingReceipt, NoReceipt>&) { ++told; };
    EXPECT_TRUE(std::holds_alternative<AnsweredKeys::First>(keys.ask(key_of(1, noon), whom, count, noon)));
    EXPECT_TRUE(std::holds_alternative<AnsweredKeys::Waits>(keys.ask(key_of(1, noon), whom, count, noon)));

    for (const auto& answer : keys.tell(key_of(1, noon), forgotten)) {
        answer(forgotten);
    }
    EXPECT_EQ(told, 2);
}

TEST(AnsweredKeys, AreBoundedThoughNoneIsAnsweredYet)
{
    constexpr domain::Instant noon{std::chrono::hours{500'000}};
    AnsweredKeys keys;
    for (std::uint8_t each = 0; each < AnsweredKeys::most; ++each) {
        const auto place = keys.ask(key_of(each, noon), domain::ForgettingRequestId{1}, [](const auto&) {}, noon);
        ASSERT_TRUE(std::holds_alternative<AnsweredKeys::First>(place));
    }

    EXPECT_TRUE(std::holds_alternative<AnsweredKeys::Outcome>(
        keys.ask(key_of(200, noon), domain::ForgettingRequestId{1}, [](const auto&) {}, noon)));
}

} // namespace
} // namespace verandah::hub
