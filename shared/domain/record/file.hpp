// SPDX-License-Identifier: Apache-2.0
// A visitor's file as its entries tell it.
#pragma once

#include "shared/domain/followup/due_items.hpp"
#include "shared/domain/record/file_event.hpp"
#include "shared/domain/referral/referral_story.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace verandah::domain {

/// A form as it stands, and the entries it came from, the latest last.
struct Encounter {
    EncounterSaved saved;
    CentreDay day;  ///< On which it was begun: what it amounts to happened then.
    AccountCode by; ///< Who saved it last.
    Instant at;
    std::vector<Fact> facts;
    std::vector<std::uint32_t> revisions;
    std::vector<SuppliesMoved> supplies{}; ///< Of all its entries, in their order.
    friend bool operator==(const Encounter&, const Encounter&) = default;
};

struct Prescription {
    Prescribed prescribed;
    CentreDay day;
    AccountCode by;
    struct Dose {
        Dispensed dispensed;
        CentreDay day;
        AccountCode by;
        friend bool operator==(const Dose&, const Dose&) = default;
    };
    std::vector<Dose> doses{}; ///< Given, in their order.
    friend bool operator==(const Prescription&, const Prescription&) = default;
};

/// Something, with the day it was written, and by whom.
template <class What>
struct Dated {
    What what;
    CentreDay day;
    Instant at;
    AccountCode by;
    friend bool operator==(const Dated&, const Dated&) = default;
};

/// Everything in a file. A value: the same entries make an equal file.
struct File {
    std::vector<FileEntry> entries{};    ///< Those this version can read.
    std::uint32_t last{0};               ///< The number of the last entry, readable or not.
    std::vector<std::uint32_t> unread{}; ///< Written by a newer version: kept as they are, and shown as that.

    std::optional<Dated<ConsentSaid>> consent{}; ///< The latest.
    std::map<EncounterId, Encounter> encounters{};
    std::map<TestId, TestCourse> tests{};
    std::map<PrescriptionId, Prescription> prescriptions{};
    std::map<ReferralId, Referral> referrals{};
    std::vector<FollowupAct> followup{}; ///< In the order in which they were written.
    std::vector<Dated<SlipsGiven>> slips{};
    std::optional<Dated<PicturesChosen>> pictures{}; ///< The latest; nullopt: she has no second secret.
    std::optional<Channel> channel{};                ///< By which she may be looked for; nullopt: she was never asked.
    friend bool operator==(const File&, const File&) = default;
};

/// Total for every entry that decide() (decide_entry.hpp) returned for this file.
void apply(File& file, const FileEntry& entry);
/// An entry that this version cannot read stands there.
void apply_unread(File& file, std::uint32_t number);

/// What the file amounts to: of each encounter and each test as it stands now (a corrected result, a lost specimen and
/// a cancelled test are not in it), and of everything else as it happened.
[[nodiscard]] History history_of(const File& file);

} // namespace verandah::domain
