// SPDX-License-Identifier: Apache-2.0
// Lists made from all files, over the wire. A file has a number and nothing else: no name, no card, no ticket.
#pragma once

#include "shared/domain/care/test_kind.hpp"
#include "shared/domain/followup/due_items.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/record/file_event.hpp"
#include "shared/domain/referral/referral_board.hpp"
#include "shared/wire/messages/care/tracing_messages.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

inline constexpr std::size_t most_rows = 1'000;

/// GET /v1/care/due?state=overdue&service=hiv&worker=out-1&from=200, or ?told=waiting. Without a state: all that staff
/// have to do something about.
struct DueQuery {
    enum class Told { any, waiting };
    std::optional<domain::DueState> state{};
    std::optional<domain::FollowupServiceCode> service{};
    std::optional<domain::AccountCode> worker{}; ///< Given to her.
    Told told{Told::any};                        ///< waiting: only of which a worker told something that waits.
    std::size_t from{0};                         ///< Rows to leave out, for the next page.
    friend bool operator==(const DueQuery&, const DueQuery&) = default;
};
struct DueRow {
    /// How it stands with the worker who looks for her.
    struct WithWorker {
        enum class Reach { can_read, out_of_reach };
        Reach reach{Reach::can_read}; ///< out_of_reach: since she has another passphrase made for her, or has gone.
        std::optional<WaitingAnswer> told{};
        friend bool operator==(const WithWorker&, const WithWorker&) = default;
    };
    domain::FileId file;
    domain::DueItem item;
    domain::Channel channel; ///< By which she may be looked for.
    std::optional<WithWorker> with_worker{};
    friend bool operator==(const DueRow&, const DueRow&) = default;
};
/// 200, by due day. Counts are of all rows that the service and the worker leave, whatever the state.
struct DueList {
    static constexpr std::size_t most_workers = 200;
    std::array<int, domain::every_due_state.size()> counts{};
    int told{0};                                ///< Rows of which a worker told something that waits.
    std::vector<domain::AccountCode> workers{}; ///< To whom something can be given.
    int rows_in_all{0};
    std::vector<DueRow> rows{};
    friend bool operator==(const DueList&, const DueList&) = default;
};

/// GET /v1/care/referrals?pressing=overdue&phase=traced&service=art&issued_within=90&from=0. Without a pressing and a
/// phase: all that somebody has to see to.
struct ReferralQuery {
    std::optional<domain::Pressing> pressing{};
    std::optional<domain::ReferralPhase> phase{};
    std::optional<domain::ReferralServiceCode> service{};
    std::optional<std::chrono::days> issued_within{}; ///< What the cascade and the reports are over; without: all.
    std::size_t from{0};
    friend bool operator==(const ReferralQuery&, const ReferralQuery&) = default;
};
struct ReferralRow {
    domain::FileId file;
    domain::Referral referral;
    domain::Pressing pressing;
    std::optional<domain::Instant> until{};
    bool has_come_back{false};                      ///< Its counterfoil has, and nobody has written that down yet.
    domain::Channel channel{domain::Channel::none}; ///< By which she may be looked for; none until she was asked.
    friend bool operator==(const ReferralRow&, const ReferralRow&) = default;
};
inline constexpr int longest_cascade_days = 3'660;

/// 200, the most pressing first; what has run out by the clock is told as expired. Counts are of all rows that the
/// phase and the service leave, the cascade and the reports of all that the service leaves, whatever their phase.
struct ReferralList {
    /// What visitors said of how they were received there; only where enough said so for a verdict
    /// (referral_board.hpp).
    struct Opinion {
        domain::ProviderCode provider;
        domain::ProviderQuality quality;
        friend bool operator==(const Opinion&, const Opinion&) = default;
    };
    std::array<int, domain::every_pressing.size()> counts{};
    int rows_in_all{0};
    domain::ReferralCascade cascade{};
    std::vector<domain::ReferralReport> reports{};
    std::vector<Opinion> opinions{};
    std::vector<ReferralRow> rows{};
    friend bool operator==(const ReferralList&, const ReferralList&) = default;
};

/// What a test waits for.
enum class ResultWait {
    to_tell, ///< Its result is there, and nobody has told her.
    awaited, ///< It was ordered or taken, and nothing has come of it yet.
};
inline constexpr std::array every_result_wait{ResultWait::to_tell, ResultWait::awaited};
[[nodiscard]] std::string_view word(ResultWait wait);
[[nodiscard]] std::optional<ResultWait> result_wait_from(std::string_view word);

/// GET /v1/care/results?wait=awaited&from=200
struct ResultQuery {
    ResultWait wait{ResultWait::to_tell};
    std::size_t from{0};
    friend bool operator==(const ResultQuery&, const ResultQuery&) = default;
};
struct ResultRow {
    domain::FileId file;
    domain::TestId test;
    domain::TestCode kind;
    domain::SpecimenCode specimen;
    std::optional<domain::TestResult> result{}; ///< Of those to be told.
    bool is_critical{false};
    domain::Instant since; ///< It came, or it was ordered or taken.
    friend bool operator==(const ResultRow&, const ResultRow&) = default;
};
/// 200: critical ones first, then the longest waiting.
struct ResultList {
    std::array<int, every_result_wait.size()> counts{};
    int rows_in_all{0};
    std::vector<ResultRow> rows{};
    friend bool operator==(const ResultList&, const ResultList&) = default;
};

[[nodiscard]] std::string encode(const DueList& list);
[[nodiscard]] std::string encode(const ReferralList& list);
[[nodiscard]] std::string encode(const ResultList& list);
[[nodiscard]] Decoded<DueList> decode_due_list(std::string_view body);
[[nodiscard]] Decoded<ReferralList> decode_referral_list(std::string_view body);
[[nodiscard]] Decoded<ResultList> decode_result_list(std::string_view body);

/// What stands behind the path, with its question mark or empty.
[[nodiscard]] std::string query_text(const DueQuery& query);
[[nodiscard]] std::string query_text(const ReferralQuery& query);
[[nodiscard]] std::string query_text(const ResultQuery& query);
[[nodiscard]] Decoded<DueQuery> decode_due_query(std::string_view query);
[[nodiscard]] Decoded<ReferralQuery> decode_referral_query(std::string_view query);
[[nodiscard]] Decoded<ResultQuery> decode_result_query(std::string_view query);

} // namespace verandah::wire
