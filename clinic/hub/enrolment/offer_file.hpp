// SPDX-License-Identifier: Apache-2.0
// Offers made on the hub's own machine, beside the hub that serves: how the first console of a house gets in.
#pragma once

#include "clinic/hub/enrolment/offer_book.hpp"

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace verandah::hub {

// Whoever may write into the centre's folder may let devices in anyway; so `verandah-hub device offer` leaves a file
// there, private and with no more of the secret than its hash, and the serving hub takes it within a second. While its
// enrolment door is open, the hub keeps a file there that says where.

/// Leaves an offer in `folder`, which is made when it is not there. Refuses with conflict when one of that name is
/// still there. Throws std::system_error when the disk is at fault.
[[nodiscard]] std::expected<void, domain::Refusal> leave_offer(const std::filesystem::path& folder,
                                                               const OfferBook::Offered& offered);
/// Whether the hub has taken it.
[[nodiscard]] bool is_offer_taken(const std::filesystem::path& folder, const wire::DeviceName& name);
void take_offer_back(const std::filesystem::path& folder, const wire::DeviceName& name);

/// Takes every offer out of `folder`. A faulty one is taken out, too, and reported by "FILE: what is wrong".
[[nodiscard]] std::vector<OfferBook::Offered> take_offers(const std::filesystem::path& folder,
                                                          const std::function<void(const std::string&)>& report);

/// Says there where the door is, "HOST:PORT"; nullopt: nowhere, it is closed.
void tell_door(const std::filesystem::path& folder, const std::optional<std::string>& address);
[[nodiscard]] std::optional<std::string> told_door(const std::filesystem::path& folder);

} // namespace verandah::hub
