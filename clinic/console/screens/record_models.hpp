// SPDX-License-Identifier: Apache-2.0
// What is shown of a record: every word already in the reader's language.
#pragma once

#include "clinic/console/flow/wish.hpp"
#include "clinic/console/screens/head_model.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/ui/icon.hpp"
#include "shared/ui/theme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace verandah::console {

/// A big choice.
struct RecordChoice {
    std::string label;
    Wish wish;
    std::string id; ///< Where a label repeats on the screen.
    bool chosen = false;
    bool is_care = false;  ///< "reactive": not by colour alone, the word says it.
    char32_t key = 0;      ///< 0: none just now.
    bool is_short = false; ///< A number or a sign: no wider than a finger, and without a tick.
};

/// A line of words typed in any script.
struct RecordTyped {
    domain::FieldCode field;
    std::string label;
    std::string words;
    std::size_t most_bytes = 0;
};

struct QuestionModel {
    std::string label;    ///< Empty where the card's title says it.
    std::string note;     ///< What was given: "20", "Tue 3 March, 18:00"; or what is needed.
    bool is_care = false; ///< The note is about something missing or odd.
    bool has_keys = false;
    std::vector<RecordChoice> choices;
    std::optional<RecordTyped> typed;
};

/// One box: a section of the form.
struct RecordCard {
    std::string title;
    std::string note;
    std::vector<QuestionModel> questions;
};

/// What is asked about the tests just chosen.
struct StripModel {
    std::string title; ///< "HIV: first assay".
    std::vector<RecordChoice> choices;
};
struct TestsModel {
    std::string title;
    std::string note;
    std::vector<RecordChoice> choices;
    std::optional<StripModel> strip;
};

/// What one drug takes out of the cupboard: "Doxycycline 100 mg: takes 28 tablets …".
struct StockLine {
    std::string text;
    ui::Tone tone = ui::Tone::quiet;
};
/// What the guideline gives for one cause.
struct SuggestionModel {
    std::string title; ///< "Guideline suggests".
    std::string note;  ///< "Genital ulcer · Syndromic treatment, version 2".
    std::vector<std::string> warnings;
    std::string headline; ///< "Doxycycline 100 mg, twice a day, 14 days".
    std::string detail;
    std::vector<StockLine> stock;
    std::optional<RecordChoice> main;  ///< Prescribe, or give the next dose.
    std::optional<RecordChoice> other; ///< Something else.
    bool is_done = false;
};

/// A choice against the guideline or outside it, and why.
struct OtherwiseModel {
    struct Block { ///< One thing to choose.
        std::string label;
        std::string note{}; ///< Above the choices, or in place of them.
        std::vector<RecordChoice> choices{};
    };
    std::string title;
    std::string note;
    std::vector<Block> blocks;
    std::vector<std::string> warnings;
    std::string words_label; ///< Empty: nothing is to be written but why.
    std::string words;
    std::string why_label;
    std::string why;
    std::string confirm;
    std::string missing;
    std::string cancel;
};

/// Two have answered the same question.
struct ClashModel {
    struct Line {
        std::string question;
        RecordChoice mine;
        RecordChoice theirs;
    };
    std::string title;
    std::string note;
    std::string mine_label;
    std::string theirs_label;
    std::vector<Line> lines;
    std::string confirm;
    std::string missing;
};

/// A question and its answer, or a title.
struct RecordLine {
    enum class Voice { usual, title };
    std::string label;
    std::string words;
    Voice voice = Voice::usual;
};
/// An earlier visit as it was written, and what was corrected in it.
struct VisitModel {
    std::string title;
    std::string note;
    std::vector<RecordLine> lines;
    std::optional<RecordChoice> correct;
    std::string close;
};
/// Why a visit is corrected, beside what is changed.
struct WhyModel {
    std::string title;
    std::string note;
    std::vector<RecordLine> lines;
    std::string why_label;
    std::string why;
    std::string confirm;
    std::string missing;
    std::string cancel;
};

struct RecordPill {
    std::string label;
    ui::Tone tone = ui::Tone::plain;
    ui::Icon icon{};
};

struct SideItem {
    std::string title;
    std::string note;
    ui::Tone tone = ui::Tone::plain;
};
/// When it was: steppers of day, hour and minute.
struct TimeModel {
    struct Step {
        std::string label;
        Wish wish;
        char32_t key;
        std::string id;
        bool enabled;
    };
    struct Stepper {
        std::string label;
        std::string value;
        Step less;
        Step more;
    };
    std::string title;
    std::string note;
    SideItem clock; ///< What it comes to, large.
    std::vector<Stepper> steppers;
    std::string confirm;
    std::string missing;
    std::string cancel;
};
/// What was before: a title, or something on its day that may be looked at.
struct BeforeRow {
    enum class Voice { usual, title };
    std::string day;
    std::string what;
    Voice voice = Voice::usual;
    std::optional<RecordWish> wish{};
    std::string id{};
};
struct SideModel {
    std::optional<SideItem> clock; ///< PEP: the title small, the note big.
    std::vector<SideItem> items;
    std::vector<BeforeRow> before;
    std::string before_empty; ///< Above it, when nothing of it is from before.
    std::string foot;
};

/// What stands in place of the form: a card to scan, the words of consent, a refusal, the end.
struct RecordDoorModel {
    ui::Icon icon{};
    ui::Tone tone = ui::Tone::plain;
    std::string title{};
    std::string note{};
    std::string spoken{}; ///< Read to her, large.
    std::string field{};  ///< The label of the card's field; empty: there is none.
    files::SecretText typed{};
    std::string trouble{};
    std::vector<RecordChoice> choices{}; ///< The first is the main one.
    bool is_waiting = false;
};

/// Pictures to be touched by a visitor to whom the console is turned: nothing else is shown.
struct PicturesModel {
    std::string title;
    std::string note;
    std::string trouble; ///< Why she is asked once more; or empty.
    std::vector<std::string>
        labels; ///< Of every picture, in their order. Not drawn: for who hears or tests the screen.
    std::size_t touched = 0;
    bool is_waiting = false;
    std::string untouch; ///< Empty: there is nothing to take back.
    std::string close;
};

/// A question over the record: to refer her, slips for partners.
struct RecordErrand {
    std::string label;
    ui::Icon icon;
    char32_t letter;
    Wish wish;
};

struct RecordFormModel {
    std::vector<RecordPill> pills;
    std::vector<RecordErrand> errands;
    std::string access; ///< "Card scanned · consent given".
    std::vector<RecordCard> cards;
    std::optional<TestsModel> tests;
    std::vector<SuggestionModel> suggestions;
    std::optional<RecordChoice> tell; ///< "Told her all results".
    std::string tell_note;
    std::string notice;
    std::string back;                  ///< Empty on the first step.
    std::string skip;                  ///< On to the next question.
    std::optional<RecordChoice> leave; ///< A correction, as it was.
    std::optional<RecordChoice> keep;  ///< A correction, in place of `skip`.
    std::string next;
    SideModel side;
    std::optional<OtherwiseModel> otherwise;
    std::optional<ClashModel> clash;
    std::optional<VisitModel> visit;
    std::optional<WhyModel> why;
    std::optional<TimeModel> time;
};

struct RecordModel {
    HeadModel head;
    std::optional<PicturesModel> pictures;
    std::optional<RecordDoorModel> door;
    std::optional<RecordFormModel> form;
};

} // namespace verandah::console
