// SPDX-License-Identifier: Apache-2.0
// What the desks for staff share.
#pragma once

#include "clinic/hub/staff/passphrase_door.hpp"
#include "clinic/hub/desks/slow_thread.hpp"
#include "clinic/hub/staff/sessions.hpp"
#include "clinic/store/writer.hpp"
#include "shared/vault/argon2.hpp"

#include <functional>
#include <string>

namespace verandah::hub {

/// Where staff come in: sessions, the door to them, and the one answer to who stands at a console. Any thread.
class StaffRoom {
public:
    struct Options {
        vault::Argon2Cost cost;                                         ///< Of passphrases made from now on.
        std::function<bool()> is_locked;                                ///< Nobody can sign in to a locked hub.
        std::function<domain::Instant()> now;                           ///< System clock, or one set by hand.
        std::function<void(const std::string& device)> session_changed; ///< What that console may see has changed.
        std::function<void(const std::string&)> report = [](const std::string&) {}; ///< One line for the log.
    };
    StaffRoom(store::Writer& writer, Options options); ///< Borrows the writer for its whole life.

    void start() { passphrases_.start(); }
    void stop() { passphrases_.stop(); } ///< Before the writer stops.

    [[nodiscard]] store::Writer& writer() { return writer_; }
    [[nodiscard]] Sessions& sessions() { return sessions_; }
    [[nodiscard]] PassphraseDoor& door() { return door_; }
    [[nodiscard]] SlowThread& passphrases() { return passphrases_; }
    [[nodiscard]] vault::Argon2Cost cost() const { return options_.cost; }
    [[nodiscard]] bool is_locked() const { return options_.is_locked(); }
    [[nodiscard]] domain::Instant now() const { return options_.now(); }

    /// Who stands at that console: the one place that says so, for routes and feed alike.
    [[nodiscard]] Standing standing_at(const std::string& device) const;
    /// What that console is told of its session. On the writer's thread.
    [[nodiscard]] wire::SessionView view_at(const std::string& device, const store::Ledger& ledger) const;

    void session_changed(const std::string& device) const { options_.session_changed(device); }
    /// Ends every session of `account`, but for one at `spared`, and writes that down.
    void end_sessions_of(const domain::AccountCode& account, std::string_view spared = {});
    /// Ends all sessions there are. They are not written down one by one: what ended them is.
    void end_all_sessions();
    /// Ends and locks what time has passed. Called every second.
    void pass_time();

    /// Writes down, with `device` as its place, that `account` is no longer signed in there.
    void write_signed_out(const std::string& device, const domain::AccountCode& account, domain::SignOutReason reason);

private:
    store::Writer& writer_;
    Options options_;
    Sessions sessions_;
    PassphraseDoor door_;
    SlowThread passphrases_; ///< Last: its thread uses all of the above.
};

} // namespace verandah::hub
