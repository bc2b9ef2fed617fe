// SPDX-License-Identifier: Apache-2.0
// A clean end: answers under way are given, nobody waits for ever.
#include "tests/http/raw_connection.hpp"
#include "tests/http/running_server.hpp"

#include <chrono>
#include <future>
#include <thread>

namespace verandah {

namespace {

using namespace std::chrono_literals;
using test::Centre;
using test::echo;
using test::RawConnection;
using wire::Reply;
using wire::Request;

TEST(Stop, GivesTheAnswersUnderWay)
{
    Centre centre;
    std::promise<Reply> kept;
    const auto server = centre.serve([&](const Request&, Reply reply) { kept.set_value(std::move(reply)); });
    auto answer = std::async(std::launch::async, [&] {
        return centre.client(*server).ask({.method = "POST", .target = "/", .idempotency_key = "key"});
    });
    const auto reply = kept.get_future().get();

    auto stopped = std::async(std::launch::async, [&] { server->stop(); });
    std::this_thread::sleep_for(50ms);
    reply({.status = 200, .body = "in time"});

    EXPECT_EQ(answer.get().body, "in time");
    stopped.get();
}

TEST(Stop, ClosesConnectionsThatRestAndFeeds)
{
    Centre centre;
    const auto server =
        centre.serve([](const Request&, const Reply& reply) { reply.stream(": here\n\n", test::boards); });
    RawConnection resting{server->port(), centre.device("kiosk-1").identity};
    RawConnection reader{server->port(), centre.device("board-1").identity};
    reader.send("GET /v1/events HTTP/1.1\r\nHost: hub.test\r\n\r\n");
    (void)reader.receive_until(": here\n\n");

    server->stop();

    EXPECT_TRUE(resting.receive_until_closed());
    EXPECT_TRUE(reader.receive_until_closed());
}

TEST(Stop, ListensNoLonger)
{
    Centre centre;
    const auto server = centre.serve(echo);
    const auto port = server->port();

    server->stop();

    EXPECT_THROW(test::SilentConnection{port}, std::runtime_error);
}

TEST(Stop, MayBeAskedForTwiceAndByTheDestructor)
{
    Centre centre;
    auto server = centre.serve(echo);

    server->stop();
    server->stop();

    EXPECT_NO_THROW(server.reset());
}

TEST(Stop, DoesNotWaitForAnAnswerThatNeverComes)
{
    Centre centre;
    std::promise<Reply> kept;
    const auto server = centre.serve([&](const Request&, Reply reply) { kept.set_value(std::move(reply)); });
    RawConnection connection{server->port(), centre.device("kiosk-1").identity};
    connection.send("GET / HTTP/1.1\r\nHost: hub.test\r\n\r\n");
    const auto reply = kept.get_future().get();

    server->stop(); // would never return

    EXPECT_EQ(connection.receive_until_closed(), "");
    EXPECT_NO_THROW(reply({}));
}

TEST(Stop, IsNeededByNoServerThatWasNeverStarted)
{
    Centre centre;

    EXPECT_NO_THROW((wire::Server{{.identity = centre.hub().identity, .admit = {}}, echo}));
}

TEST(Stop, HappensInTheMiddleOfManyRequests)
{
    Centre centre;
    auto server = centre.serve(echo);
    std::atomic<int> answered{0};
    std::vector<std::future<void>> clients;
    for (int each = 0; each < 8; ++each) {
        clients.push_back(std::async(std::launch::async, [&] {
            try {
                auto client = centre.client(*server);
                while (client.ask({.method = "POST", .target = "/", .body = "same"}).body == "same") {
                    ++answered;
                }
            } catch (const wire::ConnectionFailure&) {
                return; // as it should be: the server has gone
            }
        }));
    }
    while (answered < 500) {
        std::this_thread::sleep_for(1ms);
    }

    server->stop();

    for (auto& client : clients) {
        EXPECT_NO_THROW(client.get());
    }
}

} // namespace

} // namespace verandah
