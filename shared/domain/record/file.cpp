// SPDX-License-Identifier: Apache-2.0
// What each kind of event does to a file.
#include "shared/domain/record/file.hpp"

#include <algorithm>

namespace verandah::domain {

namespace {

template <class What>
Dated<What> dated(const What& what, const FileEntry& entry)
{
    return {what, entry.day, entry.at, entry.by};
}

/// What each kind of event does to a file.
struct Apply {
    File& file;
    const FileEntry& entry;

    void operator()(const ConsentSaid& event) const { file.consent = dated(event, entry); }
    void operator()(const EncounterSaved& event) const
    {
        auto& encounter =
            file.encounters.try_emplace(event.encounter, Encounter{event, entry.day, entry.by, entry.at, {}, {}})
                .first->second;
        encounter.saved = event;
        encounter.by = entry.by;
        encounter.at = entry.at;
        encounter.facts = entry.facts;
        encounter.revisions.push_back(entry.number);
        encounter.supplies.insert(encounter.supplies.end(), entry.supplies.begin(), entry.supplies.end());
    }
    void operator()(const TestOrdered& event) const
    {
        file.tests.insert_or_assign(event.test, TestCourse{event.kind, event.specimen, entry.at, entry.by});
    }
    void operator()(const TestMoved& event) const
    {
        const auto test = file.tests.find(event.test);
        if (test == file.tests.end()) {
            return;
        }
        if (const auto step = advance(test->second.step, event.move)) {
            test->second.step = *step;
            test->second.moves.push_back({event.move, entry.at, entry.by, event.result});
            test->second.result = event.result ? event.result : test->second.result;
        }
    }
    void operator()(const Prescribed& event) const
    {
        file.prescriptions.insert_or_assign(event.prescription, Prescription{event, entry.day, entry.by});
    }
    void operator()(const Dispensed& event) const
    {
        if (const auto found = file.prescriptions.find(event.prescription); found != file.prescriptions.end()) {
            found->second.doses.push_back({event, entry.day, entry.by});
        }
    }
    void operator()(const ChannelAgreed& event) const { file.channel = event.channel; }
    void operator()(const DueActed& event) const { file.followup.emplace_back(event); }
    void operator()(const TracingTried& event) const { file.followup.emplace_back(event); }
    void operator()(const ReferralMade& event) const
    {
        file.referrals.insert_or_assign(event.referral, begun(event, entry.at));
    }
    void operator()(const ReferralMoved& event) const
    {
        if (const auto found = file.referrals.find(event.referral); found != file.referrals.end()) {
            domain::apply(found->second, event, entry.at);
        }
    }
    void operator()(const FeedbackSeen& event) const
    {
        if (const auto found = file.referrals.find(event.referral); found != file.referrals.end()) {
            domain::apply(found->second, event, entry.at);
        }
    }
    void operator()(const SlipsGiven& event) const { file.slips.push_back(dated(event, entry)); }
    void operator()(const PicturesChosen& event) const { file.pictures = dated(event, entry); }
};

} // namespace

void apply(File& file, const FileEntry& entry)
{
    std::visit(Apply{file, entry}, entry.event);
    file.last = std::max(file.last, entry.number);
    file.entries.push_back(entry);
}

void apply_unread(File& file, std::uint32_t number)
{
    file.last = std::max(file.last, number);
    file.unread.push_back(number);
}

} // namespace verandah::domain
