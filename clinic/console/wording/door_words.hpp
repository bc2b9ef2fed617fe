// SPDX-License-Identifier: Apache-2.0
// The words of coming in, of one's own secrets, and of accounts.
#pragma once

#include "clinic/console/flow/door.hpp"
#include "clinic/console/screens/models.hpp"
#include "clinic/console/wording/scene.hpp"

#include <string>

namespace verandah::console {

/// Precondition: there is a form.
[[nodiscard]] FormModel form_words(const Scene& scene);
[[nodiscard]] PinModel pin_words(const Scene& scene);
[[nodiscard]] ToldModel told_words(const Scene& scene);
/// Precondition: there is a question.
[[nodiscard]] SheetModel account_sheet_words(const Scene& scene);
[[nodiscard]] StaffModel staff_words(const Scene& scene);
[[nodiscard]] DevicesModel devices_words(const Scene& scene);
/// Precondition: an offer is shown.
[[nodiscard]] OfferModel offer_words(const Scene& scene);
/// "12 min ago"; "never" for no time.
[[nodiscard]] std::string ago(const Scene& scene, const std::optional<domain::Instant>& at);
[[nodiscard]] std::string device_kind_label(const Scene& scene, wire::DeviceKind kind);

[[nodiscard]] std::optional<WhoModel> who_words(const Scene& scene);
[[nodiscard]] std::optional<BannerModel> banner_words(const Scene& scene);
/// What the panic chord did, or good news about an account; empty for nothing.
[[nodiscard]] std::string quiet_words(const Scene& scene);

[[nodiscard]] std::string role_label(const Scene& scene, domain::Role role);
[[nodiscard]] std::string session_notice_words(const Scene& scene, SessionNotice notice);
/// "Reconnecting…" while the hub is away.
[[nodiscard]] std::string link_trouble(const Scene& scene);

} // namespace verandah::console
