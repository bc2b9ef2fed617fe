// SPDX-License-Identifier: Apache-2.0
// A centre that has had many visitors: all their files are open for the work list.
#include "clinic/hub/care/opened_file.hpp"
#include "shared/vault/clinic_key.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace verandah::hub {
namespace {

using domain::AccountCode;
using domain::CentreDay;
using domain::ConsentSaid;
using domain::FileEntry;
using domain::FileId;
using domain::KeptFile;
using domain::Refusal;
using domain::SealedBytes;
using domain::VisitorId;

constexpr CentreDay day_of_entry{std::chrono::year{2026} / 11 / 2};

FileEntry first_entry()
{
    return {1, std::chrono::sys_days{day_of_entry}, day_of_entry, AccountCode::make("clinic-1").value(),
            ConsentSaid{ConsentSaid::Answer::yes, 1}};
}

TEST(ManyFiles, AreOpenAtOnceThoughAProcessMayHaveButSoManyPagesForSecrets)
{
    constexpr int files = 30'000; // a page for each key, with its guards, would take 120,000 of 65,530 mappings
    const auto clinic = vault::make_clinic_key();
    std::vector<std::shared_ptr<OpenedFile>> opened;
    for (int number = 1; number <= files; ++number) {
        const auto wrapped = vault::wrap_file_key(vault::make_file_key(), {FileId{number}, first_key}, clinic);
        const KeptFile kept{VisitorId{number}, {wrapped.begin(), wrapped.end()}};
        opened.push_back(OpenedFile::open(FileId{number}, kept, clinic).value());
    }
    const std::vector<SealedBytes> sealed{opened.back()->seal(first_entry(), clinic).value()};

    ASSERT_TRUE(opened.back()->read_on(sealed, clinic));

    EXPECT_EQ(opened.back()->file().entries.size(), 1U);
}

TEST(OneFile, IsNeitherReadNorWrittenWithAnotherCentresKey)
{
    const auto clinic = vault::make_clinic_key();
    const auto wrapped = vault::wrap_file_key(vault::make_file_key(), {FileId{1}, first_key}, clinic);
    const KeptFile kept{VisitorId{1}, {wrapped.begin(), wrapped.end()}};
    const auto opened = OpenedFile::open(FileId{1}, kept, clinic).value();
    const std::vector<SealedBytes> sealed{opened->seal(first_entry(), clinic).value()};
    const auto another = vault::make_clinic_key();

    EXPECT_EQ(opened->seal(first_entry(), another).error().why, Refusal::Why::not_allowed);
    EXPECT_EQ(opened->read_on(sealed, another).error().why, Refusal::Why::not_allowed);

    EXPECT_EQ(opened->read(), 0U);
}

} // namespace
} // namespace verandah::hub
