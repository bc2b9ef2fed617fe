// SPDX-License-Identifier: Apache-2.0
// What is written in a file. Only ever added to: a correction is another entry, and what was there before stays.
#pragma once

#include "shared/domain/care/answers.hpp"
#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/care/fact.hpp"
#include "shared/domain/care/test_course.hpp"
#include "shared/domain/code.hpp"
#include "shared/domain/followup/due_act.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/partner/partner_slips.hpp"
#include "shared/domain/record/own_treatment.hpp"
#include "shared/domain/record/picture_phrase.hpp"
#include "shared/domain/referral/referral.hpp"
#include "shared/domain/stock/stock_event.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace verandah::domain {

// Numbers within one file, from 1 on.
using EncounterId = Id<struct EncounterTag>;
using TestId = Id<struct OneTestTag>;
using PrescriptionId = Id<struct PrescriptionTag>;

/// What she said when she was asked whether a record may be kept.
struct ConsentSaid {
    enum class Answer {
        yes,
        only_today, ///< In the file of this visit, which is gone with the day.
        withdrawn,  ///< Nothing more is written; she can ask to be forgotten, too.
    };
    Answer answer;
    int text_version; ///< Of the words that were spoken to her.
    friend bool operator==(const ConsentSaid&, const ConsentSaid&) = default;
};
[[nodiscard]] std::string_view word(ConsentSaid::Answer answer); ///< Permanent.
[[nodiscard]] std::optional<ConsentSaid::Answer> consent_from(std::string_view word);

/// A form as it stands now: a draft that grows, then done; after that each change says why.
struct EncounterSaved {
    EncounterId encounter;
    std::uint32_t revision; ///< 1, 2, 3 … of this encounter.
    Edition form;
    enum class State { draft, done };
    State state;
    Answers answers;
    std::string why; ///< Of a change to what was done; empty otherwise.
    friend bool operator==(const EncounterSaved&, const EncounterSaved&) = default;
};
[[nodiscard]] std::string_view word(EncounterSaved::State state); ///< Permanent.
[[nodiscard]] std::optional<EncounterSaved::State> encounter_state_from(std::string_view word);

struct TestOrdered {
    TestId test;
    TestCode kind;
    SpecimenCode specimen;
    friend bool operator==(const TestOrdered&, const TestOrdered&) = default;
};
struct TestMoved {
    TestId test;
    TestMove move;
    std::optional<TestResult> result{}; ///< Of `result` and `correct`.
    friend bool operator==(const TestMoved&, const TestMoved&) = default;
};

/// What she is to get, from the regimen table or against it.
struct Prescribed {
    PrescriptionId prescription;
    Edition guideline;
    RegimenCode regimen;
    FactCode for_what;   ///< "syndrome.genital_ulcer", "test.syphilis.positive": what it treats.
    int doses;           ///< How many times it is given; 1 unless it is a course.
    std::string against; ///< Why something else than the table's first choice; empty when it was that.
    /// No row of the guideline: `regimen` is own_regimen_word then, and `guideline` the one that was in use.
    std::optional<OwnTreatment> own{};
    friend bool operator==(const Prescribed&, const Prescribed&) = default;
};
/// Given into her hand or by injection, out of the cupboard.
struct Dispensed {
    PrescriptionId prescription;
    int dose;                          ///< The how-manieth, from 1.
    std::vector<MovementId> movements; ///< What left the cupboard; none when it came from elsewhere.
    friend bool operator==(const Dispensed&, const Dispensed&) = default;
};

/// Her own second secret, or another one. Without a lock where it is told: nobody is shown one.
struct PicturesChosen {
    std::optional<PictureLock> lock{};
    friend bool operator==(const PicturesChosen&, const PicturesChosen&) = default;
};

using FileEvent =
    std::variant<ConsentSaid, EncounterSaved, TestOrdered, TestMoved, Prescribed, Dispensed, ChannelAgreed, DueActed,
                 TracingTried, ReferralMade, ReferralMoved, FeedbackSeen, SlipsGiven, PicturesChosen>;

/// What the cupboard's book says of one commodity that she was given with an entry, or that a correction gave back.
struct SuppliesMoved {
    CommodityCode commodity;
    std::vector<MovementId> movements{}; ///< What left its batches, or came back to them.
    std::int64_t beyond{0};              ///< Pieces given that were in no batch by the book; below zero: given back.
    friend bool operator==(const SuppliesMoved&, const SuppliesMoved&) = default;
};

/// One entry: what happened, and what it amounts to. Facts are kept as they were found, so that no later version of a
/// form or a table changes the past.
struct FileEntry {
    std::uint32_t number; ///< 1, 2, 3 … in its file.
    Instant at;
    CentreDay day;
    AccountCode by;
    FileEvent event;
    std::vector<Fact> facts{};
    std::vector<SuppliesMoved> supplies{}; ///< With what was done, and with its corrections.
    friend bool operator==(const FileEntry&, const FileEntry&) = default;
};

} // namespace verandah::domain
