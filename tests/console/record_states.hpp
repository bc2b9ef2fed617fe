// SPDX-License-Identifier: Apache-2.0
// Records of nobody: a hub that answers at once and by the rules, and what a console shows then.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "sample.hpp"
#include "shared/domain/record/decide_entry.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// One visitor's file, and the rules that come with the program. It decides as the hub does.
class RecordHub {
public:
    /// What it answers, and what that leads to, until there is nothing to answer any more.
    void answer(console::Console& console, std::vector<console::Effect> effects, domain::Instant now = sample_now);
    /// Somebody else writes, at another console.
    void colleague_writes(const domain::FileEvent& event, domain::Instant now = sample_now);
    /// An entry of another day.
    void write_on(domain::CentreDay day, const domain::FileEvent& event);
    void refuse_next(domain::Refusal::Why why) { refuse_next_ = why; }
    void lose_next() { lose_next_ = true; }
    void hold_answers() { holds_ = true; } ///< It says nothing from now on.

    [[nodiscard]] const domain::File& file() const { return file_; }
    [[nodiscard]] const std::vector<std::string>& refusals() const { return refusals_; }
    [[nodiscard]] bool was_closed() const { return closed_; }

private:
    std::vector<console::RecordHappening> answers_to(const console::RecordEffect& effect, domain::Instant now);
    console::RecordHappening opened(const console::OpenFile& asked, domain::Instant now);
    console::RecordHappening written(const console::WriteEntry& asked, domain::Instant now);
    [[nodiscard]] console::RecordHappening view(std::size_t look) const;

    domain::File file_{};
    bool exists_{false};
    bool is_of_today_{false};
    bool closed_{false};
    bool holds_{false};
    bool lose_next_{false};
    std::optional<domain::Refusal::Why> refuse_next_{};
    std::vector<std::string> refusals_{};
};

/// A clinician in room 2 with somebody before her, on the page of the record; nothing was asked of the hub yet.
[[nodiscard]] console::Console console_at_a_record(RecordHub& hub);
/// The same, with the card scanned and her consent given.
[[nodiscard]] console::Console console_in_a_record(RecordHub& hub);
/// Does it, and lets the hub answer.
void does(console::Console& console, RecordHub& hub, const console::RecordWish& wish, domain::Instant now = sample_now);
/// A card's code that is one.
[[nodiscard]] files::SecretText sample_card();

[[nodiscard]] console::RecordWish choose(std::string_view field, std::string_view choice);

/// Every state of the page, for the gallery.
[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_record_state();

} // namespace verandah::test
