// SPDX-License-Identifier: Apache-2.0
// The real hub, killed under load again and again: whatever it acknowledged is there afterwards, once.
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "shared/wire/messages/views.hpp"
#include "tests/faults/tally.hpp"
#include "tests/hub/patient_device.hpp"
#include "tests/support/load_client.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <random>
#include <thread>
#include <utility>

namespace verandah::test {
namespace {

using namespace std::chrono_literals;

/// Devices that check people in over 16 connections, and keep asking with the same key until they are answered.
class Devices {
public:
    explicit Devices(const std::vector<wire::DeviceBundle>& bundles) : hub_{wire::hub_of(bundles.front())}
    {
        for (const auto& bundle : bundles) {
            identities_.push_back(wire::identity_of(bundle));
        }
    }

    /// Asks `count` times, first what was not answered before; `watch` hears how many answers have come so far.
    void ask(std::size_t count, const std::function<void(std::size_t)>& watch)
    {
        const auto keys = keys_to_ask(count);
        std::vector<char> is_answered(keys.size(), 0);
        std::size_t answers = 0;
        static_cast<void>(put_on({.hub = hub_,
                                  .identities = identities_,
                                  .connections = 16,
                                  .requests = keys.size(),
                                  .at_most = 60s,
                                  .prepare =
                                      [&keys](std::size_t number, wire::Request& request) {
                                          request.method = "POST";
                                          request.target = "/v1/check-ins";
                                          request.idempotency_key = keys[number];
                                          request.body = R"({"services":["nurse"]})";
                                      },
                                  .answered =
                                      [&](std::size_t number, int status, std::string_view body) {
                                          is_answered[number] = note(keys[number], status, body) ? 1 : 0;
                                          watch(++answers);
                                      }}));
        for (std::size_t each = 0; each < keys.size(); ++each) {
            if (is_answered[each] == 0) {
                unanswered_.push_back(keys[each]); // also those that were never sent: the key is as good as new
            }
        }
    }

    [[nodiscard]] const std::map<std::int64_t, int>& acknowledged() const { return acknowledged_; }
    [[nodiscard]] std::size_t unanswered() const { return unanswered_.size(); }
    [[nodiscard]] const std::vector<std::string>& surprises() const { return surprises_; }

private:
    std::vector<std::string> keys_to_ask(std::size_t count)
    {
        auto keys = std::exchange(unanswered_, {});
        while (keys.size() < count) {
            keys.push_back(fresh_key());
        }
        return keys;
    }

    /// Whether it was acknowledged.
    bool note(const std::string& key, int status, std::string_view body)
    {
        const auto receipt = wire::decode_check_in_receipt(body);
        if (status != 201 || !receipt) {
            surprises_.push_back(key + " was answered " + std::to_string(status));
            return false;
        }
        if (!acknowledged_.insert({receipt->ticket.value(), receipt->number.value()}).second) {
            surprises_.push_back(key + " got a ticket that somebody has");
        }
        return true;
    }

    wire::HubAddress hub_;
    std::vector<wire::TlsIdentity> identities_;
    std::vector<std::string> unanswered_;
    std::map<std::int64_t, int> acknowledged_; ///< Ticket to number.
    std::vector<std::string> surprises_;
};

/// What is in line against what was acknowledged, where every key was asked until it was answered.
void count(const Devices& devices, const wire::LineView& line, Tally& tally)
{
    std::map<std::int64_t, int> there;
    std::map<int, int> times;
    for (const auto& view : line.tickets) {
        there.insert({view.ticket.id.value(), view.ticket.number.value()});
        ++times[view.ticket.number.value()];
    }
    tally.acknowledged = devices.acknowledged().size();
    for (const auto& [ticket, number] : devices.acknowledged()) {
        const auto found = there.find(ticket);
        tally.lost += found == there.end() || found->second != number ? std::size_t{1} : std::size_t{0};
    }
    // Every key has one acknowledged ticket: any further ticket is a key done twice, and so is a number given twice.
    tally.doubled = there.size() - std::min(there.size(), tally.acknowledged);
    tally.doubled += static_cast<std::size_t>(std::ranges::count_if(times, [](const auto& e) { return e.second > 1; }));
}

TEST(KilledHub, HasEveryAcknowledgedNumberOnce)
{
    Tally tally{.fault = "kill -9 of the hub under load", .times = times_to_play("VERANDAH_KILLS", 10)};
    const auto asks = std::clamp<std::size_t>(40'000 / tally.times, 40, 400); // the whole line has to fit one answer
    ServedCentre centre;
    centre.serve();
    Devices devices{{centre.let_in("kiosk", "kiosk-1"), centre.let_in("kiosk", "kiosk-2")}};
    std::mt19937 chance{20'261'126};
    std::signal(SIGPIPE, SIG_IGN); // the hub dies while it is written to

    for (std::size_t kill = 0; kill < tally.times; ++kill) {
        const auto last_answer = 1 + chance() % (asks - 20);
        devices.ask(asks, [&](std::size_t answers) {
            if (answers == last_answer) {
                std::this_thread::sleep_for(
                    std::chrono::microseconds{chance() % 1'500}); // anywhere in the next commits
                centre.hub().send(SIGKILL);
            }
        });
        static_cast<void>(centre.hub().wait());
        centre.serve();
    }
    devices.ask(devices.unanswered(), [](std::size_t) {});

    EXPECT_THAT(devices.surprises(), testing::IsEmpty());
    EXPECT_EQ(devices.unanswered(), 0U);
    const auto console = centre.let_in("console", "console-1");
    centre.sign_in(console);
    count(devices, PatientDevice{console}.line(), tally);
    EXPECT_GT(tally.acknowledged, tally.times);
    EXPECT_EQ(tally.lost, 0U);
    EXPECT_EQ(tally.doubled, 0U);
    EXPECT_EQ(centre.end().status, 0);
    EXPECT_THAT(centre.command({"rebuild"}).said, testing::HasSubstr("equals the ledger that served"));
    leave(tally, "kill");
}

} // namespace
} // namespace verandah::test
