// SPDX-License-Identifier: Apache-2.0
// The words of each step's screen. For picture.cpp, which knows which one it is.
#pragma once

#include "kiosk/screens/screen.hpp"
#include "kiosk/wording/scene.hpp"

namespace verandah::kiosk {

[[nodiscard]] ScreenModel welcome_words(const Scene& scene);
[[nodiscard]] LanguagesModel languages_words(const Scene& scene);
[[nodiscard]] ChoicesModel ease_words(const Scene& scene);
[[nodiscard]] ChoicesModel card_words(const Scene& scene, const ShowingCard& step);
[[nodiscard]] NeedsModel needs_words(const Scene& scene, int page);
[[nodiscard]] ChoicesModel offer_words(const Scene& scene);
[[nodiscard]] NoticeModel moment_words(const Scene& scene);
[[nodiscard]] NoticeModel unconfirmed_words(const Scene& scene);
[[nodiscard]] TicketModel ticket_words(const Scene& scene, const HoldingTicket& step);
[[nodiscard]] NoticeModel thanks_words(const Scene& scene, const Thanked& step);

// supplies_words.cpp
[[nodiscard]] SuppliesModel supplies_words(const Scene& scene, const ChoosingSupplies& step);

// forgetting_words.cpp. While the hub is away the first two say that it cannot be done just now.
[[nodiscard]] ScreenModel considering_words(const Scene& scene);
[[nodiscard]] ScreenModel card_to_forget_words(const Scene& scene, ShowingCard::Scan scan);
[[nodiscard]] NoticeModel asking_to_forget_words(const Scene& scene);
[[nodiscard]] NoticeModel unconfirmed_forgetting_words(const Scene& scene);
[[nodiscard]] NoticeModel sent_to_staff_words(const Scene& scene, Ticks since);

[[nodiscard]] NoticeModel still_there_words(const Scene& scene, Ticks since);

} // namespace verandah::kiosk
