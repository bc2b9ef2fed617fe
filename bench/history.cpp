// SPDX-License-Identifier: Apache-2.0
// Simulated days, decided by the real rules and kept by the real journal.
#include "bench/history.hpp"

#include "bench/bench_failure.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/store/journal.hpp"
#include "clinic/store/ledger.hpp"
#include "shared/domain/queue/decide.hpp"
#include "shared/vault/random.hpp"

#include <fmt/format.h>

#include <array>
#include <span>
#include <utility>

namespace verandah::bench {

namespace {

using namespace std::chrono_literals;
using domain::Instant;

constexpr std::size_t batch_size = 512; // one commit; the writer's own batches are as large at their largest
constexpr std::chrono::seconds between_visits{60};

hub::CentreFolder open(const Centre& centre)
{
    auto opened = hub::open_centre_folder(
        centre.folder(), std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
        vault::StickKey::load(centre.stick()).value());
    if (!opened) {
        throw BenchFailure{opened.error().front()};
    }
    return *std::move(opened);
}

/// What visitors come for, by turns.
std::vector<domain::ServiceCode> needs(std::size_t visit)
{
    static constexpr std::array words{"nurse", "supplies", "test", "rest", "talk", "person"};
    return {domain::ServiceCode::make(words.at(visit % words.size())).value()};
}

class Simulation {
public:
    explicit Simulation(const hub::CentreFolder& folder)
        : journal_{folder.paths.journal(), *folder.hub_key}, ledger_{folder.file.centre}
    {
        journal_.replay(
            [this](domain::Sequence sequence, const domain::Recorded& recorded) { ledger_.apply(sequence, recorded); });
    }

    /// One day of visits, until `events` more have happened.
    void pass_day(std::chrono::sys_days date, std::size_t events)
    {
        const auto enough = happened_ + events;
        now_ = {Instant{date + 16h}, domain::CentreDay{date}};
        while (happened_ < enough) {
            visit();
        }
    }
    void finish() { append(); }
    [[nodiscard]] std::size_t happened() const { return happened_; }

private:
    void visit()
    {
        now_.at += between_visits;
        for (auto& event : decide(ledger_.line(), domain::PassTime{}, now_)) {
            take({std::move(event), "hub", std::nullopt});
        }
        happen(domain::CheckIn{.services = needs(visits_++)}, "kiosk-1");
        now_.at += 5s;
        const auto called = std::get<domain::TicketCalled>(happen(domain::CallNext{room_}, "console-1"));
        now_.at += 20s;
        happen(domain::Start{called.ticket}, "console-1");
        now_.at += 30s;
        happen(domain::Finish{called.ticket}, "console-1");
    }

    /// Decides and applies as the writer does. The answer.
    template <class Command>
    domain::LineEvent happen(const Command& command, const std::string& actor)
    {
        const auto events = decide(ledger_.line(), command, now_);
        if (!events) {
            throw BenchFailure{"the past could not happen: " + events.error().detail};
        }
        std::array<std::uint8_t, 10> random{};
        vault::fill_random(std::as_writable_bytes(std::span{random}));
        const auto key = domain::RequestKey::make(now_.at, random);
        for (const auto& event : *events) {
            take({event, actor, &event == &events->back() ? std::optional{key} : std::nullopt});
        }
        return events->back();
    }

    void take(domain::Recorded recorded)
    {
        ledger_.apply(ledger_.sequence() + 1, recorded);
        batch_.push_back(std::move(recorded));
        ++happened_;
        if (batch_.size() == batch_size) {
            append();
        }
    }
    void append()
    {
        journal_.append(batch_);
        batch_.clear();
    }

    store::Journal journal_;
    store::Ledger ledger_;
    std::vector<domain::Recorded> batch_;
    domain::StationCode room_ = domain::StationCode::make("hall-1").value();
    domain::Moment now_{};
    std::size_t happened_ = 0;
    std::size_t visits_ = 0;
};

} // namespace

void write_past(const Centre& centre, const Past& past)
{
    const auto folder = open(centre);
    Simulation simulation{folder};
    const auto days = static_cast<std::size_t>(past.days.count());
    for (std::size_t day = 0; day < days; ++day) {
        const auto date = past.until - past.days + std::chrono::days{day};
        const auto by_its_end = past.events * (day + 1) / days;
        if (simulation.happened() < by_its_end) {
            simulation.pass_day(date, by_its_end - simulation.happened());
        }
    }
    simulation.finish();
}

} // namespace verandah::bench
