// SPDX-License-Identifier: Apache-2.0
// The ledger: what each event does to what the hub knows.
#include "clinic/store/ledger.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>

namespace verandah::store {

domain::Instant instant_of(const domain::Event& event)
{
    return std::visit(
        [](const auto& group) { return std::visit([](const auto& happened) { return happened.at; }, group); }, event);
}

Ledger::Ledger(domain::Centre rules) : line_{std::move(rules)} {}

Ledger Ledger::without_past(domain::Centre rules, domain::Sequence last, domain::Instant now)
{
    Ledger ledger{std::move(rules)};
    ledger.knows_people_ = false;
    ledger.sequence_ = last;
    ledger.forgotten_ = now;
    // As tickets are (DayGoneOnWith): every alert ever raised took an event, so no number beyond the last event is
    // used.
    ledger.alerts_ = domain::AlertBook{domain::AlertId{static_cast<std::int64_t>(last) + 1}};
    return ledger;
}

void Ledger::forget_people()
{
    knows_people_ = false;
    line_.forget_visitors();
    cards_ = {};
    staff_ = {};
    stock_ = {};
    files_ = {};
    std::erase_if(answers_, [](const auto& answer) {
        return !std::holds_alternative<domain::LineEvent>(answer.second) &&
               !std::holds_alternative<domain::AlertEvent>(answer.second) &&
               !std::holds_alternative<domain::StockEvent>(answer.second); // says nothing of a person
    });
    for (auto& [key, answer] : answers_) {
        auto* in_line = std::get_if<domain::LineEvent>(&answer);
        if (auto* issued = in_line == nullptr ? nullptr : std::get_if<domain::TicketIssued>(in_line)) {
            issued->visitor.reset();
        }
    }
}

const domain::Event* Ledger::answer_to(const domain::RequestKey& key) const
{
    const auto found = answers_.find(key);
    return found == answers_.end() ? nullptr : &found->second;
}

void Ledger::step_to(domain::Sequence sequence)
{
    if (sequence != sequence_ + 1) {
        throw std::logic_error{"events have to be applied in order, without a gap"};
    }
    sequence_ = sequence;
}

void Ledger::skip(domain::Sequence sequence)
{
    step_to(sequence);
}

void Ledger::apply(domain::Sequence sequence, const domain::Recorded& recorded)
{
    step_to(sequence);
    if (const auto* in_line = std::get_if<domain::LineEvent>(&recorded.event)) {
        const auto day = line_.day();
        domain::apply(line_, *in_line);
        board_.follow(line_, *in_line);
        if (line_.day() != day) {
            files_.end_day();
        }
        left_locked_ = left_locked_ || std::holds_alternative<domain::DayGoneOnWith>(*in_line);
    } else if (const auto* of_card = std::get_if<domain::CardEvent>(&recorded.event)) {
        domain::apply(cards_, *of_card);
    } else if (const auto* of_alert = std::get_if<domain::AlertEvent>(&recorded.event)) {
        domain::apply(alerts_, *of_alert);
    } else if (const auto* of_staff = std::get_if<domain::StaffEvent>(&recorded.event)) {
        domain::apply(staff_, *of_staff);
    } else if (const auto* of_stock = std::get_if<domain::StockEvent>(&recorded.event)) {
        domain::apply(stock_, *of_stock);
    } else if (const auto* of_audit = std::get_if<domain::AuditEvent>(&recorded.event)) {
        take(*of_audit);
    } else if (const auto* forgotten = std::get_if<domain::ForgettingEvent>(&recorded.event)) {
        std::visit([this](const auto& event) { take(event); }, *forgotten);
    } else if (const auto* of_care = std::get_if<domain::CareEvent>(&recorded.event)) {
        domain::apply(files_, *of_care);
    }
    if (recorded.key) {
        const auto at = instant_of(recorded.event);
        answers_.insert_or_assign(*recorded.key, recorded.event);
        // A device whose clock is ahead may ask again for as long as its key has not expired.
        remembered_.emplace_back(std::max(at, recorded.key->made_at()), *recorded.key);
        forget_old_keys(at);
    }
}

void Ledger::take(const domain::AuditEvent& event)
{
    if (const auto* restored = std::get_if<domain::CentreRestored>(&event)) {
        incarnation_ = restored->incarnation;
    } else if (std::holds_alternative<domain::HubLocked>(event)) {
        left_locked_ = true;
    } else if (std::holds_alternative<domain::HubOpened>(event)) {
        left_locked_ = false;
    }
}

void Ledger::take(const domain::VisitorForgotten& event)
{
    forget_answers_about(event.visitor);
    for (const auto& owner : owners_of_files(event.visitor)) {
        files_.forget(owner);
    }
    line_.forget_visitor(event.visitor);
    cards_.forget(event.visitor);
}

void Ledger::take(const domain::DayForgotten& event)
{
    line_.go_on_from(event.next_ticket);
    alerts_.forget_before(event.next_alert);
}

void Ledger::take(const domain::DayFilesForgotten& /*event*/) {} // they went when the next day began

/// She, and her visits of today, which have a file of their own when she wanted none that is kept.
std::vector<domain::FileOwner> Ledger::owners_of_files(domain::VisitorId visitor) const
{
    std::vector<domain::FileOwner> owners{visitor};
    for (const auto& [id, ticket] : line_.tickets()) {
        if (ticket.visitor == visitor) {
            owners.emplace_back(id);
        }
    }
    return owners;
}

/// As if what tells of her had never been answered: a replay does not find it any more.
void Ledger::forget_answers_about(domain::VisitorId visitor)
{
    const auto cards = cards_.cards_of(visitor);
    std::vector<domain::FileId> files;
    for (const auto& owner : owners_of_files(visitor)) {
        if (const auto file = files_.file_of(owner)) {
            files.push_back(*file);
        }
    }
    const auto is_hers = [&cards, &files](const domain::Event& answer) {
        if (const auto* of_care = std::get_if<domain::CareEvent>(&answer)) {
            return std::ranges::any_of(files, [of_care](domain::FileId file) { return domain::is_in(*of_care, file); });
        }
        const auto* of_card = std::get_if<domain::CardEvent>(&answer);
        return of_card != nullptr && std::ranges::any_of(cards, [of_card](const domain::CardHash& card) {
                   return domain::is_about(*of_card, card);
               });
    };
    std::erase_if(remembered_, [&](const auto& entry) {
        const auto answer = answers_.find(entry.second);
        return answer != answers_.end() && is_hers(answer->second);
    });
    std::erase_if(answers_, [&](const auto& answer) { return is_hers(answer.second); });
    for (auto& [key, answer] : answers_) {
        auto* in_line = std::get_if<domain::LineEvent>(&answer);
        auto* issued = in_line == nullptr ? nullptr : std::get_if<domain::TicketIssued>(in_line);
        if (issued != nullptr && issued->visitor == visitor) {
            issued->visitor.reset();
        }
    }
}

domain::Sequence Ledger::feed_id(domain::Sequence sequence) const
{
    if (!incarnation_) {
        return sequence;
    }
    domain::Sequence life = 0;
    for (const auto byte : std::span{incarnation_->id}.first<2>()) {
        life = life << 8U | std::to_integer<domain::Sequence>(byte);
    }
    return (life + 1) << sequence_bits | sequence;
}

void Ledger::forget_old_keys(domain::Instant now)
{
    const auto oldest = now - line_.rules().limits.keys_remembered;
    while (!remembered_.empty() && remembered_.front().first < oldest) {
        const auto& key = remembered_.front().second;
        forgotten_ = std::max(forgotten_, key.made_at());
        answers_.erase(key);
        remembered_.pop_front();
    }
}

} // namespace verandah::store
