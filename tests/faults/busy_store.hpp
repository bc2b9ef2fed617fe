// SPDX-License-Identifier: Apache-2.0
// A store that is asked for one thing after the other, and what those who asked were promised.
#pragma once

#include "clinic/store/writer.hpp"
#include "tests/support/line_builder.hpp"

#include <filesystem>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// Where the store keeps its journal.
inline const std::filesystem::path journal_file{"/centre/journal.db"};

/// One thing to ask for: what, and the key that makes asking again safe.
struct Ask {
    domain::RequestKey key;
    std::function<domain::LineDecision(const domain::Line&, domain::Moment)> decide;
};

/// Kept by those who asked, outside the store: it outlives every power cut.
struct Promises {
    std::map<std::string, std::pair<domain::RequestKey, domain::Event>> done; ///< By the key's text: the answer.
    std::vector<Ask> unanswered;   ///< Of the last group: nobody knows what came of them.
    domain::Sequence committed{0}; ///< The last event that somebody was told of.
    domain::Sequence in_flight{0}; ///< Where the group under way would end.
    domain::Instant clock{noon};   ///< Goes on through power cuts.
    domain::Instant settled{noon}; ///< What the clock said at the last commit.
    std::uint32_t keys_made{0};
};

/// One run of the real Writer on the real Journal, from opening to the end of its power.
class BusyStore {
public:
    using Chance = std::mt19937_64;

    /// Opens and replays. Throws what the writer throws. `promises` and `key` are borrowed.
    BusyStore(const std::filesystem::path& file, const vault::HubKey& key, Promises& promises);
    ~BusyStore();

    /// Asks for a group of `count` things at once, which become one commit, at a time a little later. False once the
    /// store has given up.
    bool ask(std::size_t count, Chance& chance);
    /// The same for what was not answered, as devices do.
    bool ask_again();

private:
    bool ask_together(const std::vector<Ask>& group);
    bool hold_the_writer(std::shared_future<void> until);
    void submit(const Ask& ask, const std::function<void(bool)>& answered);
    [[nodiscard]] Ask anything(Chance& chance);
    store::Writer::Options options(const std::filesystem::path& file, const vault::HubKey& key);

    Promises& promises_;
    std::mutex mutex_;
    domain::Moment moment_;
    store::Writer writer_; ///< Last: its thread uses all of the above.
};

/// What a journal holds against what was promised.
struct Findings {
    std::size_t lost{0};    ///< Promised, and not there or different.
    std::size_t doubled{0}; ///< Keys that were done more than once.
    bool ends_between_groups{true};
    domain::Sequence events{0};
};

/// Replays the journal in `file` from its first event. Throws what the journal throws.
[[nodiscard]] Findings look_into(const std::filesystem::path& file, const vault::HubKey& key, const Promises& promises);

} // namespace verandah::test
