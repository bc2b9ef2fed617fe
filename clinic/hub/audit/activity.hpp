// SPDX-License-Identifier: Apache-2.0
// Who did what, as the audit trail tells it to a person: never to whom.
#pragma once

#include "clinic/hub/centre/centre_clock.hpp"
#include "shared/domain/audit/deed_kind.hpp"

#include <optional>
#include <string>
#include <vector>

namespace verandah::hub {

/// One event, in words. A ticket's number, a card and a visitor are left out: with a time beside it a number would
/// point at one person. A record is called by its reference (RecordReference).
struct Activity {
    std::string time; ///< The centre's own, "2026-03-03 18:05:59".
    std::string device;
    std::string who;  ///< The account that was signed in; empty for nobody.
    std::string kind; ///< The journal's permanent word.
    std::string about;
    friend bool operator==(const Activity&, const Activity&) = default;
};

[[nodiscard]] Activity activity_of(const domain::Recorded& recorded, const CentreClock& clock);

/// What is asked for; what is not said does not matter.
struct ActivityFilter {
    std::optional<domain::CentreDay> from{}; ///< The centre's days, both included.
    std::optional<domain::CentreDay> to{};
    std::optional<std::string> who{};  ///< An account or a device.
    std::optional<std::string> kind{}; ///< A permanent word.
    std::optional<domain::DeedKind> deed{};
};
[[nodiscard]] bool matches(const ActivityFilter& filter, const domain::Recorded& recorded, const CentreClock& clock);

[[nodiscard]] std::string table_of(const std::vector<Activity>& activities);
/// RFC 4180, with a line of titles or going on behind one. A field that a spreadsheet would reckon with gets an
/// apostrophe.
enum class Titles { with, without };
[[nodiscard]] std::string csv_of(const std::vector<Activity>& activities, Titles titles = Titles::with);

/// 2026-03-03; nullopt for what is no day.
[[nodiscard]] std::optional<domain::CentreDay> day_in(std::string_view text);

} // namespace verandah::hub
