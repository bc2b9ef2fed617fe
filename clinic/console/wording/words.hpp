// SPDX-License-Identifier: Apache-2.0
// From the console's state to the words of each screen.
#pragma once

#include "clinic/console/flow/outlook.hpp"
#include "clinic/console/screens/models.hpp"
#include "clinic/console/wording/scene.hpp"

namespace verandah::console {

[[nodiscard]] ScreenModel screen_words(const Scene& scene);

[[nodiscard]] HeadModel head_words(const Scene& scene, std::string title);
[[nodiscard]] LineModel line_words(const Scene& scene);
/// Nothing for whoever may do nothing about the line.
[[nodiscard]] std::optional<PanelModel> panel_words(const Scene& scene);
[[nodiscard]] TodayModel today_words(const Scene& scene);
[[nodiscard]] SheetModel sheet_words(const Scene& scene);
[[nodiscard]] std::optional<AlertModel> alert_words(const Scene& scene);

/// A deed's button, with why it is not possible just now.
[[nodiscard]] DeedModel deed_words(const Scene& scene, Deed deed);
[[nodiscard]] std::string obstacle_words(const Scene& scene, Obstacle obstacle);
[[nodiscard]] std::string notice_words(const Scene& scene, const Notice& notice);
[[nodiscard]] std::string usual_reason_words(const Scene& scene, UsualReason reason);

/// Today's tickets in numbers.
struct DayFigures {
    int waiting = 0;
    int served = 0;
    int left = 0;
    int away = 0;
    std::chrono::milliseconds longest_wait{};
    std::optional<std::chrono::milliseconds> middle_wait{}; ///< Median of those called in the last hour.
};
[[nodiscard]] DayFigures day_figures(const domain::Line& line, domain::Instant now);
[[nodiscard]] std::optional<std::chrono::milliseconds> median(std::vector<std::chrono::milliseconds> spans);

} // namespace verandah::console
