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
[[nodiscard]] NoticeModel thanks_words(const Scene& scene);
[[nodiscard]] NoticeModel still_there_words(const Scene& scene, Ticks since);

} // namespace verandah::kiosk
