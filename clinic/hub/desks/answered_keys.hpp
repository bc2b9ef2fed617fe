// SPDX-License-Identifier: Apache-2.0
// What came of forgetting, by the key it was asked with: a console that lost the answer asks again and hears the same.
#pragma once

#include "clinic/hub/desks/asker.hpp"
#include "clinic/hub/desks/kept_hash.hpp"
#include "shared/wire/messages/forgetting_messages.hpp"

#include <chrono>
#include <deque>
#include <optional>
#include <variant>
#include <vector>

namespace verandah::hub {

/// Whom a console asks to forget: by a request at a kiosk, or by a card scanned there.
using WhomToForget = std::variant<domain::ForgettingRequestId, KeptHash>;

/// The last few, for as long as a request lasts. Not for several threads at once.
class AnsweredKeys {
public:
    static constexpr std::size_t most = 64;
    /// A key older than this is not taken: nobody knows any more what it was answered.
    static constexpr std::chrono::minutes remembered{10};

    using Outcome = std::expected<wire::ForgettingReceipt, domain::Refusal>;
    using Answers = std::vector<Answer<wire::ForgettingReceipt>>;

    /// invalid_input for a key that is too old, or from a clock that is far off.
    [[nodiscard]] static std::expected<void, domain::Refusal> check(const domain::RequestKey& key, domain::Instant now);

    /// The first with its key: it has to be done, and to be told by tell(). Whoever repeats it waits with it.
    struct First {};
    /// It is being done: `answer` is called by tell().
    struct Waits {};
    using Place = std::variant<First, Waits, Outcome>;
    [[nodiscard]] Place ask(const domain::RequestKey& key, const WhomToForget& whom,
                            Answer<wire::ForgettingReceipt> answer, domain::Instant now);

    /// What came of it. Whoever waits for it has to be told, outside of any lock.
    [[nodiscard]] Answers tell(const domain::RequestKey& key, const Outcome& outcome);

    void pass_time(domain::Instant now); ///< Lets go of whatever is answered and old.
    void drop_answered();

private:
    struct Entry {
        domain::RequestKey key;
        WhomToForget whom;
        domain::Instant at;
        std::optional<Outcome> outcome{};
        Answers waiting{};
    };
    std::deque<Entry> entries_; ///< Oldest first.
};

} // namespace verandah::hub
