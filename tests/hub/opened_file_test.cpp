// SPDX-License-Identifier: Apache-2.0
// A file with entries that a newer version wrote: they stay as they are, and nothing new is taken for what is in them.
#include "clinic/hub/care/opened_file.hpp"
#include "clinic/hub/clinical/clinical_data.hpp"
#include "shared/domain/record/next_number.hpp"
#include "shared/domain/record/own_treatment.hpp"
#include "shared/wire/messages/care/file_messages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {
namespace {

using domain::AccountCode;
using domain::CentreDay;
using domain::ConsentSaid;
using domain::EncounterId;
using domain::EncounterSaved;
using domain::File;
using domain::FileEntry;
using domain::FileEvent;
using domain::FileId;
using domain::KeptFile;
using domain::Prescribed;
using domain::PrescriptionId;
using domain::Refusal;
using domain::SpecimenCode;
using domain::TestCode;
using domain::TestId;
using domain::TestOrdered;
using domain::VisitorId;
using testing::ElementsAre;
using testing::Key;
using testing::SizeIs;

constexpr CentreDay written_on{std::chrono::year{2026} / 11 / 3};
constexpr FileId her_file{7};

/// A file as it is kept, in which this version and a newer one write.
class NewerEntries : public testing::Test {
protected:
    void SetUp() override
    {
        const auto wrapped = vault::wrap_file_key(vault::make_file_key(), {her_file, first_key}, clinic_);
        kept_.wrapped_key.assign(wrapped.begin(), wrapped.end());
        write_here(ConsentSaid{ConsentSaid::Answer::yes, 1});
        write_here(ordered(1));
        write_newer(ordered(2));
        write_newer(saved(1));
    }

    static TestOrdered ordered(std::int64_t test)
    {
        return {TestId{test}, TestCode::make("syphilis.rapid").value(), SpecimenCode::make("blood").value()};
    }
    static EncounterSaved saved(std::int64_t encounter)
    {
        return {EncounterId{encounter}, 1, {"sti_service", 1}, EncounterSaved::State::draft, {}, ""};
    }
    /// What no row of a guideline says.
    static Prescribed prescribed(std::int64_t prescription)
    {
        return {.prescription = PrescriptionId{prescription},
                .guideline = {"syndromic", 3},
                .regimen = domain::RegimenCode::make(domain::own_regimen_word).value(),
                .for_what = domain::FactCode::make("syndrome.genital_warts").value(),
                .doses = 1,
                .against = "It helped before",
                .own = domain::OwnTreatment{.words = "Podophyllotoxin"}};
    }
    std::expected<FileEntry, Refusal> decide(const FileEvent& event)
    {
        return decide_entry(opened()->file(), event, AccountCode::make("clinic-1").value(),
                            {std::chrono::sys_days{written_on}, written_on}, rules_of(data_));
    }
    void write_here(const FileEvent& event)
    {
        kept_.entries.push_back(opened()->seal(decide(event).value(), clinic_).value());
    }
    /// The event with something in it that this version does not know: `words` in place of `known`.
    void write_newer(const FileEvent& event, std::string_view known = "{", std::string_view words = R"({"mood":"new",)")
    {
        const FileEntry entry{opened()->file().last + 1, std::chrono::sys_days{written_on}, written_on,
                              AccountCode::make("clinic-1").value(), event};
        auto text = wire::encode(entry);
        text.replace(text.find(known), known.size(), words);
        const vault::RecordSealer sealer{
            vault::unwrap_file_key(kept_.wrapped_key, {her_file, first_key}, clinic_).value()};
        kept_.entries.push_back(sealer.seal(std::as_bytes(std::span{text}), {"entry", her_file.value(), entry.number}));
        newer_.push_back(event);
    }
    [[nodiscard]] std::shared_ptr<OpenedFile> opened() const
    {
        return OpenedFile::open(her_file, kept_, clinic_).value();
    }
    /// The file as the newer version reads it.
    [[nodiscard]] File read_by_newer() const
    {
        File file;
        const auto here = opened();
        auto next_newer = newer_.begin();
        for (std::uint32_t number = 1; number <= kept_.entries.size(); ++number) {
            const auto found = std::ranges::find(here->file().entries, number, &FileEntry::number);
            domain::apply(file, found != here->file().entries.end()
                                    ? *found
                                    : FileEntry{number, std::chrono::sys_days{written_on}, written_on,
                                                AccountCode::make("clinic-1").value(), *next_newer++});
        }
        return file;
    }

    ClinicalData data_{built_in_clinical_data()};
    vault::ClinicKey clinic_{vault::make_clinic_key()};
    KeptFile kept_{VisitorId{1}, {}};
    std::vector<FileEvent> newer_;
};

TEST_F(NewerEntries, AreKeptUnreadAmongThoseThatAreRead)
{
    EXPECT_THAT(opened()->file().entries, SizeIs(2));
    EXPECT_THAT(opened()->file().unread, ElementsAre(3U, 4U));
    EXPECT_EQ(opened()->file().last, 4U);
}

TEST_F(NewerEntries, KeepTheirBytesWhenMoreIsWritten)
{
    const auto before = kept_.entries;

    write_here(ordered(next_number(opened()->file(), opened()->file().tests).value()));

    EXPECT_TRUE(std::ranges::equal(before, std::span{kept_.entries}.first(before.size())));
    EXPECT_THAT(opened()->file().unread, ElementsAre(3U, 4U));
}

TEST_F(NewerEntries, KeepATreatmentOutsideTheTableWithFieldsOfItsOwn)
{
    write_newer(prescribed(1), R"("own":)", R"("of_another_time":)");
    write_newer(prescribed(2), R"("own":{)", R"("own":{"route":"skin",)");
    const auto before = kept_.entries;

    write_here(prescribed(next_number(opened()->file(), opened()->file().prescriptions).value()));

    EXPECT_TRUE(std::ranges::equal(before, std::span{kept_.entries}.first(before.size())));
    EXPECT_THAT(opened()->file().unread, ElementsAre(3U, 4U, 5U, 6U));
    EXPECT_THAT(opened()->file().prescriptions, ElementsAre(Key(PrescriptionId{7}))); // none as if from the table
    EXPECT_THAT(read_by_newer().prescriptions, SizeIs(3));
}

TEST_F(NewerEntries, LendTheirNumbersToNothingThatIsWrittenAfterThem)
{
    EXPECT_EQ(decide(ordered(2)).error().why,
              Refusal::Why::conflict); // it is there already, though nobody here sees it
    EXPECT_EQ(decide(saved(1)).error().why, Refusal::Why::conflict);

    const auto test = next_number(opened()->file(), opened()->file().tests);
    const auto encounter = next_number(opened()->file(), opened()->file().encounters);
    write_here(ordered(test.value()));
    write_here(saved(encounter.value()));

    const auto file = read_by_newer();
    EXPECT_THAT(file.tests, SizeIs(3));
    EXPECT_THAT(file.encounters, SizeIs(2));
    EXPECT_EQ(file.encounters.at(EncounterId{1}).revisions.size(), 1U);
}

TEST_F(NewerEntries, LeaveNumbersThatGoOnOnceTheyAreRead)
{
    write_here(ordered(next_number(opened()->file(), opened()->file().tests).value()));
    const auto file = read_by_newer();

    const auto next = next_number(file, file.tests);

    EXPECT_FALSE(file.tests.contains(next));
    EXPECT_LE(next.value(), file.last + 1); // so that a number stays below that of its entry
}

} // namespace
} // namespace verandah::hub
