// SPDX-License-Identifier: Apache-2.0
// Removes what the centre knows: of a visitor who asks for it, and of days whose time is up.
#pragma once

#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/desks/slow_thread.hpp"
#include "clinic/hub/forgetting/forgotten_lists.hpp"
#include "clinic/hub/lock/hub_state.hpp"
#include "clinic/store/forgetting/days_past.hpp"
#include "clinic/store/writer.hpp"

#include <expected>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace verandah::hub {

/// Looks through the journal on a thread of its own, so that the line waits only for the last moment of it. Any thread.
class Forgetting {
public:
    enum class Outcome {
        forgotten,
        nothing_kept, ///< The card leads to nobody here.
    };
    using Done = std::function<void(std::expected<Outcome, domain::Refusal>)>;
    struct Options {
        const HubState& hub;
        const FolderPaths& paths;
        const domain::Centre& rules;
        RetentionSettings retention;
        ForgottenLists& lists; ///< What a backup of before is told by.
        std::filesystem::path
            ledger_check; ///< What a replay is compared with: wrong as soon as something is forgotten.
        std::function<domain::Moment()> now;
        /// Whatever else knows her, or a visit of hers, lets go.
        std::function<void(const domain::FileOwner&)> gone = [](const domain::FileOwner&) {};
        std::function<void(const std::string&)> said;   ///< One line for the log, of nobody.
        std::function<void(const std::string&)> failed; ///< One line for whoever looks after the machines.
    };
    Forgetting(store::Writer& writer, Options options); ///< Borrows everything for its whole life.

    void start() { thread_.start(); }
    void stop() { thread_.stop(); } ///< Before the writer stops.

    /// Forgets whoever holds the card. `done` on any thread, after nothing of her is left in the journal and she is on
    /// the list beside every backup whose disk is there and answers soon; with conflict while the hub is locked, or
    /// when the disk is at fault: ask again. It is dropped when the hub stops meanwhile.
    void forget_holder_of(const domain::CardHash& card, std::string actor, std::optional<domain::AccountCode> staff,
                          Done done);

private:
    struct Request;
    void tell_when_listed(const std::shared_ptr<Request>& request);
    void forget(const std::shared_ptr<Request>& request);
    void look_at_days();
    void look_at_days_once(domain::CentreDay today);
    void go_on_unless_locked() const; ///< Throws when the hub was locked: a look back holds a key.
    void forget_what_is_over(domain::CentreDay first_kept);
    void forget_days_before(domain::CentreDay first_kept, std::span<const store::DayPast> days);
    [[nodiscard]] std::expected<void, domain::Refusal> forget_day(const store::DayPast& day);
    void forget_files(const std::vector<store::Blot>& rows);
    [[nodiscard]] std::expected<void, domain::Refusal>
    carry_out(const std::function<store::Forgetting(domain::Instant now)>& what);

    store::Writer& writer_;
    Options options_;
    std::optional<domain::CentreDay> looked_on_; ///< The day on which days were last looked at. The thread's own.
    SlowThread thread_;                          ///< Last: it uses all of the above.
};

/// The first day whose visits are kept, by the rules of a centre whose day it is `today`.
[[nodiscard]] domain::CentreDay first_day_kept(const RetentionSettings& retention, domain::CentreDay today);

} // namespace verandah::hub
