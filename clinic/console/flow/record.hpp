// SPDX-License-Identifier: Apache-2.0
// The record of whoever is here: opened with her consent, asked step by step, kept as it is answered. What it means is
// in record_view.hpp, what happens to it in record_steps.hpp.
#pragma once

#include "clinic/console/flow/dispensing.hpp"
#include "clinic/console/flow/otherwise.hpp"
#include "clinic/console/flow/picture_pad.hpp"
#include "shared/domain/care/hiv_testing.hpp"
#include "shared/domain/queue/ticket_number.hpp"
#include "shared/domain/record/file.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/wire/messages/care/file_messages.hpp"
#include "shared/wire/messages/care/form_messages.hpp"
#include "shared/wire/messages/care/guidance_messages.hpp"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace verandah::console {

/// Answers are kept this long after the last touch.
inline constexpr std::chrono::milliseconds kept_after{1200};
inline constexpr std::chrono::seconds record_notice_lasts{8};

/// Forms, tests, guidelines and what she is asked, as the hub told. Nothing of a visitor.
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

/// An encounter that was done and is being put right. What she was at before waits aside.
struct Correcting {
    enum class Sheet { closed, asks_why };
    enum class From { form, end };
    struct Aside {
        From from;
        domain::EncounterId encounter;
        std::uint32_t revision;
        domain::Answers base;
        domain::Answers answers;
        std::set<domain::FieldCode> confirmed;
        std::size_t step;
    };
    Aside aside;
    Sheet sheet{Sheet::closed};
    std::string why{};
};

/// A point in time that is being told exactly; it is no answer yet.
struct ExactTime {
    domain::FieldCode field;
    domain::Instant at;
    friend bool operator==(const ExactTime&, const ExactTime&) = default;
};

enum class RecordNotice {
    moved_on,     ///< Somebody else has done that meanwhile.
    merged,       ///< Somebody else has answered other questions meanwhile; both are kept.
    not_taken,    ///< The hub did not take it.
    gone,         ///< What it was about is not there any more.
    too_few,      ///< The cupboard has less than was shown; nothing was taken from it.
    put_back,     ///< The dose was not written, and what was taken for it is back in the cupboard.
    not_put_back, ///< The dose was not written, and its stock is missing in the cupboard's book.
    hub_away,     ///< It is sent again when the hub is back.
    closed,       ///< The hub has closed the file here; what was typed since stands on this page only.
    not_allowed,
};

struct Record {
    enum class Stage {
        card,    ///< Her card is asked for; without one it is for today only.
        opening, ///< The hub was asked.
        consent, ///< The words are read to her.
        form,
        done,        ///< Everything is kept.
        declined,    ///< She wants no record.
        failed,      ///< It could not be opened.
        withdrawing, ///< Whether she takes her consent back is asked; then it is written.
        withdrawn,   ///< She has: nothing more is written.
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
    enum class Card { awaited, not_one, read, pictures, none };
    Card card_is{Card::awaited};
    std::optional<PicturePad> pad{};
    std::optional<domain::Refusal::Why> refused{}; ///< Why it could not be opened; nullopt: the hub did not answer.
    std::optional<domain::FileId> id{};
    domain::File file{};
    domain::History history{}; ///< What is in `file`, worked out once each time it changes.
    bool is_of_today{false};
    std::vector<domain::CounterfoilHash> returned{}; ///< Its counterfoils that came back, as of when it was asked for.
    std::vector<wire::FileView::Due> due{};          ///< As it was when the file was opened or asked for anew.

    domain::EncounterId encounter{1};
    std::uint32_t revision{0}; ///< That `base` is; 0: nothing was saved yet.
    domain::Answers base{};
    domain::Answers answers{};
    std::set<domain::FieldCode> confirmed{}; ///< Implausible, and so it is.
    std::size_t step{0};
    std::optional<domain::EncounterId> visit{};        ///< Looked at; it lies over the form.
    std::optional<domain::EncounterId> correct_next{}; ///< As soon as everything is kept.
    std::optional<Correcting> correcting{};            ///< `encounter` and what follows are those of the corrected one.
    std::optional<Cursor> cursor{};
    std::optional<ExactTime> time{};
    Missing missing{Missing::unmarked};
    std::optional<domain::Instant> changed_at{}; ///< Not sent yet.

    Tests tests{Tests::usual};
    std::optional<TestStrip> strip{};
    std::optional<Otherwise> otherwise{};

    std::optional<Dispensing> dispensing{};            ///< One dose at a time.
    std::optional<domain::PrescriptionId> elsewhere{}; ///< Asked of it: does the dose come from elsewhere?

    std::deque<domain::FileEvent> to_write{};
    std::optional<domain::FileEvent> under_way{};
    std::size_t asks{0}; ///< How many requests changed something, each with a number of its own.
    std::size_t ask{0};  ///< The number of `under_way`.
    std::optional<std::size_t>
        lost_ask{};        ///< The first of `to_write` was sent under it; nobody knows what became of it.
    bool finishing{false}; ///< Done once everything is written.
    std::optional<Stage> withdrawing_from{}; ///< Where she goes on if she does not take her consent back after all.
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
struct AskWithdrawal { ///< Does she take back what she agreed to?
    friend bool operator==(const AskWithdrawal&, const AskWithdrawal&) = default;
};
struct WithdrawConsent {
    friend bool operator==(const WithdrawConsent&, const WithdrawConsent&) = default;
};
struct LeaveConsent { ///< It stays as it is.
    friend bool operator==(const LeaveConsent&, const LeaveConsent&) = default;
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
struct AskExactTime {
    domain::FieldCode field;
    friend bool operator==(const AskExactTime&, const AskExactTime&) = default;
};
struct StepTime {
    std::chrono::minutes by;
    friend bool operator==(const StepTime&, const StepTime&) = default;
};
struct KeepTime { ///< It was then.
    friend bool operator==(const KeepTime&, const KeepTime&) = default;
};
struct CloseTime {
    friend bool operator==(const CloseTime&, const CloseTime&) = default;
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
struct AgreeChannel { ///< By which she may be looked for, should she not come.
    domain::Channel channel;
    friend bool operator==(const AgreeChannel&, const AgreeChannel&) = default;
};
struct GiveDose { ///< The next one of a prescription, into her hand or by injection.
    domain::PrescriptionId prescription;
    friend bool operator==(const GiveDose&, const GiveDose&) = default;
};
struct BeginAnew { ///< The same course from its first dose: the last one was too long ago.
    domain::PrescriptionId prescription;
    friend bool operator==(const BeginAnew&, const BeginAnew&) = default;
};
struct LeaveDose { ///< It is not given from elsewhere.
    friend bool operator==(const LeaveDose&, const LeaveDose&) = default;
};
struct ShowVisit { ///< As it was written, and what was corrected in it.
    domain::EncounterId encounter;
    friend bool operator==(const ShowVisit&, const ShowVisit&) = default;
};
struct CloseVisit {
    friend bool operator==(const CloseVisit&, const CloseVisit&) = default;
};
struct CorrectVisit { ///< One that is done.
    domain::EncounterId encounter;
    friend bool operator==(const CorrectVisit&, const CorrectVisit&) = default;
};
struct AskWhyCorrected { ///< She has changed what she wanted to.
    friend bool operator==(const AskWhyCorrected&, const AskWhyCorrected&) = default;
};
struct TypeWhyCorrected {
    std::string why;
    friend bool operator==(const TypeWhyCorrected&, const TypeWhyCorrected&) = default;
};
struct KeepCorrection {
    friend bool operator==(const KeepCorrection&, const KeepCorrection&) = default;
};
struct LeaveCorrection { ///< Out of the question why, else out of the correction.
    friend bool operator==(const LeaveCorrection&, const LeaveCorrection&) = default;
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
using OneRecordWish =
    std::variant<OpenRecord, TypeRecordCard, OpenWithCard, OpenForToday, SayConsent, AskWithdrawal, WithdrawConsent,
                 LeaveConsent, ChooseAnswer, GiveAnswer, AskExactTime, StepTime, KeepTime, CloseTime, ConfirmOdd,
                 NextQuestion, NextStep, StepBack, ChooseTests, ShowTests, ChooseSpecimen, ReadAssay, ChooseResult,
                 CloseStrip, TellResults, PrescribeThis, AskOtherwise, ChooseOtherwise, ChangeOtherwise, TypeOwnWords,
                 TypeWhy, PrescribeOtherwise, CloseOtherwise, AgreeChannel, GiveDose, BeginAnew, LeaveDose, ShowVisit,
                 CloseVisit, CorrectVisit, AskWhyCorrected, TypeWhyCorrected, KeepCorrection, LeaveCorrection,
                 SettleField, SettleClash, CloseRecord, AskPictures, ChoosePictures, TouchPicture, UntouchPicture,
                 ClosePictures>;

/// A OneRecordWish; as Wish, and for the same reason: how one is copied is worked out in wish.cpp alone.
struct RecordWish : OneRecordWish {
    template <class One>
        requires(!std::derived_from<std::remove_cvref_t<One>, OneRecordWish> &&
                 std::constructible_from<OneRecordWish, One>)
    RecordWish(One&& one) : OneRecordWish(std::forward<One>(one)) // NOLINT(google-explicit-constructor): as a variant
    {
    }
    RecordWish(const RecordWish& other);
    RecordWish(RecordWish&& other) noexcept;
    RecordWish& operator=(const RecordWish& other);
    RecordWish& operator=(RecordWish&& other) noexcept;
    ~RecordWish();
    friend bool operator==(const RecordWish& one, const RecordWish& other);
};

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
using RecordHappening = std::variant<FormsCame, GuidanceCame, RecordCame, EntryTaken, RecordRefused, RecordLost,
                                     StockAnswered, StockAskRefused, StockAskLost, PicturesKept, PicturesNotKept>;

// What to ask of the hub.
struct FetchKnowledge {};
struct OpenFile {
    std::size_t look;
    domain::TicketId ticket;
    files::SecretText card; ///< Empty: without one.
    std::optional<domain::ConsentSaid> consent{};
    std::optional<domain::PicturePhrase> pictures{}; ///< In place of the card.
};
struct FetchFile { ///< An open one, anew.
    std::size_t look;
    domain::FileId file;
};
struct WriteEntry {
    std::size_t look;
    domain::FileId file;
    domain::FileEvent event;
    std::size_t ask; ///< Asked again under the same number, it is written once.
};
struct KeepPictures {
    std::size_t look;
    domain::FileId file;
    domain::PicturePhrase pictures;
};
struct CloseFile {
    domain::FileId file;
};
using RecordEffect = std::variant<FetchKnowledge, OpenFile, FetchFile, WriteEntry, MoveStock, CloseFile, KeepPictures>;

} // namespace verandah::console
