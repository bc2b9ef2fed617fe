// SPDX-License-Identifier: Apache-2.0
// The board of referrals as the hub makes it from files: run out by the clock, narrowed, and counted over a span.
#include "clinic/hub/care/care_lists.hpp"
#include "shared/vault/clinic_key.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace verandah::hub {
namespace {

using namespace domain;
using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;

const auto art = ReferralServiceCode::make("art").value();
const auto talk = ReferralServiceCode::make("counselling").value();
const auto hospital = ProviderCode::make("hospital").value();
constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 10} + 12h};
const auto run_out_at = noon + 168h + ReferralService::usual_grace;

Moment at(Instant instant)
{
    return {instant, std::chrono::floor<std::chrono::days>(instant)};
}

/// Files with one referral each, sealed and opened as ever.
class ReferralFiles : public testing::Test {
protected:
    void add(const ReferralServiceCode& service, const std::vector<ReferralMoved>& moves = {})
    {
        const FileId id{static_cast<std::int64_t>(files_.size()) + 1};
        const auto wrapped = vault::wrap_file_key(vault::make_file_key(), {id, first_key}, clinic_);
        auto opened = OpenedFile::open(id, KeptFile{VisitorId{id.value()}, {wrapped.begin(), wrapped.end()}}, clinic_);
        std::vector<FileEvent> events{ConsentSaid{ConsentSaid::Answer::yes, 1},
                                      ReferralMade{.referral = ReferralId{1},
                                                   .service = service,
                                                   .to = hospital,
                                                   .escort = Escort::alone,
                                                   .issued = ReferralIssue{ReferralGround::consent}}};
        events.insert(events.end(), moves.begin(), moves.end());
        std::vector<SealedBytes> sealed;
        for (const auto& event : events) {
            const auto number = static_cast<std::uint32_t>(sealed.size()) + 1;
            const FileEntry entry{number, noon, at(noon).day, AccountCode::make("clinic-1").value(), event};
            sealed.push_back((*opened)->seal(entry, clinic_).value());
        }
        ASSERT_TRUE((*opened)->read_on(sealed, clinic_));
        files_.push_back(*std::move(opened));
    }
    [[nodiscard]] wire::ReferralList list(const wire::ReferralQuery& query, Instant now) const
    {
        return referral_list(files_, {{}, {}, {}, followup_, clocks_, providers_, partners_, {}}, query, at(now), 200);
    }
    static ReferralMoved received()
    {
        return {.referral = ReferralId{1}, .event = ReferralEvent::receive, .evidence = Evidence::phone};
    }
    static ReferralMoved missed() { return {.referral = ReferralId{1}, .event = ReferralEvent::miss}; }

private:
    vault::ClinicKey clinic_{vault::make_clinic_key()};
    FilesOpened files_{};
    FollowupRules followup_{};
    ReferralClocks clocks_{
        .about = {{"made_up", 1}, "made up"},
        .services = {
            {.code = art, .label = {}, .slip = {}, .within = 168h, .reported_at_days = {7, 30}, .source = "made up"},
            {.code = talk, .label = {}, .slip = {}, .within = 168h, .source = "made up"}}};
    ProviderDirectory providers_{};
    PartnerRules partners_{};
};

TEST_F(ReferralFiles, AreOverdueUntilTheirGraceIsOverAndRunOutFromThenOn)
{
    add(art);
    const auto before = list({}, run_out_at - 1ms);
    ASSERT_THAT(before.rows, SizeIs(1));
    EXPECT_EQ(before.rows.front().pressing, Pressing::overdue);
    EXPECT_EQ(before.rows.front().referral.status, ReferralStatus::issued);

    EXPECT_THAT(list({}, run_out_at).rows, IsEmpty());
    const auto after = list({.phase = ReferralPhase::run_out}, run_out_at);
    ASSERT_THAT(after.rows, SizeIs(1));
    EXPECT_EQ(after.rows.front().referral.status, ReferralStatus::expired);
    EXPECT_EQ(after.rows.front().pressing, Pressing::over);
    EXPECT_EQ(after.counts.at(static_cast<std::size_t>(Pressing::over)), 1);
}

TEST_F(ReferralFiles, AreSeenAsTheyWereWhenTheClockIsTurnedBack)
{
    add(art);
    ASSERT_THAT(list({.phase = ReferralPhase::run_out}, run_out_at).rows, SizeIs(1));
    EXPECT_EQ(list({}, noon).rows.front().referral.status, ReferralStatus::issued) << "something was written";
}

TEST_F(ReferralFiles, AreNarrowedByWhereTheyStandAndWhatFor)
{
    add(art);
    add(art, {missed()});
    add(art, {received()});
    add(talk);
    EXPECT_THAT(list({}, noon).rows, SizeIs(3));
    EXPECT_THAT(list({.phase = ReferralPhase::waiting}, noon).rows, SizeIs(2));
    EXPECT_THAT(list({.phase = ReferralPhase::traced}, noon).rows, SizeIs(1));
    EXPECT_THAT(list({.phase = ReferralPhase::ended}, noon).rows, SizeIs(1));
    EXPECT_THAT(list({.phase = ReferralPhase::on_her_way}, noon).rows, IsEmpty());
    EXPECT_THAT(list({.phase = ReferralPhase::waiting, .service = talk}, noon).rows, SizeIs(1));
    EXPECT_THAT(list({.pressing = Pressing::overdue, .phase = ReferralPhase::waiting}, noon).rows, IsEmpty());
}

TEST_F(ReferralFiles, AreCountedOverTheSpanAndTheServiceWhateverTheirState)
{
    add(art, {received()});
    add(art);
    add(talk);
    const auto all = list({.phase = ReferralPhase::traced}, noon + 24h * 40);
    EXPECT_EQ(all.cascade.issued, 3U);
    EXPECT_EQ(all.cascade.received.reached, 1U);
    ASSERT_THAT(all.reports, SizeIs(1));
    EXPECT_EQ(all.reports.front().issued, 2U);
    EXPECT_EQ(all.reports.front().spans.front().received, 1U);

    EXPECT_EQ(list({.service = talk}, noon).cascade.issued, 1U);
    EXPECT_EQ(list({.issued_within = std::chrono::days{30}}, noon + 24h * 30).cascade.issued, 3U);
    const auto later = list({.issued_within = std::chrono::days{30}}, noon + 24h * 30 + 1ms);
    EXPECT_EQ(later.cascade.issued, 0U);
    EXPECT_THAT(later.reports, IsEmpty());
}

} // namespace
} // namespace verandah::hub
