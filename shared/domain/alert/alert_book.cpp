// SPDX-License-Identifier: Apache-2.0
// Alerts: raised once, open until somebody goes.
#include "shared/domain/alert/alert_book.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

// Permanent: on disk and on the wire.
std::string_view word(AlertKind kind)
{
    switch (kind) {
    case AlertKind::help: return "help";
    case AlertKind::person: return "person";
    }
    std::unreachable();
}

std::optional<AlertKind> alert_kind_from(std::string_view text)
{
    if (text == word(AlertKind::help)) {
        return AlertKind::help;
    }
    return text == word(AlertKind::person) ? std::optional{AlertKind::person} : std::nullopt;
}

namespace {
constexpr std::chrono::hours counted_for{48}; ///< Longer than a day of the centre's.
} // namespace

std::optional<AlertEvent> AlertBook::raise(AlertKind kind, const std::string& device, Instant at) const
{
    const bool is_open = std::ranges::any_of(
        open_, [&](const auto& entry) { return entry.second.kind == kind && entry.second.device == device; });
    return is_open ? std::nullopt : std::optional<AlertEvent>{AlertRaised{next_, kind, device, at}};
}

std::expected<AlertEvent, Refusal> AlertBook::answer(AlertId alert, Instant at) const
{
    if (!open_.contains(alert)) {
        return refuse(Refusal::Why::not_found, "no such alert is open");
    }
    return AlertAnswered{alert, at};
}

void AlertBook::forget_before(AlertId next)
{
    const auto is_before = [next](const auto& entry) { return entry.first < next; };
    std::erase_if(open_, is_before);
    std::erase_if(raised_, is_before);
    next_ = std::max(next_, next);
}

void apply(AlertBook& book, const AlertEvent& event)
{
    if (const auto* raised = std::get_if<AlertRaised>(&event)) {
        book.open_.insert_or_assign(raised->alert, *raised);
        book.raised_.insert_or_assign(raised->alert, raised->at);
        std::erase_if(book.raised_, [raised](const auto& entry) { return entry.second < raised->at - counted_for; });
        book.next_ = std::max(book.next_, AlertId{raised->alert.value() + 1});
    } else if (const auto* answered = std::get_if<AlertAnswered>(&event)) {
        book.open_.erase(answered->alert);
    }
}

} // namespace verandah::domain
