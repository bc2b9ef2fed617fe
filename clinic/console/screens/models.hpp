// SPDX-License-Identifier: Apache-2.0
// What each screen of the console shows: every word already in the reader's language.
#pragma once

#include "clinic/console/flow/wish.hpp"
#include "shared/ui/icon.hpp"
#include "shared/ui/theme.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace verandah::console {

/// A place on the rail.
struct RailPlace {
    std::string label;
    ui::Icon icon;
    Wish wish;
    char32_t letter = 0; ///< 0: Esc.
    bool chosen = false;
};

/// Live, or not: a pill with a dot or an icon, and a word.
struct LinkPill {
    std::string label;
    bool live = false;
};

struct Figure {
    std::string value;
    std::string caption;
};

/// The band over everything that belongs to every page.
struct HeadModel {
    std::string title;
    std::string station; ///< "Room 2"; a press changes it.
    std::string skills;  ///< "Nurse · Test".
    LinkPill link;
};

struct RowModel {
    domain::TicketId ticket;
    std::string number;
    std::string needs;
    std::string waiting;
    std::string class_label;
    ui::Tone class_tone = ui::Tone::quiet;
    std::string reason;
    bool next = false;
    bool dimmed = false;
    bool chosen = false;
};

struct ListModel {
    std::vector<std::string> headings; ///< Number, here for, waiting, class, why.
    std::string next_label;
    std::string empty_title;
    std::string empty_note;
    std::vector<RowModel> rows;
    bool old = false; ///< The hub is away: what is shown may be old.
};

/// Something that can be done: a button with its key. `hindered` says why not, when it is not possible now.
struct DeedModel {
    Deed deed;
    std::string label;
    std::string hindered; ///< Empty when it is possible.
};

/// Who is here, or whom the buttons are about.
struct CardModel {
    enum class Kind { here, on_the_way, chosen, nobody };
    Kind kind = Kind::nobody;
    std::string title;  ///< "With you", "On the way", "Chosen".
    std::string since;  ///< "since 12 min".
    std::string number; ///< Empty for nobody.
    std::string needs;
    std::string waited; ///< "wait 22 min".
    std::string leave;  ///< How to let a chosen row go.
};

struct AlertModel {
    std::string where; ///< "Kiosk 1 asks for help".
    std::string since; ///< "now", "2 min".
    std::string going; ///< The button.
    std::string more;  ///< "and 2 more", or empty.
};

struct PanelModel {
    CardModel card;
    DeedModel call_next{Deed::call_next, {}, {}};
    std::vector<DeedModel> deeds;
    DeedModel add_person{Deed::add_person, {}, {}};
    DeedModel undo{Deed::undo, {}, {}};
    std::string notice; ///< What just happened or why not; empty for nothing.
    bool notice_is_care = false;
};

struct LineModel {
    HeadModel head;
    std::vector<Figure> figures;
    ListModel list;
    PanelModel panel;
};

/// One bar of the day: an hour, how many came and how many were served.
struct HourBar {
    std::string label;
    int came = 0;
    int served = 0;
};
struct ClassBar {
    std::string label;
    ui::Tone tone = ui::Tone::quiet;
    std::string value;
    float part = 0; ///< Of the longest, 0..1.
};
struct TodayModel {
    HeadModel head;
    std::vector<Figure> figures;
    std::string hours_title;
    std::string came_label;
    std::string served_label;
    std::vector<HourBar> hours;
    std::string classes_title;
    std::vector<ClassBar> classes;
    std::string times_title;
    std::vector<Figure> times;
    std::string empty; ///< Nothing happened yet; or empty.
    DeedModel turn_day{Deed::close_day, {}, {}};
};

struct OptionModel {
    std::string label;
    std::string note; ///< Such as "shortest line"; or empty.
    ui::Icon icon;
    bool chosen = false;
};
struct OptionGroup {
    std::string heading;
    std::vector<OptionModel> options;
};
struct SheetModel {
    std::string title;
    std::string note;
    std::vector<OptionGroup> groups;
    std::optional<std::string> typed; ///< There is a field.
    std::string field_label;
    std::string confirm; ///< Empty: choosing is enough.
    std::string cancel;  ///< Empty: it must be answered.
    std::string missing; ///< What is still needed, or empty.
};

struct CoverModel {
    std::string title;
    std::string note;
    std::string alert; ///< "Somebody asks for you", or empty.
};

/// Before the hub was reached for the first time.
struct OpeningModel {
    std::string title;
    std::string note;
};

struct ScreenModel {
    std::vector<RailPlace> rail;
    std::optional<LineModel> line;
    std::optional<TodayModel> today;
    std::optional<OpeningModel> opening;
    std::optional<SheetModel> sheet;
    std::optional<AlertModel> alert; ///< On every page; under a cover only that there is one.
    std::optional<CoverModel> cover;
};

} // namespace verandah::console
