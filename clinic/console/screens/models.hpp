// SPDX-License-Identifier: Apache-2.0
// What each screen of the console shows: every word already in the reader's language.
#pragma once

#include "clinic/console/flow/wish.hpp"
#include "clinic/console/screens/door_models.hpp"
#include "clinic/console/screens/figure.hpp"
#include "clinic/console/screens/forgetting_models.hpp"
#include "clinic/console/screens/head_model.hpp"
#include "clinic/console/screens/past_models.hpp"
#include "clinic/console/screens/record_models.hpp"
#include "clinic/console/screens/stock_models.hpp"
#include "clinic/console/screens/work_models.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/ui/frame.hpp"
#include "shared/ui/icon.hpp"
#include "shared/ui/qr.hpp"
#include "shared/ui/theme.hpp"

#include <array>
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
    ui::Shortcut key;
    bool chosen = false;
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
    std::vector<std::string> headings; ///< Number, here for (empty: not told), waiting, class, why.
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

/// What is not there, she may not do.
struct PanelModel {
    std::optional<CardModel> card;
    std::optional<DeedModel> call_next;
    std::vector<DeedModel> deeds;
    std::optional<DeedModel> add_person;
    std::string take_slip; ///< The button for one that came back; empty: it is not there.
    std::optional<DeedModel> undo;
    std::string notice; ///< What just happened or why not; empty for nothing.
    bool notice_is_care = false;
};

struct LineModel {
    HeadModel head;
    std::vector<Figure> figures;
    ListModel list;
    std::optional<PanelModel> panel; ///< Nothing: there is nothing she may do.
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
    std::vector<Figure> more_figures{}; ///< Of whoever sees totals only: then there is nothing below them.
    std::string hours_title;
    std::string came_label;
    std::string served_label;
    std::vector<HourBar> hours;
    std::string classes_title;
    std::vector<ClassBar> classes;
    std::string times_title;
    std::vector<Figure> times;
    std::string empty; ///< Nothing happened yet; or empty.
    std::optional<DeedModel> turn_day;
};

struct OptionModel {
    std::string label;
    std::string note; ///< Such as "shortest line"; or empty.
    ui::Icon icon;
    bool chosen = false;
    ui::Tone tone = ui::Tone::teal; ///< Of a big one's icon.
};
struct OptionGroup {
    std::string heading;
    std::vector<OptionModel> options;
    enum class Size { usual, big } size = Size::usual; ///< Big: tiles beside each other, for one short question.
};
/// A line to type into.
struct SheetField {
    StockField field;
    std::string label;
    std::string value;
    std::string placeholder;
    std::size_t most_bytes = 120;
};
struct SheetModel {
    std::string title;
    std::string note;
    std::vector<OptionGroup> groups;
    std::optional<std::string> typed; ///< There is a field.
    std::string field_label;
    ui::Field::Typed typed_as = ui::Field::Typed::readable;
    std::string said{}; ///< What came of the last time, over the field; or empty.
    ui::Tone said_tone = ui::Tone::mist;
    std::vector<SheetField> fields{}; ///< In place of that one: two stand beside each other.
    std::string confirm;              ///< Empty: choosing is enough.
    std::string cancel;               ///< Empty: it must be answered.
    std::string missing;              ///< What is still needed, or empty.
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

/// One account on the page of accounts.
struct AccountRow {
    domain::AccountCode account;
    std::string role;
    std::string last_signed_in;
    std::string state;   ///< "open" or "closed for good".
    std::string records; ///< "opens records", or empty.
    bool is_open = true;
    bool chosen = false;
};
/// Something that can be done about an account.
struct AccountDeed {
    Errand errand;
    std::string label;
    ui::Icon icon;
    char32_t letter = 0;
};
struct AccountPanel {
    std::string title; ///< The chosen account, or an invitation to choose.
    std::string note;
    std::vector<AccountDeed> deeds;
    AccountDeed add{Errand::add_account, {}, {}};
};
struct StaffModel {
    HeadModel head;
    std::array<std::string, 5> headings; ///< Account, role, last signed in, state, records.
    std::vector<AccountRow> rows;
    std::string empty;                 ///< Nothing came from the hub yet; or empty.
    std::optional<AccountPanel> panel; ///< Nothing for whoever may only look.
};

/// One device that is let in.
struct DeviceRow {
    wire::DeviceName device;
    std::string kind;
    ui::Icon icon;
    std::string seen;  ///< "here now", "12 min ago".
    std::string until; ///< Of its certificate.
    bool is_here = false;
    bool chosen = false;
};
struct DevicesModel {
    HeadModel head;
    std::array<std::string, 4> headings; ///< Device, what it is, seen, certificate.
    std::vector<DeviceRow> rows;
    std::string empty;
    std::optional<AccountPanel> panel; ///< What can be done, as on the page of accounts.
};

/// What a device that enrols has to be shown.
struct OfferModel {
    std::string title;
    std::string note;
    std::optional<ui::QrCode> qr; ///< Gone once it is taken or run out.
    std::string code_label;
    files::SecretText code;
    std::string address_label;
    std::string address;
    std::string state; ///< "9 min left", "kiosk-2 is in", "Nobody came in time".
    ui::Tone tone = ui::Tone::soon;
    std::string done;
    std::string withdraw; ///< Empty when there is nothing to take back.
};

/// Why this page is not like always, and what can be done about it.
struct BannerModel {
    std::string words;
    std::string action;
};

struct ScreenModel {
    std::vector<RailPlace> rail;
    std::optional<BannerModel> banner;
    std::optional<AskedToForgetModel> asked_to_forget; ///< Somebody at a kiosk asks for it.
    std::optional<LineModel> line;
    std::optional<RecordModel> record;
    std::optional<TodayModel> today;
    std::optional<StaffModel> staff;
    std::optional<DevicesModel> devices;
    std::optional<OfferModel> offer;
    std::optional<PastModel> past;
    std::optional<WorkModel> work; ///< What is due, or referrals.
    std::optional<SlipModel> slip;
    std::optional<StockModel> stock;
    std::optional<OpeningModel> opening;
    std::optional<SheetModel> sheet;
    std::optional<ForgettingModel> forgetting; ///< In place of a sheet.
    std::optional<AlertModel> alert;           ///< On every page; under a cover only that there is one.
    std::optional<CoverModel> cover;
    std::optional<FormModel> form;
    std::optional<PinModel> pin;
    std::optional<ToldModel> told;
    std::string quiet_note; ///< A small word at the foot of whatever is shown.
};

} // namespace verandah::console
