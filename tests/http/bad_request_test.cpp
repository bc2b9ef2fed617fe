// SPDX-License-Identifier: Apache-2.0
// What the server loop refuses by itself, and what it costs.
#include "tests/http/raw_connection.hpp"
#include "tests/http/running_server.hpp"

#include <atomic>
#include <chrono>
#include <thread>

namespace verandah {

namespace {

using namespace std::chrono_literals;
using test::Centre;
using test::RawConnection;
using wire::Reply;
using wire::Request;

/// A server that must not be reached by what is sent to it.
class BadRequest : public testing::Test {
protected:
    /// Sends all of it and reads to the end, which has to come.
    std::string answer_to(std::string_view text)
    {
        RawConnection connection{server_->port(), centre_.device("kiosk-1").identity};
        connection.send(text);
        const auto answer = connection.receive_until_closed();
        EXPECT_TRUE(answer) << "the connection was left open";
        EXPECT_EQ(handled_.load(), 0) << "it came through to the handler";
        return answer.value_or("");
    }

    void expect_refused(std::string_view text, std::string_view status)
    {
        const auto answer = answer_to(text);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 " + std::string{status} + " ")) << answer;
        EXPECT_NE(answer.find(R"({"error":{"why":"invalid_input","detail":")"), std::string::npos) << answer;
        EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos) << answer;
    }

    static wire::Limits impatient()
    {
        wire::Limits limits;
        limits.handshake = 200ms;
        limits.request = 200ms;
        limits.idle = 200ms;
        return limits;
    }

    void serve(wire::Limits limits)
    {
        server_ = centre_.serve(
            [this](const Request&, const Reply& reply) {
                ++handled_;
                reply({});
            },
            limits);
    }

    void SetUp() override { serve({}); }

    Centre centre_;
    std::atomic<int> handled_{0};
    std::unique_ptr<wire::Server> server_;
};

TEST_F(BadRequest, AHeaderPastItsLimit)
{
    expect_refused("GET / HTTP/1.1\r\nHost: hub.test\r\nX-Large: " + std::string(9'000, 'x') + "\r\n\r\n", "431");
}

TEST_F(BadRequest, ARequestLinePastTheHeadersLimit)
{
    expect_refused("GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\nHost: hub.test\r\n\r\n", "431");
}

TEST_F(BadRequest, ARequestLineAndFieldsThatPassTheLimitTogether)
{
    expect_refused("GET /" + std::string(5'000, 'x') +
                       " HTTP/1.1\r\nHost: hub.test\r\nX-Large: " + std::string(5'000, 'x') + "\r\n\r\n",
                   "431");
}

TEST_F(BadRequest, AHeaderThatNeverEnds)
{
    std::string endless = "GET / HTTP/1.1\r\nHost: hub.test\r\n";
    for (int each = 0; each < 100'000; ++each) {
        endless += "X-Drop: drop\r\n";
    }
    expect_refused(endless, "431");
}

TEST_F(BadRequest, ABodyPastItsLimitBeforeItIsSent)
{
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nContent-Length: 65537\r\n\r\n", "413");
}

TEST_F(BadRequest, AChunkPastTheBodysLimitBeforeItIsSent)
{
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nTransfer-Encoding: chunked\r\n\r\n10001\r\n", "413");
}

TEST_F(BadRequest, ChunksThatPassTheBodysLimitTogether)
{
    std::string text = "POST / HTTP/1.1\r\nHost: hub.test\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int each = 0; each < 65; ++each) {
        text += "400\r\n" + std::string(0x400, 'x') + "\r\n";
    }
    expect_refused(text, "413");
}

TEST_F(BadRequest, IsNotReadOnPastTheLimit)
{
    RawConnection connection{server_->port(), centre_.device("kiosk-1").identity};
    connection.send("POST / HTTP/1.1\r\nHost: hub.test\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    std::size_t sent = 0;
    for (int each = 0; each < 1'000; ++each) { // 64 MB
        const auto count = connection.send(chunk);
        sent += count;
        if (count < chunk.size()) {
            break;
        }
    }

    EXPECT_LT(sent, std::size_t{16} << 20U) << "more was taken than systems keep on the way";
}

TEST_F(BadRequest, BothLengths)
{
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                   "0\r\n\r\n",
                   "400");
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
                   "0\r\n\r\n",
                   "400");
}

TEST_F(BadRequest, TwoLengthsEvenWhenTheyAgree)
{
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}", "400");
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nContent-Length: 2, 2\r\n\r\n{}", "400");
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} ", "400");
}

TEST_F(BadRequest, ALengthThatIsNoNumber)
{
    for (const auto* length : {"", "-1", "+2", "0x2", "2.0", "two", "99999999999999999999999"}) {
        expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nContent-Length: " + std::string{length} + "\r\n\r\n{}",
                       "400");
    }
}

TEST_F(BadRequest, ATransferCodingOtherThanChunked)
{
    for (const auto* coding : {"gzip", "identity", "gzip, chunked", "chunked, chunked", "xchunked"}) {
        expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nTransfer-Encoding: " + std::string{coding} +
                           "\r\n\r\n0\r\n\r\n",
                       "400");
    }
}

TEST_F(BadRequest, ChunkSizesThatAreNone)
{
    for (const auto* size : {"g", "", "-1", "11111111111111111", "5;name=value"}) {
        expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nTransfer-Encoding: chunked\r\n\r\n" + std::string{size} +
                           "\r\nfirst\r\n0\r\n\r\n",
                       "400");
    }
}

TEST_F(BadRequest, TrailersThatCouldPassForHeaders)
{
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
                   "Idempotency-Key: other\r\n\r\n",
                   "400");
}

TEST_F(BadRequest, AnIdempotencyKeySentTwice)
{
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nIdempotency-Key: a\r\nIdempotency-Key: b\r\n\r\n", "400");
}

TEST_F(BadRequest, ALineFeedWithoutItsCarriageReturn)
{
    expect_refused("GET / HTTP/1.1\nHost: hub.test\n\n\r\n\r\n", "400");
    expect_refused("GET / HTTP/1.1\r\nHost: hub.test\nX-Smuggled: yes\r\n\r\n", "400");
}

TEST_F(BadRequest, ACarriageReturnWithinALine)
{
    expect_refused("GET / HTTP/1.1\r\nHost: hub.test\r\nX-Odd: a\rb\r\n\r\n", "400");
}

TEST_F(BadRequest, ZerosAndOtherControlCharacters)
{
    using namespace std::string_view_literals;
    expect_refused("GET / HTTP/1.1\r\nHost: hub\0.test\r\n\r\n"sv, "400");
    expect_refused("GET /a\0b HTTP/1.1\r\nHost: hub.test\r\n\r\n"sv, "400");
    expect_refused("GET / HTTP/1.1\r\nHost: hub.test\r\nIdempotency-Key: a\x01\r\n\r\n"sv, "400");
    expect_refused("GET / HTTP/1.1\r\nHo\0st: hub.test\r\n\r\n"sv, "400");
}

TEST_F(BadRequest, ABlankBeforeAColon)
{
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nContent-Length : 2\r\n\r\n{}", "400");
}

TEST_F(BadRequest, MethodsThatAreAbsurd)
{
    expect_refused("G<T / HTTP/1.1\r\nHost: hub.test\r\n\r\n", "400");
    expect_refused(std::string(17, 'A') + " / HTTP/1.1\r\nHost: hub.test\r\n\r\n", "400");
}

TEST_F(BadRequest, TargetsThatAreNoPath)
{
    for (const auto* target : {"*", "http://hub.test/", "hub.test:443"}) {
        expect_refused("GET " + std::string{target} + " HTTP/1.1\r\nHost: hub.test\r\n\r\n", "400");
    }
}

TEST_F(BadRequest, NoHostOrTwo)
{
    expect_refused("GET / HTTP/1.1\r\n\r\n", "400");
    expect_refused("GET / HTTP/1.1\r\nHost: hub.test\r\nHost: other.test\r\n\r\n", "400");
}

TEST_F(BadRequest, AnotherVersionOfHttp)
{
    expect_refused("GET / HTTP/1.0\r\nHost: hub.test\r\n\r\n", "505");
    expect_refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400");
}

TEST_F(BadRequest, AnExpectation)
{
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n", "417");
}

TEST_F(BadRequest, NothingThatIsHttpAtAll)
{
    expect_refused("hello, who is there?\r\n\r\n", "400");
}

TEST_F(BadRequest, LeavesTheServerInGoodHealth)
{
    (void)answer_to(std::string(100'000, 'x'));
    (void)answer_to(std::string(100, '\0'));

    EXPECT_EQ(centre_.client(*server_).ask({.method = "GET", .target = "/"}).status, 200);
}

TEST_F(BadRequest, AHeaderThatTakesTooLong)
{
    serve(impatient());
    expect_refused("GET / HTTP/1.1\r\nHost: hub", "408");
}

TEST_F(BadRequest, ABodyThatTakesTooLong)
{
    serve(impatient());
    expect_refused("POST / HTTP/1.1\r\nHost: hub.test\r\nContent-Length: 10\r\n\r\nfirst", "408");
}

TEST_F(BadRequest, ADripOfBytesThatNeverBecomesARequest)
{
    serve(impatient());
    RawConnection connection{server_->port(), centre_.device("kiosk-1").identity};
    connection.send("GET / HTTP/1.1\r\nHost: hub.test\r\n");
    int drops = 0;
    while (drops < 1'000 && connection.send("X-Drop: x\r\n") > 0) {
        ++drops;
        std::this_thread::sleep_for(10ms);
    }

    EXPECT_LT(drops, 1'000) << "it went on for ten seconds";
}

TEST_F(BadRequest, AHandshakeThatTakesTooLong)
{
    serve(impatient());
    const test::SilentConnection stranger{server_->port()};

    EXPECT_TRUE(stranger.is_closed_by_peer());
}

TEST_F(BadRequest, SilenceAfterTheHandshake)
{
    serve(impatient());

    EXPECT_EQ(answer_to(""), "") << "nobody asked, so nobody is answered";
}

TEST_F(BadRequest, IsToldWhenTheAnswerTakesTooLong)
{
    std::vector<Reply> forgotten;
    server_ = centre_.serve([&](const Request&, Reply reply) { forgotten.push_back(std::move(reply)); }, impatient());

    expect_refused("GET / HTTP/1.1\r\nHost: hub.test\r\n\r\n", "503");

    forgotten.front()({.body = "too late"}); // goes nowhere
}

TEST_F(BadRequest, IsDroppedWhenItDoesNotReadItsAnswer)
{
    auto limits = impatient();
    limits.connections_per_device = 1;
    const std::string large(std::size_t{32} << 20U, 'x');
    server_ = centre_.serve([&](const Request&, const Reply& reply) { reply({.body = large}); }, limits);
    RawConnection connection{server_->port(), centre_.device("kiosk-1").identity};
    connection.send("GET / HTTP/1.1\r\nHost: hub.test\r\n\r\n");
    std::this_thread::sleep_for(1s);

    const auto answer = connection.receive_until_closed();

    ASSERT_TRUE(answer);
    EXPECT_LT(answer->size(), large.size());
}

} // namespace

} // namespace verandah
