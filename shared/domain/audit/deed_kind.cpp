// SPDX-License-Identifier: Apache-2.0
// Which kind of deed each event is.
#include "shared/domain/audit/deed_kind.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

namespace {

struct KindOf {
    // Of the line: all but what is about the day.
    DeedKind operator()(const DayOpened&) const { return DeedKind::centre; }
    DeedKind operator()(const DayClosed&) const { return DeedKind::centre; }
    DeedKind operator()(const DayReopened&) const { return DeedKind::centre; }
    DeedKind operator()(const DayGoneOnWith&) const { return DeedKind::centre; }

    DeedKind operator()(const StaffAdded&) const { return DeedKind::accounts; }
    DeedKind operator()(const StaffRoleChanged&) const { return DeedKind::accounts; }
    DeedKind operator()(const StaffPassphraseChanged&) const { return DeedKind::accounts; }
    DeedKind operator()(const StaffRevoked&) const { return DeedKind::accounts; }
    DeedKind operator()(const ClinicKeyGranted&) const { return DeedKind::accounts; }
    DeedKind operator()(const StaffSignedIn&) const { return DeedKind::sessions; }
    DeedKind operator()(const StaffSignedOut&) const { return DeedKind::sessions; }
    DeedKind operator()(const SignInRefused&) const { return DeedKind::refused; }
    DeedKind operator()(const AccessRefused&) const { return DeedKind::refused; }

    DeedKind operator()(const EnrolmentRefused&) const { return DeedKind::refused; }

    DeedKind operator()(const RecordRead&) const { return DeedKind::looks; }
    DeedKind operator()(const AuditRead&) const { return DeedKind::looks; }
    DeedKind operator()(const CareListRead&) const { return DeedKind::looks; }
    DeedKind operator()(const CentreRestored&) const { return DeedKind::centre; }
    DeedKind operator()(const HubLocked&) const { return DeedKind::centre; }
    DeedKind operator()(const HubOpened&) const { return DeedKind::centre; }
    DeedKind operator()(const OpeningRefused&) const { return DeedKind::refused; }
    DeedKind operator()(const RecordRefused&) const { return DeedKind::refused; }
    DeedKind operator()(const VisitorForgotten&) const { return DeedKind::cards; }
    DeedKind operator()(const DayForgotten&) const { return DeedKind::centre; }
    DeedKind operator()(const DayFilesForgotten&) const { return DeedKind::centre; }

    template <class Happened>
    DeedKind operator()(const Happened&) const
    {
        if constexpr (std::is_constructible_v<CardEvent, Happened>) {
            return DeedKind::cards;
        } else if constexpr (std::is_constructible_v<AlertEvent, Happened>) {
            return DeedKind::help;
        } else if constexpr (std::is_constructible_v<DeviceEvent, Happened>) {
            return DeedKind::accounts;
        } else if constexpr (std::is_constructible_v<StockEvent, Happened>) {
            return DeedKind::stock;
        } else if constexpr (std::is_constructible_v<CareEvent, Happened>) {
            return DeedKind::records;
        } else {
            static_assert(std::is_constructible_v<LineEvent, Happened>, "an event of no kind");
            return DeedKind::line;
        }
    }
};

} // namespace

std::string_view word(DeedKind kind)
{
    switch (kind) {
    case DeedKind::line: return "line";
    case DeedKind::cards: return "cards";
    case DeedKind::help: return "help";
    case DeedKind::sessions: return "sessions";
    case DeedKind::refused: return "refused";
    case DeedKind::accounts: return "accounts";
    case DeedKind::looks: return "looks";
    case DeedKind::records: return "records";
    case DeedKind::centre: return "centre";
    case DeedKind::stock: return "stock";
    }
    std::unreachable();
}

std::optional<DeedKind> deed_kind_from(std::string_view text)
{
    const auto* const found = std::ranges::find(every_deed_kind, text, [](DeedKind kind) { return word(kind); });
    return found == every_deed_kind.end() ? std::nullopt : std::optional{*found};
}

DeedKind deed_kind_of(const Event& event)
{
    return std::visit([](const auto& group) { return std::visit(KindOf{}, group); }, event);
}

} // namespace verandah::domain
