// SPDX-License-Identifier: Apache-2.0
// A hub for records of nobody, which answers at once and by the rules.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "sample.hpp"
#include "shared/domain/record/decide_entry.hpp"
#include "shared/domain/stock/decide_stock.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace verandah::hub {
struct ClinicalData;
}

namespace verandah::test {

/// The rules that come with the program.
[[nodiscard]] const hub::ClinicalData& clinical();

/// One visitor's file, a cupboard with 212 of every medicine, and the rules that come with the program. It decides as
/// the hub does.
class RecordHub {
public:
    RecordHub();
    explicit RecordHub(std::string_view own_form); ///< Beside the built-in ones, and in use.
    /// What it answers, and what that leads to, until there is nothing to answer any more.
    void answer(console::Console& console, std::vector<console::Effect> effects, domain::Instant now = sample_now);
    /// Somebody else writes, at another console.
    void colleague_writes(const domain::FileEvent& event, domain::Instant now = sample_now);
    /// Something that this version cannot read.
    void newer_version_writes() { apply_unread(file_, file_.last + 1); }
    /// An entry of another day.
    void write_on(domain::CentreDay day, const domain::FileEvent& event);
    void take_back(const domain::CounterfoilHash& counterfoil) { returned_.push_back(counterfoil); }
    void refuse_next(domain::Refusal::Why why) { refuse_next_ = why; }
    void refuse_next_stock(domain::Refusal::Why why) { refuse_next_stock_ = why; }
    void lose_next() { lose_next_ = Lost::request; }
    void lose_next_answer() { lose_next_ = Lost::answer; } ///< It does what was asked, and nobody hears of it.
    void hold_answers() { holds_ = true; }                 ///< It says nothing from now on.

    /// Somebody takes it, so that so much is left.
    void leave(std::string_view commodity, std::int64_t amount);
    void receive(std::string_view commodity, std::string_view batch, std::int64_t amount, domain::CentreDay expiry);
    [[nodiscard]] const domain::StockBook& cupboard() const { return cupboard_; }
    [[nodiscard]] std::int64_t balance(std::string_view commodity) const;

    [[nodiscard]] const domain::File& file() const { return file_; }
    [[nodiscard]] const std::vector<std::string>& refusals() const { return refusals_; }
    [[nodiscard]] bool was_closed() const { return closed_; }

private:
    enum class Lost { nothing, request, answer };
    std::vector<console::Happening> answers_to(const console::RecordEffect& effect, domain::Instant now);
    console::RecordHappening opened(const console::OpenFile& asked, domain::Instant now);
    console::RecordHappening kept(const console::KeepPictures& asked, domain::Instant now);
    console::RecordHappening written(const console::WriteEntry& asked, domain::Instant now);
    console::RecordHappening moved(const console::MoveStock& asked, domain::Instant now);
    /// As with the keys of the real one: what was asked under this number before is answered as it was.
    console::RecordHappening once(std::size_t look, std::size_t ask, const console::RecordHappening& lost,
                                  const std::function<console::RecordHappening()>& answer);
    void change(const domain::StockCommand& command);
    [[nodiscard]] console::RecordHappening view(std::size_t look) const;

    std::shared_ptr<const hub::ClinicalData> data_;
    domain::File file_{};
    std::optional<domain::PicturePhrase> pictures_{}; ///< Hers.
    bool exists_{false};
    bool is_of_today_{false};
    bool closed_{false};
    bool holds_{false};
    Lost lose_next_{Lost::nothing};
    std::optional<domain::Refusal::Why> refuse_next_{};
    std::optional<domain::Refusal::Why> refuse_next_stock_{};
    domain::StockBook cupboard_{};
    std::vector<domain::CounterfoilHash> returned_{};
    std::map<std::pair<std::size_t, std::size_t>, console::RecordHappening> answered_{};
    std::vector<std::string> refusals_{};
};

/// Does it, and lets the hub answer.
void does(console::Console& console, RecordHub& hub, const console::RecordWish& wish, domain::Instant now = sample_now);
} // namespace verandah::test
