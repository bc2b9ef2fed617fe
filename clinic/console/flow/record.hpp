// SPDX-License-Identifier: Apache-2.0
// The record of whoever is here: opened with her consent, asked step by step, kept as it is answered. What it means is
// in record_view.hpp, what happens to it in record_steps.hpp.
#pragma once

#include "shared/domain/care/hiv_testing.hpp"
#include "shared/domain/queue/ticket_number.hpp"
#include "shared/domain/record/file.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/wire/messages/care/file_messages.hpp"
#include "shared/wire/messages/care/form_messages.hpp"
#include "shared/wire/messages/care/guidance_messages.hpp"

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace verandah::console {

/// The words spoken when she is asked; a new wording gets a new number.
inline constexpr int consent_text_version = 1;
/// Answers are kept this long after the last touch.
inline constexpr std::chrono::milliseconds kept_after{1200};
inline constexpr std::chrono::seconds record_notice_lasts{8};

/// Forms, tests and guidelines, as the hub told. Nothing of a visitor.
struct Knowledge {
    std::optional<wire::FormsView> forms{};
    std::optional<wire::GuidanceView> guidance{};
};

/// Where the keys 1 to 9 go: to one question, or to the tests.
struct Cursor {
    enum class At { field, tests };
    At at{At::field};
    std::optional<domain::FieldCode> field{}; ///< Of `field`.
    friend bool operator==(const Cursor&, const Cursor&) = default;
};

/// A test, or those of one button, being chosen: where from, then what came out.
struct TestStrip {
    struct Ordered {
        domain::TestId test;
        domain::TestCode kind;
        friend bool operator==(const Ordered&, const Ordered&) = default;
    };
    std::vector<domain::TestCode> kinds{}; ///< To be ordered; empty once they are.
    std::vector<Ordered> ordered{};        ///< Whose results are asked for, one after another.
    domain::HivAssays assays{};            ///< Of the first of `ordered`, when it is done by three assays.
    friend bool operator==(const TestStrip&, const TestStrip&) = default;
};

/// Somebody else has answered differently meanwhile: both are shown, she chooses.
struct Clash {
    enum class Take { undecided, mine, theirs };
    domain::Answers theirs;
    std::uint32_t revision; ///< Of theirs.
    domain::AccountCode by;
    domain::Instant at;
    std::map<domain::FieldCode, Take> fields; ///< That both have changed, each to something else.
    friend bool operator==(const Clash&, const Clash&) = default;
};

/// Something else than the guideline's first choice, and why.
struct Otherwise {
    domain::FactCode cause;
    std::optional<domain::RegimenCode> chosen{};
    std::string why{};
    friend bool operator==(const Otherwise&, const Otherwise&) = default;
};

enum class RecordNotice {
    moved_on,  ///< Somebody else has done that meanwhile.
    merged,    ///< Somebody else has answered other questions meanwhile; both are kept.
    not_taken, ///< The hub did not take it.
    hub_away,  ///< It is sent again when the hub is back.
    not_allowed,
};

struct Record {
    enum class Stage {
        card,    ///< Her card is asked for; without one it is for today only.
        opening, ///< The hub was asked.
        consent, ///< The words are read to her.
        form,
        done,     ///< Everything is kept.
        declined, ///< She wants no record.
        failed,   ///< It could not be opened.
    };
    enum class Kept { everything, changing, writing };
    enum class Missing { unmarked, marked }; ///< Whether what is missing is shown: once she wanted to go on.
    enum class Tests { usual, all };

    std::size_t look; ///< Answers to an earlier opening are passed over.
    domain::TicketId ticket;
    domain::TicketNumber number;
    Stage stage{Stage::card};
    files::SecretText typed{}; ///< A scanner types.
    files::SecretText card{};  ///< Until the file is open; empty: without one.
    enum class Card { awaited, not_one, read, none };
    Card card_is{Card::awaited};
    std::optional<domain::Refusal::Why> refused{}; ///< Why it could not be opened; nullopt: the hub did not answer.
    std::optional<domain::FileId> id{};
    domain::File file{};
    bool is_of_today{false};
    std::vector<wire::FileView::Returned> returned{}; ///< Its counterfoils that came back.
    std::vector<wire::FileView::Due> due{};           ///< As it was when the file was opened or asked for anew.

    domain::EncounterId encounter{1};
    std::uint32_t revision{0}; ///< That `base` is; 0: nothing was saved yet.
    domain::Answers base{};
    domain::Answers answers{};
    std::set<domain::FieldCode> confirmed{}; ///< Implausible, and so it is.
    std::size_t step{0};
    std::optional<Cursor> cursor{};
    Missing missing{Missing::unmarked};
    std::optional<domain::Instant> changed_at{}; ///< Not sent yet.

    Tests tests{Tests::usual};
    std::optional<TestStrip> strip{};
    std::optional<Otherwise> otherwise{};

    std::deque<domain::FileEvent> to_write{};
    std::optional<domain::FileEvent> under_way{};
    bool finishing{false}; ///< Done once everything is written.
    std::optional<Clash> clash{};
    std::optional<RecordNotice> notice{};
    domain::Instant notice_since{};
};

// What the person does.
struct OpenRecord { ///< Of whoever is here.
    friend bool operator==(const OpenRecord&, const OpenRecord&) = default;
};
struct TypeRecordCard {
    files::SecretText typed;
    friend bool operator==(const TypeRecordCard&, const TypeRecordCard&) = default;
};
struct OpenWithCard { ///< All of it: a scanner's last key, or the button.
    files::SecretText typed;
    friend bool operator==(const OpenWithCard&, const OpenWithCard&) = default;
};
struct OpenForToday { ///< Without a card.
    friend bool operator==(const OpenForToday&, const OpenForToday&) = default;
};
struct SayConsent {
    enum class Said { yes, only_today, no };
    Said said;
    friend bool operator==(const SayConsent&, const SayConsent&) = default;
};
struct ChooseAnswer {
    domain::FieldCode field;
    domain::ChoiceCode choice;
    friend bool operator==(const ChooseAnswer&, const ChooseAnswer&) = default;
};
struct GiveAnswer { ///< An amount, a day, a point in time, words; nothing takes the answer away.
    domain::FieldCode field;
    std::optional<domain::AnswerValue> value;
    friend bool operator==(const GiveAnswer&, const GiveAnswer&) = default;
};
struct ConfirmOdd { ///< It is implausible, and so it is.
    domain::FieldCode field;
    friend bool operator==(const ConfirmOdd&, const ConfirmOdd&) = default;
};
struct NextQuestion {
    friend bool operator==(const NextQuestion&, const NextQuestion&) = default;
};
struct NextStep { ///< After the last one: done.
    friend bool operator==(const NextStep&, const NextStep&) = default;
};
struct StepBack {
    friend bool operator==(const StepBack&, const StepBack&) = default;
};
struct ChooseTests { ///< One button: order what it stands for, or go on with it.
    std::vector<domain::TestCode> kinds;
    friend bool operator==(const ChooseTests&, const ChooseTests&) = default;
};
struct ShowTests {
    Record::Tests which;
    friend bool operator==(const ShowTests&, const ShowTests&) = default;
};
struct ChooseSpecimen {
    domain::SpecimenCode specimen;
    friend bool operator==(const ChooseSpecimen&, const ChooseSpecimen&) = default;
};
struct ReadAssay { ///< The next one of the strategy.
    domain::Reaction reaction;
    friend bool operator==(const ReadAssay&, const ReadAssay&) = default;
};
struct ChooseResult {
    domain::TestResult result;
    friend bool operator==(const ChooseResult&, const ChooseResult&) = default;
};
struct CloseStrip { ///< The result comes later.
    friend bool operator==(const CloseStrip&, const CloseStrip&) = default;
};
struct TellResults { ///< All that came out was said to her.
    friend bool operator==(const TellResults&, const TellResults&) = default;
};
struct PrescribeThis { ///< The one suggested.
    domain::FactCode cause;
    domain::RegimenCode regimen;
    friend bool operator==(const PrescribeThis&, const PrescribeThis&) = default;
};
struct AskOtherwise {
    domain::FactCode cause;
    friend bool operator==(const AskOtherwise&, const AskOtherwise&) = default;
};
struct ChooseOtherwise {
    domain::RegimenCode regimen;
    friend bool operator==(const ChooseOtherwise&, const ChooseOtherwise&) = default;
};
struct TypeWhy {
    std::string why;
    friend bool operator==(const TypeWhy&, const TypeWhy&) = default;
};
struct PrescribeOtherwise {
    friend bool operator==(const PrescribeOtherwise&, const PrescribeOtherwise&) = default;
};
struct CloseOtherwise {
    friend bool operator==(const CloseOtherwise&, const CloseOtherwise&) = default;
};
struct GiveDose { ///< The next one of a prescription, into her hand or by injection.
    domain::PrescriptionId prescription;
    friend bool operator==(const GiveDose&, const GiveDose&) = default;
};
struct SettleField {
    domain::FieldCode field;
    Clash::Take take;
    friend bool operator==(const SettleField&, const SettleField&) = default;
};
struct SettleClash {
    friend bool operator==(const SettleClash&, const SettleClash&) = default;
};
struct CloseRecord {
    friend bool operator==(const CloseRecord&, const CloseRecord&) = default;
};
using RecordWish =
    std::variant<OpenRecord, TypeRecordCard, OpenWithCard, OpenForToday, SayConsent, ChooseAnswer, GiveAnswer,
                 ConfirmOdd, NextQuestion, NextStep, StepBack, ChooseTests, ShowTests, ChooseSpecimen, ReadAssay,
                 ChooseResult, CloseStrip, TellResults, PrescribeThis, AskOtherwise, ChooseOtherwise, TypeWhy,
                 PrescribeOtherwise, CloseOtherwise, GiveDose, SettleField, SettleClash, CloseRecord>;

// What the hub says.
struct FormsCame {
    wire::FormsView view;
};
struct GuidanceCame {
    wire::GuidanceView view;
};
struct RecordCame { ///< Opened, or asked for anew: everything there is; or that she has to be asked first.
    std::size_t look;
    wire::FileView view;
};
struct EntryTaken { ///< What was written last.
    std::size_t look;
    domain::FileEntry entry;
};
struct RecordRefused { ///< Opening it, or what was written last.
    std::size_t look;
    domain::Refusal::Why why;
};
struct RecordLost { ///< The hub did not answer.
    std::size_t look;
};
using RecordHappening = std::variant<FormsCame, GuidanceCame, RecordCame, EntryTaken, RecordRefused, RecordLost>;

// What to ask of the hub.
struct FetchKnowledge {};
struct OpenFile {
    std::size_t look;
    domain::TicketId ticket;
    files::SecretText card; ///< Empty: without one.
    std::optional<domain::ConsentSaid> consent{};
};
struct FetchFile { ///< An open one, anew.
    std::size_t look;
    domain::FileId file;
};
struct WriteEntry {
    std::size_t look;
    domain::FileId file;
    domain::FileEvent event;
};
struct CloseFile {
    domain::FileId file;
};
using RecordEffect = std::variant<FetchKnowledge, OpenFile, FetchFile, WriteEntry, CloseFile>;

} // namespace verandah::console
