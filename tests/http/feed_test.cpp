// SPDX-License-Identifier: Apache-2.0
// The live feed: in order, nothing lost, nothing twice, and nobody waits for the slowest.
#include "tests/http/raw_connection.hpp"
#include "tests/http/running_server.hpp"

#include <atomic>
#include <charconv>
#include <chrono>
#include <future>
#include <random>
#include <thread>

namespace verandah {

namespace {

using namespace std::chrono_literals;
using test::boards;
using test::Centre;
using test::consoles;
using test::RawConnection;
using wire::Reply;
using wire::Request;

constexpr std::string_view follow = "GET /v1/events HTTP/1.1\r\nHost: hub.test\r\n\r\n";

std::shared_ptr<const std::string> frame(std::uint64_t id)
{
    return std::make_shared<const std::string>(wire::event_frame("line", id, "{}"));
}

/// The numbers of all frames that are whole.
std::vector<std::uint64_t> ids_in(std::string_view text)
{
    std::vector<std::uint64_t> ids;
    for (auto at = text.find("\nid: "); at != std::string_view::npos; at = text.find("\nid: ", at + 1)) {
        if (text.find("\n\n", at) != std::string_view::npos) {
            std::uint64_t id = 0;
            std::from_chars(text.data() + at + 5, text.data() + text.size(), id);
            ids.push_back(id);
        }
    }
    return ids;
}

TEST(EventFrame, HasNameIdAndData)
{
    EXPECT_EQ(wire::event_frame("line", 7, "{}"), "event: line\nid: 7\ndata: {}\n\n");
}

TEST(EventFrame, SplitsDataAtLineBreaksSoThatNoneEndsItEarly)
{
    EXPECT_EQ(wire::event_frame("line", 7, "a\nb"), "event: line\nid: 7\ndata: a\ndata: b\n\n");
}

TEST(Feed, BeginsWithTheFirstFramesAndGoesOnWithWhatIsPublished)
{
    Centre centre;
    std::promise<void> granted;
    const auto server = centre.serve([&](const Request&, const Reply& reply) {
        reply.stream(wire::event_frame("reset", 3, "{}"), consoles);
        granted.set_value();
    });
    RawConnection reader{server->port(), centre.device("console-1").identity};
    reader.send(follow);
    granted.get_future().wait();

    server->publish(consoles, frame(4));
    const auto text = reader.receive_until("id: 4\ndata: {}\n\n");

    EXPECT_TRUE(text.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"));
    EXPECT_TRUE(text.ends_with("event: reset\nid: 3\ndata: {}\n\nevent: line\nid: 4\ndata: {}\n\n")) << text;
}

TEST(Feed, TellsTheHandlerWhereTheReaderStood)
{
    Centre centre;
    std::promise<std::string> seen;
    const auto server = centre.serve([&](const Request& request, const Reply& reply) {
        reply.stream("", consoles);
        seen.set_value(request.last_event_id);
    });
    RawConnection reader{server->port(), centre.device("console-1").identity};
    reader.send("GET /v1/events HTTP/1.1\r\nHost: hub.test\r\nLast-Event-ID: 41\r\n\r\n");

    EXPECT_EQ(seen.get_future().get(), "41");
}

TEST(Feed, IsHeardOnlyByItsAudience)
{
    Centre centre;
    std::promise<void> granted;
    const auto server = centre.serve([&](const Request&, const Reply& reply) {
        reply.stream("", boards);
        granted.set_value();
    });
    RawConnection board{server->port(), centre.device("board-1").identity};
    board.send(follow);
    granted.get_future().wait();

    server->publish(consoles, frame(1));
    server->publish(boards, frame(2));

    EXPECT_EQ(ids_in(board.receive_until("id: 2\ndata: {}\n\n")), std::vector<std::uint64_t>{2});
}

TEST(Feed, GoesOnForAnotherAudienceAfterTheFrameThatRegroupsADevice)
{
    Centre centre;
    centre.list("console-2", wire::DeviceKind::console);
    std::atomic<int> granted{0};
    const auto server = centre.serve([&](const Request&, const Reply& reply) {
        reply.stream("", consoles);
        ++granted;
    });
    RawConnection moved{server->port(), centre.device("console-1").identity};
    RawConnection other{server->port(), centre.device("console-2").identity};
    moved.send(follow);
    other.send(follow);
    while (granted < 2) {
        std::this_thread::sleep_for(1ms);
    }

    server->publish(consoles, frame(1));
    server->regroup("console-1", boards, frame(2));
    EXPECT_TRUE(server->has_readers(boards)); // from that call on: nothing published now is lost
    server->publish(consoles, frame(3));
    server->publish(boards, frame(4));

    EXPECT_EQ(ids_in(moved.receive_until("id: 4\ndata: {}\n\n")), (std::vector<std::uint64_t>{1, 2, 4}));
    EXPECT_EQ(ids_in(other.receive_until("id: 3\ndata: {}\n\n")), (std::vector<std::uint64_t>{1, 3}));
}

TEST(Feed, HasNobodyInAnAudienceThatADeviceWithoutReadersWasMovedTo)
{
    Centre centre;
    const auto server = centre.serve([&](const Request&, const Reply& reply) { reply.stream(": here\n\n", consoles); });

    server->regroup("console-1", boards, frame(1));
    RawConnection reader{server->port(), centre.device("console-1").identity};
    reader.send(follow);
    (void)reader.receive_until(": here\n\n"); // by then the loop has been there

    EXPECT_FALSE(server->has_readers(boards));
    EXPECT_TRUE(server->has_readers(consoles));
}

TEST(Feed, SaysThatItIsStillThereWhenNothingHappens)
{
    Centre centre;
    auto limits = wire::Limits{};
    limits.heartbeat = 40ms;
    const auto server = centre.serve([&](const Request&, const Reply& reply) { reply.stream("", boards); }, limits);
    RawConnection reader{server->port(), centre.device("board-1").identity};
    reader.send(follow);

    EXPECT_NE(reader.receive_until(": still here\n\n: still here\n\n").find(": still here"), std::string::npos);
}

TEST(Feed, CountsAReaderFromTheMomentItIsGranted)
{
    Centre centre;
    std::promise<bool> counted;
    std::unique_ptr<wire::Server> server;
    server = centre.serve([&](const Request&, const Reply& reply) {
        reply.stream("", boards);
        counted.set_value(server->has_readers(boards));
    });
    ASSERT_FALSE(server->has_readers(boards));
    RawConnection reader{server->port(), centre.device("board-1").identity};
    reader.send(follow);

    EXPECT_TRUE(counted.get_future().get());
    EXPECT_FALSE(server->has_readers(consoles));
}

TEST(Feed, NoticesAtOnceWhenAReaderLeaves)
{
    Centre centre;
    const auto server = centre.serve([&](const Request&, const Reply& reply) { reply.stream(": here\n\n", boards); });
    {
        RawConnection reader{server->port(), centre.device("board-1").identity};
        reader.send(follow);
        (void)reader.receive_until(": here\n\n");
    }

    const auto end = std::chrono::steady_clock::now() + 5s; // long before the next heartbeat
    while (server->has_readers(boards) && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(1ms);
    }
    EXPECT_FALSE(server->has_readers(boards));
}

/// A journal of numbers on a thread of its own, which grants streams and publishes in order, as the hub's writer does.
class Writer {
public:
    ~Writer() { end(); }

    void run(wire::Server& server, std::uint64_t last)
    {
        thread_ = std::thread{[this, &server, last] {
            while (!ended_) {
                grant();
                if (written_ < last) {
                    server.publish(consoles, frame(++written_));
                }
                if (written_ % 16 == 0) {
                    std::this_thread::sleep_for(200us);
                }
            }
        }};
    }

    void end()
    {
        ended_ = true;
        if (thread_.joinable()) {
            thread_.join();
        }
    }

    void ask(const Request& request, Reply reply)
    {
        const std::lock_guard lock{mutex_};
        const auto last_seen = request.last_event_id.empty() ? 0 : std::stoull(request.last_event_id);
        waiting_.emplace_back(last_seen, std::move(reply));
    }

private:
    void grant()
    {
        const std::lock_guard lock{mutex_};
        for (const auto& [last_seen, reply] : waiting_) {
            std::string missed;
            for (auto id = last_seen + 1; id <= written_; ++id) {
                missed += *frame(id);
            }
            reply.stream(std::move(missed), consoles);
        }
        waiting_.clear();
    }

    std::mutex mutex_;
    std::vector<std::pair<std::uint64_t, Reply>> waiting_;
    std::uint64_t written_{0};
    std::atomic<bool> ended_{false};
    std::thread thread_;
};

/// Reads on, leaving and coming back at random, until it has seen `last`; returns all it saw.
std::vector<std::uint64_t> read_restlessly(const Centre& centre, const wire::Server& server, std::uint64_t last,
                                           unsigned seed)
{
    std::minstd_rand random{seed};
    std::vector<std::uint64_t> seen;
    while (seen.empty() || seen.back() < last) {
        RawConnection reader{server.port(), centre.device("console-1").identity};
        const auto last_seen = seen.empty() ? "0" : std::to_string(seen.back());
        reader.send("GET /v1/events HTTP/1.1\r\nHost: hub.test\r\nLast-Event-ID: " + last_seen + "\r\n\r\n");
        std::string text;
        const auto enough = 100 + random() % 20'000;
        while (text.size() < enough && !text.ends_with(*frame(last))) {
            const auto piece = reader.receive();
            if (piece.empty()) {
                break;
            }
            text += piece;
        }
        const auto ids = ids_in(text);
        seen.insert(seen.end(), ids.begin(), ids.end());
    }
    return seen;
}

TEST(Feed, LosesAndRepeatsNothingOverReconnects)
{
    constexpr std::uint64_t last = 5'000;
    Centre centre;
    Writer writer;
    const auto server =
        centre.serve([&](const Request& request, Reply reply) { writer.ask(request, std::move(reply)); });
    writer.run(*server, last);

    std::vector<std::future<std::vector<std::uint64_t>>> readers;
    for (unsigned seed = 1; seed <= 4; ++seed) {
        readers.push_back(
            std::async(std::launch::async, [&, seed] { return read_restlessly(centre, *server, last, seed); }));
    }

    std::vector<std::uint64_t> all(last);
    std::iota(all.begin(), all.end(), 1);
    for (auto& reader : readers) {
        EXPECT_EQ(reader.get(), all);
    }
    writer.end();
}

TEST(Feed, DropsAReaderThatDoesNotReadWhileOthersGoOn)
{
    Centre centre;
    std::atomic<int> granted{0};
    const auto server = centre.serve([&](const Request&, const Reply& reply) {
        reply.stream("", consoles);
        ++granted;
    });
    RawConnection slow{server->port(), centre.device("console-1").identity};
    slow.send(follow);
    RawConnection quick{server->port(), centre.device("console-1").identity};
    quick.send(follow);
    while (granted < 2) {
        std::this_thread::sleep_for(1ms);
    }
    constexpr std::uint64_t last = 400;
    const std::string load(64 * 1024, 'x');
    for (std::uint64_t id = 1; id <= last; ++id) { // 25 MB: more than systems keep on the way
        const auto text = wire::event_frame("line", id, load);
        server->publish(consoles, std::make_shared<const std::string>(text));
        ASSERT_TRUE(quick.receive_until("x\n\n").ends_with(text));
    }

    const auto seen_by_slow = slow.receive_until_closed();
    ASSERT_TRUE(seen_by_slow);
    EXPECT_LT(ids_in(*seen_by_slow).size(), last);
    ASSERT_EQ(centre.reports().size(), 1U);
    EXPECT_EQ(centre.reports().front(), "console-1 read its feed too slowly and was dropped");
}

TEST(Feed, CountsAmongTheConnectionsOfItsDevice)
{
    Centre centre;
    auto limits = wire::Limits{};
    limits.connections_per_device = 1;
    const auto server =
        centre.serve([&](const Request&, const Reply& reply) { reply.stream(": here\n\n", boards); }, limits);
    RawConnection reader{server->port(), centre.device("board-1").identity};
    reader.send(follow);
    (void)reader.receive_until(": here\n\n");

    EXPECT_EQ(centre.client(*server, "board-1").ask({.method = "GET", .target = "/"}).status, 503);
}

} // namespace

} // namespace verandah
