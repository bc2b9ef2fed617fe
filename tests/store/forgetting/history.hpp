// SPDX-License-Identifier: Apache-2.0
// A centre's past in a journal, with visitors who hold cards, and the ledger that lived through it.
#pragma once

#include "clinic/store/forgetting/past.hpp"
#include "clinic/store/forgetting/rows_of_visitor.hpp"
#include "clinic/store/ledger.hpp"
#include "clinic/store/writer.hpp"
#include "shared/domain/queue/decide.hpp"
#include "tests/store/journal_folder.hpp"
#include "tests/support/line_builder.hpp"

#include <utility>

namespace verandah::test {

[[nodiscard]] inline domain::CardHash card_of(std::uint8_t which)
{
    domain::CardHash::Bytes bytes{};
    bytes.fill(static_cast<std::byte>(which));
    return domain::CardHash{bytes};
}

class History {
public:
    [[nodiscard]] const JournalFolder& folder() const { return folder_; }
    [[nodiscard]] const store::Ledger& live() const { return live_; }
    [[nodiscard]] store::Ledger replayed() const
    {
        store::Ledger ledger{small_line_centre()};
        store::Journal journal{folder_.file(), folder_.key(), store::Access::read_only};
        store::replay_into(ledger, journal);
        return ledger;
    }

    void happen(domain::Event event, std::optional<domain::RequestKey> key = std::nullopt)
    {
        const std::vector events{domain::Recorded{std::move(event), "console-1", key}};
        live_.apply(live_.sequence() + 1, events.front());
        folder_.append(events);
    }
    template <class Command>
    void decide(const Command& command, domain::Moment at = now)
    {
        const domain::LineDecision decision{domain::decide(live_.line(), command, at)};
        for (const auto& event : decision.value()) {
            happen(domain::Event{event});
        }
    }
    /// A card for a new visitor.
    domain::VisitorId mint(std::uint8_t card)
    {
        happen(live_.cards().mint(card_of(card), noon).value().value());
        return live_.cards().visitor_of(card_of(card)).value();
    }
    void check_in(std::optional<domain::VisitorId> visitor, domain::Moment at = now)
    {
        decide(domain::CheckIn{.services = {triage}, .visitor = visitor}, at);
    }

    [[nodiscard]] std::unique_ptr<store::Journal> reader() const
    {
        return std::make_unique<store::Journal>(folder_.file(), folder_.key(), store::Access::read_only);
    }
    [[nodiscard]] store::Forgetting forgetting_of(domain::VisitorId visitor) const
    {
        store::RowsOfVisitor rows{reader(), visitor};
        rows.read_on();
        return {rows.found(), domain::VisitorForgotten{visitor, noon}};
    }
    [[nodiscard]] store::Past past() const { return store::read_past(*reader(), small_line_centre()); }
    [[nodiscard]] store::DaysPast days() const { return past().days; }

    void forget(const store::Forgetting& forgetting)
    {
        const domain::Recorded why{forgetting.event, "console-1", std::nullopt};
        live_.apply(live_.sequence() + 1, why);
        store::Journal journal{folder_.file(), folder_.key()};
        journal.prove();
        journal.forget(forgetting.rows, why);
    }
    void forget(domain::VisitorId visitor) { forget(forgetting_of(visitor)); }
    void forget(const store::DayPast& day) { forget({store::blots_of(day), store::forgetting_of(day, noon)}); }

    /// What a row holds, sealed.
    [[nodiscard]] std::string sealed(domain::Sequence row) const
    {
        const SQLite::Database file{folder_.file().string(), SQLite::OPEN_READONLY};
        SQLite::Statement read{file, "SELECT sealed FROM journal WHERE sequence = ?"};
        read.bind(1, static_cast<std::int64_t>(row));
        return read.executeStep() ? read.getColumn(0).getString() : std::string{};
    }

private:
    JournalFolder folder_;
    store::Ledger live_{small_line_centre()};
};

} // namespace verandah::test
