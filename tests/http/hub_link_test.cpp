// SPDX-License-Identifier: Apache-2.0
// What a device's link promises when the network and the hub do not.
#include "tests/http/breakable_wire.hpp"
#include "tests/http/listening_link.hpp"
#include "tests/http/running_server.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace verandah::test {

using namespace std::chrono_literals;
using wire::HubLink;

namespace {

wire::HubAddress at(std::uint16_t port)
{
    return {.host = "127.0.0.1", .port = port, .name = "hub.test"};
}

wire::Request check_in(std::string key, std::string body = "{}")
{
    return {.method = "POST",
            .target = "/v1/check-ins",
            .idempotency_key = std::move(key),
            .last_event_id = {},
            .body = std::move(body),
            .actor = {}};
}

/// Ends `link` and says how long that took.
std::chrono::milliseconds time_to_end(std::unique_ptr<ListeningLink> link)
{
    const auto began = std::chrono::steady_clock::now();
    link.reset();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
}

/// Far more than the second that is promised, for machines that are busy, and far less than any patience here.
constexpr auto soon = 5s;

} // namespace

TEST(HubLink, HandsInTheAnswersInTheOrderOfAsking)
{
    Centre centre;
    const auto server = centre.serve(echo);
    ListeningLink link{at(server->port()), centre.device("kiosk-1").identity};

    for (int each = 1; each <= 20; ++each) {
        link->ask(check_in("key", std::to_string(each)));
    }

    for (int each = 1; each <= 20; ++each) {
        const auto answered = link.next<wire::Answered>();
        ASSERT_TRUE(answered);
        EXPECT_EQ(answered->id, static_cast<wire::AskId>(each));
        EXPECT_EQ(answered->response.body, std::to_string(each));
    }
}

TEST(HubLink, AsksAgainWithTheSameKeyWhenTheConnectionBreaksBeforeTheAnswer)
{
    Centre centre;
    std::unique_ptr<BreakableWire> wire;
    std::vector<std::string> keys; // of the server's thread alone, until the answer is in
    const auto server = centre.serve([&](wire::Request request, const wire::Reply& reply) {
        keys.push_back(request.idempotency_key);
        keys.size() == 1 ? wire->cut() : reply({});
    });
    wire = std::make_unique<BreakableWire>(server->port());
    ListeningLink link{at(wire->port()), centre.device("kiosk-1").identity};

    link->ask(check_in("the-one-key"));

    ASSERT_TRUE(link.next<wire::Answered>());
    EXPECT_EQ(keys, (std::vector<std::string>{"the-one-key", "the-one-key"}));
}

TEST(HubLink, AnswersOnAConnectionThatWasCutWhileItRested)
{
    Centre centre;
    const auto server = centre.serve(echo);
    BreakableWire wire{server->port()};
    ListeningLink link{at(wire.port()), centre.device("kiosk-1").identity};
    link->ask(check_in("first"));
    ASSERT_TRUE(link.next<wire::Answered>());

    wire.cut();
    link->ask(check_in("second", "still here"));

    const auto answered = link.next<wire::Answered>();
    ASSERT_TRUE(answered);
    EXPECT_EQ(answered->response.body, "still here");
}

TEST(HubLink, ReportsUnansweredWithAReasonWhenNobodyListensUntilItsPatienceIsOver)
{
    Centre centre;
    const auto port = centre.serve(echo)->port(); // gone again at once
    ListeningLink link{at(port), centre.device("kiosk-1").identity};

    const auto id = link->ask(check_in("key"), 300ms);

    const auto unanswered = link.next<wire::Unanswered>();
    ASSERT_TRUE(unanswered);
    EXPECT_EQ(unanswered->id, id);
    EXPECT_FALSE(unanswered->why.empty());
}

TEST(HubLink, DoesNotTryForLongerThanAShortPatience)
{
    Centre centre;
    const BlackHole hole;
    ListeningLink link{at(hole.port()), centre.device("kiosk-1").identity};
    const auto began = std::chrono::steady_clock::now();

    link->ask(check_in("key"), 100ms);

    ASSERT_TRUE(link.next<wire::Unanswered>());
    EXPECT_LT(std::chrono::steady_clock::now() - began, 4s); // one try by itself may take 5 s
}

TEST(HubLink, DoesNotSendAnAskWhosePatienceEndedBehindOthers)
{
    Centre centre;
    std::atomic<int> asked{0};
    const auto server = centre.serve([&](const wire::Request&, const wire::Reply& reply) {
        ++asked;
        std::this_thread::sleep_for(200ms);
        reply({});
    });
    ListeningLink link{at(server->port()), centre.device("kiosk-1").identity};

    link->ask(check_in("first"));
    const auto second = link->ask(check_in("second"), 1ms);

    const auto unanswered = link.next<wire::Unanswered>();
    ASSERT_TRUE(unanswered);
    EXPECT_EQ(unanswered->id, second);
    EXPECT_FALSE(unanswered->why.empty());
    EXPECT_EQ(asked, 1);
}

TEST(HubLink, AsksAgainWithTheSameKeyWhenTheHubHasNoTimeForIt)
{
    Centre centre;
    std::vector<std::string> keys; // of the server's thread alone, until the answer is in
    const auto server = centre.serve([&](const wire::Request& request, const wire::Reply& reply) {
        keys.push_back(request.idempotency_key);
        reply({.status = keys.size() < 3 ? 503 : 200});
    });
    ListeningLink link{at(server->port()), centre.device("kiosk-1").identity};

    link->ask(check_in("the-key"));

    const auto answered = link.next<wire::Answered>();
    ASSERT_TRUE(answered);
    EXPECT_EQ(answered->response.status, 200);
    EXPECT_EQ(keys, (std::vector<std::string>{"the-key", "the-key", "the-key"}));
}

TEST(HubLink, SaysOnlyOnceThatNobodyListens)
{
    Centre centre;
    wire::HubLink link{{.hub = at(1), .identity = centre.device("board-1").identity}};
    std::this_thread::sleep_for(1500ms); // long enough for three tries

    EXPECT_EQ(link.take().size(), 1U);
}

TEST(HubLink, SaysThatTheHubDoesNotKnowTheDevice)
{
    Centre centre;
    const auto server = centre.serve(echo);
    centre.strike_off("board-1");
    ListeningLink link{at(server->port()), centre.device("board-1").identity, HubLink::Feed::followed};

    const auto down = link.next<wire::LinkDown>();
    ASSERT_TRUE(down);
    EXPECT_EQ(down->why, "the hub does not know this device, or no longer");
}

TEST(HubLink, SaysThatTheLinkIsUpOnlyOnceTheFeedIsGranted)
{
    Centre centre;
    const auto server =
        centre.serve([](const wire::Request&, const wire::Reply& reply) { reply({.status = 403, .body = "{}"}); });
    ListeningLink link{at(server->port()), centre.device("kiosk-1").identity, HubLink::Feed::followed};

    const auto down = link.next<wire::LinkDown>();

    ASSERT_TRUE(down);
    EXPECT_NE(down->why.find("403"), std::string::npos);
}

TEST(HubLink, ResumesWithTheLastEventItSawWhenTheServerRestarts)
{
    Centre centre;
    auto server = centre.serve([](const wire::Request&, const wire::Reply& reply) {
        reply.stream(wire::event_frame("ticket_called", 41, "{}") + wire::event_frame("ticket_called", 42, "{}"),
                     test::boards);
    });
    const auto port = server->port();
    ListeningLink link{at(port), centre.device("board-1").identity, HubLink::Feed::followed};
    ASSERT_TRUE(link.next<wire::FeedEvent>());
    ASSERT_TRUE(link.next<wire::FeedEvent>());

    server.reset();
    ASSERT_TRUE(link.next<wire::LinkDown>());
    std::promise<std::string> resumed_from;
    server = centre.serve(
        [&, asked = 0](const wire::Request& request, const wire::Reply& reply) mutable {
            if (asked++ == 0) {
                resumed_from.set_value(request.last_event_id);
            }
            reply.stream({}, test::boards);
        },
        {}, port);

    ASSERT_TRUE(link.next<wire::LinkUp>());
    EXPECT_EQ(resumed_from.get_future().get(), "42");
}

TEST(HubLink, ShowsAnotherCertificateFromTheNextAskOn)
{
    Centre centre;
    const auto server = centre.serve([](const wire::Request& request, const wire::Reply& reply) {
        reply({.status = 200, .body = request.actor.device});
    });
    ListeningLink link{at(server->port()), centre.device("kiosk-1").identity};
    link->ask(check_in("key"));
    ASSERT_EQ(link.next<wire::Answered>().value().response.body, "kiosk-1");

    link->present(centre.device("console-1").identity);
    link->ask(check_in("another key"));

    EXPECT_EQ(link.next<wire::Answered>().value().response.body, "console-1");
}

TEST(HubLink, FollowsTheFeedOnWithAnotherCertificateWithoutBeingDown)
{
    Centre centre;
    std::promise<std::string> followed_on;
    const auto server = centre.serve([&](const wire::Request& request, const wire::Reply& reply) {
        if (request.actor.device == "console-1") {
            followed_on.set_value(request.last_event_id);
        }
        reply.stream(wire::event_frame("line", 7, "{}"), test::consoles);
    });
    ListeningLink link{at(server->port()), centre.device("board-1").identity, HubLink::Feed::followed};
    ASSERT_TRUE(link.next<wire::FeedEvent>());

    link->present(centre.device("console-1").identity);

    EXPECT_EQ(followed_on.get_future().get(), "7");
    const auto first = link.next<wire::Incoming>();
    ASSERT_TRUE(first);
    EXPECT_TRUE(std::holds_alternative<wire::LinkUp>(*first)); // and no LinkDown before it
}

TEST(HubLink, TriesNoCertificateWhoseKeyIsAnothers)
{
    Centre centre;
    const auto server = centre.serve(echo);
    ListeningLink link{at(server->port()), centre.device("kiosk-1").identity};
    auto mixed = centre.device("console-1").identity;
    mixed.private_key_pem = centre.device("kiosk-1").identity.private_key_pem;

    EXPECT_THROW(link->present(mixed), std::runtime_error);
    link->ask(check_in("key", "still here"));

    EXPECT_EQ(link.next<wire::Answered>().value().response.body, "still here");
}

TEST(HubLink, EndsSoonWhileItConnectsToABlackHole)
{
    Centre centre;
    const BlackHole hole;
    auto link =
        std::make_unique<ListeningLink>(at(hole.port()), centre.device("kiosk-1").identity, HubLink::Feed::followed);
    (*link)->ask(check_in("key"), 60s);
    std::this_thread::sleep_for(100ms);

    EXPECT_LT(time_to_end(std::move(link)), soon);
}

TEST(HubLink, EndsSoonWhileItWaitsForAnAnswer)
{
    Centre centre;
    std::promise<wire::Reply> asked;
    const auto server = centre.serve([&](const wire::Request&, const wire::Reply& reply) { asked.set_value(reply); });
    auto link = std::make_unique<ListeningLink>(at(server->port()), centre.device("kiosk-1").identity);
    (*link)->ask(check_in("key"), 60s);
    const auto reply = asked.get_future().get();

    EXPECT_LT(time_to_end(std::move(link)), soon);
    reply({}); // to nobody
}

TEST(HubLink, EndsSoonWhileItFollowsTheFeed)
{
    Centre centre;
    const auto server =
        centre.serve([](const wire::Request&, const wire::Reply& reply) { reply.stream({}, test::boards); });
    auto link =
        std::make_unique<ListeningLink>(at(server->port()), centre.device("board-1").identity, HubLink::Feed::followed);
    ASSERT_TRUE(link->next<wire::LinkUp>());

    EXPECT_LT(time_to_end(std::move(link)), soon);
}

TEST(HubLink, EndsSoonWhileItPausesBetweenTwoTriesWithAsksQueued)
{
    Centre centre;
    const auto port = centre.serve(echo)->port(); // gone again at once
    auto link = std::make_unique<ListeningLink>(at(port), centre.device("kiosk-1").identity, HubLink::Feed::followed);
    for (int each = 0; each < 50; ++each) {
        (*link)->ask(check_in("key"), 60s);
    }
    ASSERT_TRUE(link->next<wire::LinkDown>());

    EXPECT_LT(time_to_end(std::move(link)), soon);
}

TEST(HubLink, EndsSoonAtOnceAfterItBegan)
{
    Centre centre;
    const auto server = centre.serve(echo);
    for (int each = 0; each < 50; ++each) {
        auto link = std::make_unique<ListeningLink>(at(server->port()), centre.device("kiosk-1").identity,
                                                    HubLink::Feed::followed);
        (*link)->ask(check_in("key"));
        EXPECT_LT(time_to_end(std::move(link)), soon);
    }
}

} // namespace verandah::test
