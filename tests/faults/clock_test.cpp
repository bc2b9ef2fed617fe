// SPDX-License-Identifier: Apache-2.0
// The real hub while its machine's clock jumps: back, forward, over the change to and from summer time, and over the
// centre's day boundary. The clock is libfaketime's, which reads it from a file.
#include "shared/domain/request_key.hpp"
#include "shared/vault/random.hpp"
#include "tests/faults/fake_clock.hpp"
#include "tests/faults/tally.hpp"
#include "tests/hub/patient_device.hpp"
#include "tests/hub/served_centre.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <thread>

namespace verandah::test {
namespace {

using namespace std::chrono_literals;
using domain::Instant;
using std::chrono::sys_days;

/// A hub in Berlin whose day changes at two in the morning: the hour that is not there in spring and twice in autumn.
class JumpingClock {
public:
    explicit JumpingClock(Instant begin) : clock_{begin}
    {
        auto text = read_file(centre_.paths().centre_file());
        replace(text, "time_zone = \"Etc/UTC\"", "time_zone = \"Europe/Berlin\"");
        replace(text, "day_boundary = 4", "day_boundary = 2");
        write_file(centre_.paths().centre_file(), text);
        centre_.serve();
        kiosk_.emplace(centre_.let_in("kiosk", "kiosk-1"));
        console_ = centre_.let_in("console", "console-1");
    }

    void set(Instant at) { clock_.set(at); }
    [[nodiscard]] Instant now() const { return clock_.now(); }
    [[nodiscard]] ServedCentre& centre() { return centre_; }

    /// Somebody comes in now; the number.
    int check_in()
    {
        const auto number = ask(fresh_key_now());
        tally_.acknowledged += 1;
        return number;
    }
    int ask(const std::string& key)
    {
        const auto answer = kiosk_->check_in(key);
        if (answer.status != 201) {
            throw std::runtime_error{fmt::format("answered {}: {}", answer.status, answer.body)};
        }
        return wire::decode_check_in_receipt(answer.body).value().number.value();
    }
    [[nodiscard]] std::string fresh_key_now() const
    {
        const auto random = vault::random_bytes<10>();
        std::array<std::uint8_t, 10> bytes{};
        std::ranges::transform(random, bytes.begin(), [](std::byte b) { return std::to_integer<std::uint8_t>(b); });
        return domain::RequestKey::make(clock_.now(), bytes).text();
    }
    /// The numbers now in line.
    std::multiset<int> line()
    {
        std::multiset<int> numbers;
        centre_.sign_in(*console_, clock_.now()); // her shift may be over by this clock
        for (const auto& each : PatientDevice{*console_}.line().tickets) {
            numbers.insert(each.ticket.number.value());
        }
        return numbers;
    }
    /// Kills the hub and starts it: the same line is there, and the journal replays to the same.
    void expect_the_same_after_a_kill()
    {
        const auto before = line();
        centre_.cut_off();
        centre_.serve();
        EXPECT_EQ(line(), before);
        tally_.lost += line() == before ? 0U : 1U;
        EXPECT_EQ(centre_.end().status, 0);
        EXPECT_THAT(centre_.command({"rebuild"}).said, testing::HasSubstr("equals the ledger that served"));
    }
    void leave(const char* fault, const char* name, std::size_t times)
    {
        tally_.fault = fault;
        tally_.times = times;
        test::leave(tally_, name);
    }

private:
    static void replace(std::string& text, const std::string& before, const std::string& after)
    {
        text.replace(text.find(before), before.size(), after);
    }

    FakeClock clock_;
    ServedCentre centre_;
    std::optional<PatientDevice> kiosk_;
    std::optional<wire::DeviceBundle> console_;
    Tally tally_;
};

/// Last year, so that certificates made then are good now.
std::chrono::year last_year()
{
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return std::chrono::year_month_day{today}.year() - std::chrono::years{1};
}

/// Noon of a summer's day in Berlin, about.
Instant summer_noon()
{
    return sys_days{last_year() / 6 / 3} + 10h;
}

class Clock : public testing::Test {
protected:
    void SetUp() override
    {
#ifdef VERANDAH_SANITIZED
        GTEST_SKIP() << "a sanitizer and libfaketime both want to be loaded first";
#endif
        ASSERT_TRUE(std::filesystem::exists(fake_clock_library)) << "install faketime";
    }
};

/// Checks in every ten minutes through a night; how often the numbers began again from 1.
int times_begun_anew(JumpingClock& hub, Instant until)
{
    int last = hub.check_in();
    int times = 0;
    for (; hub.now() < until; hub.set(hub.now() + 10min)) {
        const auto number = hub.check_in();
        EXPECT_TRUE(number == last + 1 || number == 1) << number << " after " << last;
        times += number == 1 ? 1 : 0;
        last = number;
    }
    return times;
}

TEST_F(Clock, SetForwardAndBackGivesNoNumberTwiceAndLosesNobody)
{
    JumpingClock hub{summer_noon()};
    std::set<int> numbers;
    std::size_t given = 0;
    for (const auto jump : {0min, 45min, -90min, 180min, -180min, 5min, -5min, 60min}) {
        hub.set(hub.now() + jump);
        for (int each = 0; each < 3; ++each, ++given) {
            numbers.insert(hub.check_in());
        }
    }

    EXPECT_EQ(numbers.size(), given);
    EXPECT_EQ(hub.line(), std::multiset<int>(numbers.begin(), numbers.end()));
    hub.expect_the_same_after_a_kill();
    hub.leave("clock set back and forward", "clock-jumps", 7);
}

TEST_F(Clock, SetBackAnswersARepeatedRequestWithTheSameNumber)
{
    JumpingClock hub{summer_noon()};
    const auto key = hub.fresh_key_now();
    const auto number = hub.ask(key);

    hub.set(hub.now() - 3h);
    EXPECT_EQ(hub.ask(key), number);
    hub.set(hub.now() + 8h);
    EXPECT_EQ(hub.ask(key), number);
}

TEST_F(Clock, ChangesTheDayOnceInTheNightWithoutTheBoundarysHour)
{
    const sys_days spring{last_year() / std::chrono::March / std::chrono::Sunday[std::chrono::last]};
    JumpingClock hub{spring - 2h}; // at 01:00 UTC, 02:00 becomes 03:00 in Berlin

    EXPECT_EQ(times_begun_anew(hub, spring + 5h), 1);
    hub.expect_the_same_after_a_kill();
    hub.leave("summer time begins", "clock-spring", 1);
}

TEST_F(Clock, ChangesTheDayOnceInTheNightThatHasTheBoundarysHourTwice)
{
    const sys_days autumn{last_year() / std::chrono::October / std::chrono::Sunday[std::chrono::last]};
    JumpingClock hub{autumn - 3h}; // at 01:00 UTC, 03:00 becomes 02:00 in Berlin

    EXPECT_EQ(times_begun_anew(hub, autumn + 5h), 1);
    hub.expect_the_same_after_a_kill();
    hub.leave("summer time ends", "clock-autumn", 1);
}

TEST_F(Clock, PassesTheDayBoundaryUnderUse)
{
    const Instant two_at_night = sys_days{last_year() / 6 / 3}; // in Berlin
    JumpingClock hub{two_at_night - 3s};
    std::vector<int> numbers;
    for (int second = 0; second < 6; ++second, hub.set(hub.now() + 1s)) {
        for (int each = 0; each < 5; ++each) {
            numbers.push_back(hub.check_in());
        }
    }

    EXPECT_EQ(std::ranges::count(numbers, 1), 2); // the first of each day
    EXPECT_EQ(numbers.back(), 15);
    EXPECT_EQ(hub.line().size(), 15U); // yesterday's are gone with their day
    hub.expect_the_same_after_a_kill();
    hub.leave("day boundary under use", "clock-day", 1);
}

} // namespace
} // namespace verandah::test
