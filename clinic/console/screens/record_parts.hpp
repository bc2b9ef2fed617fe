// SPDX-License-Identifier: Apache-2.0
// Pieces that a record is drawn with. For record_*.cpp only.
#pragma once

#include "clinic/console/screens/parts.hpp"
#include "clinic/console/screens/record_models.hpp"

#include <span>
#include <vector>

namespace verandah::console {

// Beside the words of a choice, in pixels.
inline constexpr float choice_padding = 12;
inline constexpr float least_choice_padding = 8;

/// As wide chosen as not, so that choosing moves nothing.
[[nodiscard]] float choice_width(ui::Frame& frame, const RecordChoice& choice, float padding = choice_padding);

/// The measures of a record's page: squeezed together a little where it would be higher than the screen.
struct RecordMeasures {
    ui::Frame& frame;
    float squeeze{1};
    float padding_of_choice{choice_padding};

    [[nodiscard]] float of(float pixels) const { return frame.px(pixels) * squeeze; }
    [[nodiscard]] float chip() const { return of(40); }
    [[nodiscard]] float gap() const { return of(7); }
    [[nodiscard]] float padding() const { return of(9); }
    [[nodiscard]] float title() const { return of(20); }
    [[nodiscard]] float between() const { return of(10); } ///< Two boxes.
    [[nodiscard]] float width_of(const RecordChoice& choice) const
    {
        return choice_width(frame, choice, padding_of_choice);
    }
};

[[nodiscard]] Answer draw_choice(ui::Frame& frame, const ui::Rect& rect, const RecordChoice& choice);
/// How high the choices are in that width.
[[nodiscard]] float choices_height(const RecordMeasures& measures, std::span<const RecordChoice> choices, float width);
[[nodiscard]] Answer draw_choices(const RecordMeasures& measures, const ui::Rect& area,
                                  std::span<const RecordChoice> choices);
/// A filled button with its key.
[[nodiscard]] Answer draw_main_choice(ui::Frame& frame, const ui::Rect& rect, const RecordChoice& choice);

[[nodiscard]] float card_height(const RecordMeasures& measures, const RecordCard& card, float width);
[[nodiscard]] Answer draw_record_card(const RecordMeasures& measures, const ui::Rect& rect, const RecordCard& card);
[[nodiscard]] float tests_height(const RecordMeasures& measures, const TestsModel& tests, float width);
[[nodiscard]] Answer draw_tests(const RecordMeasures& measures, const ui::Rect& rect, const TestsModel& tests);
[[nodiscard]] float suggestion_height(const RecordMeasures& measures, const SuggestionModel& suggestion);
[[nodiscard]] Answer draw_suggestion(const RecordMeasures& measures, const ui::Rect& rect,
                                     const SuggestionModel& suggestion);

/// The ground of a sheet over a record, its title and its note; what is left of it.
[[nodiscard]] ui::Rect draw_record_sheet_head(ui::Frame& frame, ui::Size size, const std::string& title,
                                              const std::string& words);
/// What leads on from such a sheet: pale while something is missing, which stands beside it.
struct SheetConfirm {
    std::string_view label;
    std::string_view missing;
    RecordWish wish;
};
[[nodiscard]] Answer draw_record_sheet_foot(ui::Frame& frame, ui::Rect foot, const SheetConfirm& confirm,
                                            const std::string& cancel, const RecordWish& cancelled);

/// How long PEP can be begun, large.
void draw_record_clock(ui::Frame& frame, const ui::Rect& rect, const SideItem& clock);
[[nodiscard]] Answer draw_record_side(ui::Frame& frame, const ui::Rect& area, const SideModel& side);
[[nodiscard]] Answer draw_record_door(ui::Frame& frame, const ui::Rect& area, const RecordDoorModel& door);
[[nodiscard]] Answer draw_pictures(ui::Frame& frame, const ui::Rect& area, const PicturesModel& model);
[[nodiscard]] Answer draw_otherwise(ui::Frame& frame, const OtherwiseModel& model);
[[nodiscard]] Answer draw_visit(ui::Frame& frame, const VisitModel& model);
[[nodiscard]] Answer draw_exact_time(ui::Frame& frame, const TimeModel& model);
[[nodiscard]] Answer draw_why_corrected(ui::Frame& frame, const WhyModel& model);
[[nodiscard]] Answer draw_clash(ui::Frame& frame, const ClashModel& model);

} // namespace verandah::console
