// SPDX-License-Identifier: Apache-2.0
// A record's name in the audit trail.
#include "shared/vault/hub_key.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/record_reference.hpp"

#include <gtest/gtest.h>

#include <set>

namespace verandah::vault {
namespace {

TEST(RecordReference, IsTheSameForOneVisitorAndAnotherForEachOther)
{
    initialise();
    const auto key = HubKey::make().record_reference_key();
    std::set<domain::RecordReference> references;
    for (int visitor = 1; visitor <= 1'000; ++visitor) {
        references.insert(reference_to(domain::FileId{visitor}, key));
    }

    EXPECT_EQ(references.size(), 1'000U);
    EXPECT_TRUE(references.contains(reference_to(domain::FileId{7}, key)));
}

TEST(RecordReference, IsAnotherInEveryCentre)
{
    initialise();

    EXPECT_NE(reference_to(domain::FileId{7}, HubKey::make().record_reference_key()),
              reference_to(domain::FileId{7}, HubKey::make().record_reference_key()));
}

} // namespace
} // namespace verandah::vault
