// SPDX-License-Identifier: Apache-2.0
// A request goes out, an answer comes back.
#include "tests/http/raw_connection.hpp"
#include "tests/http/running_server.hpp"

#include <condition_variable>
#include <deque>
#include <future>
#include <stdexcept>
#include <thread>

namespace verandah {

namespace {

using test::Centre;
using test::echo;
using wire::Reply;
using wire::Request;
using wire::Response;

TEST(RoundTrip, CarriesAllOfARequest)
{
    Centre centre;
    std::promise<Request> seen;
    const auto server = centre.serve([&](Request request, const Reply& reply) {
        reply({});
        seen.set_value(std::move(request));
    });

    auto client = centre.client(*server);
    (void)client.ask({.method = "POST",
                      .target = "/v1/check-ins?a=b",
                      .idempotency_key = "key-1",
                      .last_event_id = "17",
                      .body = R"({"needs":["nurse"]})"});

    const auto request = seen.get_future().get();
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.target, "/v1/check-ins?a=b");
    EXPECT_EQ(request.idempotency_key, "key-1");
    EXPECT_EQ(request.last_event_id, "17");
    EXPECT_EQ(request.body, R"({"needs":["nurse"]})");
}

TEST(RoundTrip, SaysWhichDeviceAsks)
{
    Centre centre;
    std::promise<wire::Actor> seen;
    const auto server = centre.serve([&](const Request& request, const Reply& reply) {
        reply({});
        seen.set_value(request.actor);
    });

    auto client = centre.client(*server, "board-1");
    (void)client.ask({.method = "GET", .target = "/"});

    const auto actor = seen.get_future().get();
    EXPECT_EQ(actor.device, "board-1");
    EXPECT_EQ(actor.kind, wire::DeviceKind::board);
}

TEST(RoundTrip, BringsBackStatusBodyAndContentType)
{
    Centre centre;
    const auto server = centre.serve(
        [](const Request&, const Reply& reply) { reply({.status = 409, .body = "no", .content_type = "text/plain"}); });

    auto client = centre.client(*server);
    const auto response = client.ask({.method = "GET", .target = "/"});

    EXPECT_EQ(response.status, 409);
    EXPECT_EQ(response.body, "no");
    EXPECT_EQ(response.content_type, "text/plain");
}

TEST(RoundTrip, CarriesAnAnswerOfAMegabyte)
{
    Centre centre;
    const std::string large(std::size_t{1} << 20U, 'x');
    const auto server = centre.serve([&](const Request&, const Reply& reply) { reply({.body = large}); });

    auto client = centre.client(*server);

    EXPECT_EQ(client.ask({.method = "GET", .target = "/"}).body, large);
}

TEST(RoundTrip, TakesABodyOfExactlyTheLimit)
{
    Centre centre;
    const auto server = centre.serve(echo);
    const std::string body(64 * 1024, 'x');

    auto client = centre.client(*server);

    EXPECT_EQ(client.ask({.method = "POST", .target = "/", .body = body}).body, body);
}

TEST(RoundTrip, TakesABodyInChunks)
{
    Centre centre;
    const auto server = centre.serve(echo);

    test::RawConnection connection{server->port(), centre.device("kiosk-1").identity};
    connection.send("POST / HTTP/1.1\r\nHost: hub.test\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
    connection.send("6\r\nsecond\r\n0\r\n\r\n");

    EXPECT_TRUE(connection.receive_until("firstsecond").ends_with("firstsecond"));
}

TEST(RoundTrip, UnderstandsARequestThatComesByteByByte)
{
    Centre centre;
    const auto server = centre.serve(echo);

    test::RawConnection connection{server->port(), centre.device("kiosk-1").identity};
    for (const char byte : std::string_view{"POST / HTTP/1.1\r\nHost: hub.test\r\nContent-Length: 4\r\n\r\nslow"}) {
        connection.send({&byte, 1});
    }

    EXPECT_TRUE(connection.receive_until("slow").ends_with("slow"));
}

TEST(RoundTrip, AnswersTwoRequestsThatComeTogetherInOrder)
{
    Centre centre;
    const auto server = centre.serve(echo);

    test::RawConnection connection{server->port(), centre.device("kiosk-1").identity};
    connection.send("POST / HTTP/1.1\r\nHost: hub.test\r\nContent-Length: 3\r\n\r\noneGET / HTTP/1.1\r\nHost: "
                    "hub.test\r\nContent-Length: 3\r\nConnection: close\r\n\r\ntwo");
    const auto answers = connection.receive_until_closed();

    ASSERT_TRUE(answers);
    EXPECT_LT(answers->find("one"), answers->find("two"));
    EXPECT_TRUE(answers->ends_with("two"));
}

TEST(RoundTrip, KeepsTheConnectionForTheNextRequest)
{
    Centre centre;
    auto limits = wire::Limits{};
    limits.connections_per_device = 1;
    const auto server = centre.serve(echo, limits);

    auto client = centre.client(*server);
    for (int each = 0; each < 1'000; ++each) {
        const auto body = std::to_string(each);
        ASSERT_EQ(client.ask({.method = "POST", .target = "/", .body = body}).body, body);
    }
}

TEST(RoundTrip, ClosesWhenTheRequestAsksForIt)
{
    Centre centre;
    const auto server = centre.serve(echo);

    test::RawConnection connection{server->port(), centre.device("kiosk-1").identity};
    connection.send("GET / HTTP/1.1\r\nHost: hub.test\r\nConnection: close\r\n\r\n");
    const auto answer = connection.receive_until_closed();

    ASSERT_TRUE(answer);
    EXPECT_NE(answer->find("Connection: close\r\n"), std::string::npos);
}

/// Answers on a thread of its own, all that wait at once, like a writer after its commit.
class AnsweringThread {
public:
    ~AnsweringThread()
    {
        {
            const std::lock_guard lock{mutex_};
            ended_ = true;
        }
        came_.notify_one();
        thread_.join();
    }

    void take(Request request, Reply reply)
    {
        {
            const std::lock_guard lock{mutex_};
            waiting_.emplace_back(std::move(request.body), std::move(reply));
        }
        came_.notify_one();
    }

private:
    void run()
    {
        std::deque<std::pair<std::string, Reply>> batch;
        while (true) {
            {
                std::unique_lock lock{mutex_};
                came_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
                if (ended_) {
                    return;
                }
                batch.swap(waiting_);
            }
            for (auto& [body, reply] : batch) {
                reply({.body = std::move(body)});
            }
            batch.clear();
        }
    }

    std::mutex mutex_;
    std::condition_variable came_;
    std::deque<std::pair<std::string, Reply>> waiting_;
    bool ended_{false};
    std::thread thread_{[this] { run(); }};
};

TEST(RoundTrip, GivesEachConnectionItsOwnAnswerWhenAnotherThreadAnswersInBatches)
{
    Centre centre;
    AnsweringThread answering;
    auto limits = wire::Limits{};
    limits.connections_per_device = 16;
    const auto server = centre.serve(
        [&](Request request, Reply reply) { answering.take(std::move(request), std::move(reply)); }, limits);

    std::vector<std::future<int>> clients;
    for (int number = 0; number < 16; ++number) {
        clients.push_back(std::async(std::launch::async, [&, number] {
            auto client = centre.client(*server);
            int right = 0;
            for (int each = 0; each < 200; ++each) {
                const auto body = std::to_string(number) + ":" + std::to_string(each);
                right += client.ask({.method = "POST", .target = "/", .body = body}).body == body ? 1 : 0;
            }
            return right;
        }));
    }

    for (auto& client : clients) {
        EXPECT_EQ(client.get(), 200);
    }
}

TEST(RoundTrip, IgnoresASecondAnswer)
{
    Centre centre;
    const auto server = centre.serve([](const Request& request, const Reply& reply) {
        reply({.body = "first " + request.target});
        reply({.body = "second " + request.target});
    });

    auto client = centre.client(*server);

    EXPECT_EQ(client.ask({.method = "GET", .target = "/a"}).body, "first /a");
    EXPECT_EQ(client.ask({.method = "GET", .target = "/b"}).body, "first /b");
}

TEST(RoundTrip, AnswersServerErrorWhenTheHandlerThrows)
{
    Centre centre;
    const auto server =
        centre.serve([](const Request&, const Reply&) { throw std::runtime_error{"the disk is gone"}; });

    auto client = centre.client(*server);

    EXPECT_EQ(client.ask({.method = "GET", .target = "/"}).status, 500);
    EXPECT_EQ(centre.reports().at(0), "a request failed: the disk is gone");
}

TEST(RoundTrip, DropsAnAnswerThatComesAfterTheServerIsGone)
{
    Centre centre;
    auto limits = wire::Limits{};
    limits.request = std::chrono::milliseconds{50};
    std::vector<Reply> kept;
    auto server = centre.serve([&](const Request&, Reply reply) { kept.push_back(std::move(reply)); }, limits);
    ASSERT_EQ(centre.client(*server).ask({.method = "GET", .target = "/"}).status, 503);

    server.reset();

    EXPECT_NO_THROW(kept.front()({}));
}

TEST(RoundTrip, NeverLetsALineBreakIntoAResponseHeader)
{
    Centre centre;
    const auto server = centre.serve(
        [](const Request&, const Reply& reply) { reply({.content_type = "text/plain\r\nSet-Cookie: stolen"}); });

    test::RawConnection connection{server->port(), centre.device("kiosk-1").identity};
    connection.send("GET / HTTP/1.1\r\nHost: hub.test\r\nConnection: close\r\n\r\n");
    const auto answer = connection.receive_until_closed();

    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->starts_with("HTTP/1.1 500 "));
    EXPECT_EQ(answer->find("stolen"), std::string::npos);
}

} // namespace

} // namespace verandah
