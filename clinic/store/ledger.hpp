// SPDX-License-Identifier: Apache-2.0
// Everything the hub knows, rebuilt from the journal at each start: plain structures in RAM.
#pragma once

#include "shared/domain/alert/alert_book.hpp"
#include "shared/domain/card/card_book.hpp"
#include "shared/domain/event.hpp"
#include "shared/domain/queue/call_board.hpp"
#include "shared/domain/queue/line.hpp"
#include "shared/domain/record/file_book.hpp"
#include "shared/domain/staff/staff_book.hpp"
#include "shared/domain/stock/stock_book.hpp"

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

namespace verandah::store {

/// The state of a centre after a number of events. A value: the same events in the same order make an equal ledger.
/// No thread of its own: the writer changes it, and others read it only in the writer's turn.
class Ledger {
public:
    explicit Ledger(domain::Centre rules);
    /// What a hub without its key knows when it starts: that the journal ends with `last`. Answers of before `now` are
    /// not known, so keys made before then count as forgotten.
    [[nodiscard]] static Ledger without_past(domain::Centre rules, domain::Sequence last, domain::Instant now);

    /// Lets go of everything the line can do without: cards, staff, whose card was scanned, and the answers about them.
    /// The cupboard too, so that a hub that was locked and one that started locked know the same.
    void forget_people();
    /// Whether cards and staff are known here: not after forget_people() and without_past().
    [[nodiscard]] bool knows_people() const { return knows_people_; }

    [[nodiscard]] const domain::Line& line() const { return line_; }
    [[nodiscard]] const domain::CallBoard& board() const { return board_; }
    [[nodiscard]] const domain::CardBook& cards() const { return cards_; }
    [[nodiscard]] const domain::AlertBook& alerts() const { return alerts_; }
    [[nodiscard]] const domain::StaffBook& staff() const { return staff_; }
    /// Empty where people are not known: without the key nobody can tell what was there before.
    [[nodiscard]] const domain::StockBook& stock() const { return stock_; }
    [[nodiscard]] const domain::FileBook& files() const { return files_; }
    [[nodiscard]] domain::Sequence sequence() const { return sequence_; } ///< Of the last event applied; 0 for none.

    /// Whether the hub was locked when the last event happened: it was locked, or started so, and not opened since.
    [[nodiscard]] bool is_left_locked() const { return left_locked_; }

    /// The life that the last restore began; nullopt while the centre is in its first.
    [[nodiscard]] const std::optional<domain::Incarnation>& incarnation() const { return incarnation_; }
    /// The number by which devices know this point of the journal: the sequence number, and above it something of the
    /// incarnation, because sequence numbers repeat after a restore. At most 2^53, as JSON has it.
    [[nodiscard]] domain::Sequence feed_id(domain::Sequence sequence) const;

    /// The answer that a request with this key was given; nullptr when there was none. Borrowed until the next apply.
    [[nodiscard]] const domain::Event* answer_to(const domain::RequestKey& key) const;

    /// Whether keys made at `made_at` were known here and are no more, so that nobody can say what they were answered.
    [[nodiscard]] bool has_forgotten_keys_of(domain::Instant made_at) const { return made_at <= forgotten_; }

    /// Throws std::logic_error when `sequence` is not the next one.
    void apply(domain::Sequence sequence, const domain::Recorded& recorded);
    /// The event there was forgotten. As apply(), of nothing.
    void skip(domain::Sequence sequence);

    friend bool operator==(const Ledger&, const Ledger&) = default;

private:
    static constexpr unsigned sequence_bits = 36; // and 16 to tell lives apart: 2^52 + 2^36 stays below 2^53

    void take(const domain::AuditEvent& event);
    void take(const domain::VisitorForgotten& event);
    void take(const domain::DayForgotten& event);
    void take(const domain::DayFilesForgotten& event);
    [[nodiscard]] std::vector<domain::FileOwner> owners_of_files(domain::VisitorId visitor) const;
    void forget_answers_about(domain::VisitorId visitor);
    void step_to(domain::Sequence sequence);
    void forget_old_keys(domain::Instant now);

    domain::Line line_;
    domain::CallBoard board_;
    domain::CardBook cards_;
    domain::AlertBook alerts_;
    domain::StaffBook staff_;
    domain::StockBook stock_;
    domain::FileBook files_;
    std::optional<domain::Incarnation> incarnation_;
    domain::Sequence sequence_{0};
    // Answers by key; and the keys in order of arrival, each with the instant its time to be remembered runs from, so
    // that old ones are forgotten from the front.
    std::unordered_map<domain::RequestKey, domain::Event> answers_;
    std::deque<std::pair<domain::Instant, domain::RequestKey>> remembered_;
    bool knows_people_{true};
    bool left_locked_{false};
    domain::Instant forgotten_{domain::Instant::min()}; ///< When the youngest key forgotten so far was made.
};

/// When an event happened.
[[nodiscard]] domain::Instant instant_of(const domain::Event& event);

} // namespace verandah::store
