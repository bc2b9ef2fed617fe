// SPDX-License-Identifier: Apache-2.0
// The desk for looking back: who did what, page by page, into a file, and whether the past is as it was.
#pragma once

#include "clinic/hub/audit/activity.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/desks/asker.hpp"
#include "clinic/hub/desks/slow_thread.hpp"
#include "clinic/hub/lock/hub_state.hpp"
#include "shared/wire/messages/audit_messages.hpp"

#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace verandah::hub {

/// Reads the journal's file on a thread and a connection of its own, so that the line waits for none of it: the writer
/// only writes down that somebody looked. A few looks may wait for each console. Any thread.
class AuditDesk {
public:
    static constexpr std::size_t page = 100;              ///< Deeds in one answer.
    static constexpr std::size_t part = 2'000;            ///< Deeds in one part of a file.
    static constexpr std::size_t looked_through = 20'000; ///< Events for one answer; some tens of milliseconds.
    /// Looking on is the same look: it is written down again only after so long.
    static constexpr std::chrono::minutes one_look{10};
    static constexpr int most_waiting = 4; ///< Looks of one console.

    struct Options {
        const HubState& hub;
        const FolderPaths& paths;
        const CentreClock& clock;
        std::function<domain::Instant()> now;
        std::function<bool()> is_signing; ///< Whether the trail can be signed on.
        std::function<void(const std::string&)> report = [](const std::string&) {}; ///< One line for the log.
    };
    AuditDesk(store::Writer& writer, Options options); ///< Borrows everything for its whole life.

    void start() { thread_.start(); }
    void stop() { thread_.stop(); } ///< Before the writer stops.

    /// Each is answered on the desk's thread, or refused at once: with conflict while the same console has so many
    /// under way or when the file cannot be read, with not_allowed by a hub that was locked meanwhile.
    void list(const wire::AuditQuery& query, const Asker& asker, Answer<wire::AuditView> answer);
    void export_part(const wire::AuditQuery& query, const Asker& asker, Answer<wire::AuditPart> answer);
    void check(const Asker& asker, Answer<wire::AuditCheck> answer);

private:
    template <class View>
    void look(const Asker& asker, Answer<View> answer, std::function<std::expected<View, domain::Refusal>()> read);
    template <class View>
    void look_written_down(domain::AuditRead::Way way, const Asker& asker, Answer<View> answer,
                           std::function<std::expected<View, domain::Refusal>()> read);
    [[nodiscard]] bool is_another_look(domain::AuditRead::Way way, const Asker& asker);
    [[nodiscard]] bool begin(const std::string& device);
    void end(const std::string& device);

    [[nodiscard]] std::expected<wire::AuditView, domain::Refusal> page_of(const wire::AuditQuery& query) const;
    [[nodiscard]] std::expected<wire::AuditPart, domain::Refusal> part_of(const wire::AuditQuery& query) const;
    [[nodiscard]] wire::AuditCheck checked() const;

    store::Writer& writer_;
    Options options_;
    std::mutex mutex_;
    std::map<std::string, int> looking_; ///< Looks under way, by console.
    struct Look {
        domain::AuditRead::Way way;
        std::optional<domain::AccountCode> staff;
        domain::Instant at;
    };
    std::map<std::string, Look> written_down_; ///< By console.
    SlowThread thread_;                        ///< Last: it uses all of the above.
};

} // namespace verandah::hub
