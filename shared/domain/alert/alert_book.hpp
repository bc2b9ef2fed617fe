// SPDX-License-Identifier: Apache-2.0
// "I need help now" and "talk to a person": silent alerts that stay open until somebody goes.
#pragma once

#include "shared/domain/id.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/domain/time.hpp"

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace verandah::domain {

/// What was asked for. Help is for danger and distress; person is for somebody who would rather talk than touch.
enum class AlertKind { help, person };
[[nodiscard]] std::string_view word(AlertKind kind);
[[nodiscard]] std::optional<AlertKind> alert_kind_from(std::string_view word);

struct AlertRaised {
    AlertId alert;
    AlertKind kind;
    std::string device; ///< Where: the name of the kiosk, such as "kiosk-1".
    Instant at;
    friend bool operator==(const AlertRaised&, const AlertRaised&) = default;
};
/// Somebody said "I am going".
struct AlertAnswered {
    AlertId alert;
    Instant at;
    friend bool operator==(const AlertAnswered&, const AlertAnswered&) = default;
};
using AlertEvent = std::variant<AlertRaised, AlertAnswered>;

/// The alerts nobody has answered yet, oldest first; and how many there were.
class AlertBook {
public:
    AlertBook() = default;
    /// Of a hub that knows no alerts of before: the first it raises is `next`.
    explicit AlertBook(AlertId next) : next_{next} {}

    [[nodiscard]] const std::map<AlertId, AlertRaised>& open() const { return open_; }

    /// When each was raised, answered or not: those of the last two days.
    [[nodiscard]] const std::map<AlertId, Instant>& raised() const { return raised_; }

    /// An alert of the same kind that is still open at the same device is not raised twice: nullopt.
    [[nodiscard]] std::optional<AlertEvent> raise(AlertKind kind, const std::string& device, Instant at) const;
    /// Refuses with not_found when no such alert is open.
    [[nodiscard]] std::expected<AlertEvent, Refusal> answer(AlertId alert, Instant at) const;

    /// Alerts below `next` are let go, the open ones too, and their ids not given again.
    void forget_before(AlertId next);
    [[nodiscard]] AlertId next() const { return next_; } ///< The id that the next alert is given.

    friend void apply(AlertBook& book, const AlertEvent& event);
    friend bool operator==(const AlertBook&, const AlertBook&) = default;

private:
    std::map<AlertId, AlertRaised> open_;
    std::map<AlertId, Instant> raised_;
    AlertId next_{1};
};

void apply(AlertBook& book, const AlertEvent& event);

} // namespace verandah::domain
