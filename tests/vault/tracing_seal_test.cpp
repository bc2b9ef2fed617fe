// SPDX-License-Identifier: Apache-2.0
// What is sealed to an outreach worker she opens and nobody else, and what she tells the clinic opens and nobody else.
#include "shared/vault/clinic_key.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/tracing_seal.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace verandah::vault {
namespace {

constexpr domain::TracingId tracing{4'711};
constexpr domain::TracingId another{4'712};
constexpr std::string_view where_to_look = "at the tea stall, in the evening";
constexpr std::string_view what_came_of_it = "reached";

class TracingSeal : public testing::Test {
protected:
    TracingSeal() { initialise(); }
    [[nodiscard]] std::vector<std::byte> sealed(std::string_view content = where_to_look) const
    {
        return seal_to_worker(content, key_, tracing, worker_.public_key()).value();
    }

    StaffSecret worker_ = StaffSecret::make();
    FileKey file_ = make_file_key();
    TracingKey key_ = tracing_key(file_, tracing);
};

TEST_F(TracingSeal, IsOpenedByTheWorkerItIsSealedTo)
{
    const auto opened = open_as_worker(sealed(), tracing, worker_);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->content, where_to_look);
}

TEST_F(TracingSeal, IsOpenedByNoColleague)
{
    EXPECT_FALSE(open_as_worker(sealed(), tracing, StaffSecret::make()));
}

TEST_F(TracingSeal, IsNotOpenedInAnotherTracingsPlace)
{
    EXPECT_FALSE(open_as_worker(sealed(), another, worker_));
}

TEST_F(TracingSeal, IsNotOpenedWhenAnyByteOfItWasChanged)
{
    const auto whole = sealed();
    for (std::size_t place = 0; place < whole.size(); ++place) {
        auto damaged = whole;
        damaged[place] ^= std::byte{1};
        EXPECT_FALSE(open_as_worker(damaged, tracing, worker_)) << place;
    }
    EXPECT_FALSE(open_as_worker(std::span{whole}.first(whole.size() - 1), tracing, worker_));
    EXPECT_FALSE(open_as_worker({}, tracing, worker_));
}

TEST_F(TracingSeal, HasOneLengthWhateverIsInIt)
{
    EXPECT_EQ(sealed("").size(), sealed(std::string(longest_tracing_content, 'x')).size());
    EXPECT_EQ(seal_answer("", key_, tracing, 1).size(), seal_answer(what_came_of_it, key_, tracing, 1).size());
}

TEST_F(TracingSeal, TakesNoMoreThanFits)
{
    EXPECT_THROW(static_cast<void>(sealed(std::string(longest_tracing_content + 1, 'x'))), std::invalid_argument);
}

TEST_F(TracingSeal, IsNotSealedToAKeyThatAnybodyOpens)
{
    const auto refused = seal_to_worker(where_to_look, key_, tracing, StaffPublicKey{});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().why, domain::Refusal::Why::invalid_input);
}

TEST_F(TracingSeal, BringsHerAnswerToWhoeverHasTheFilesKey)
{
    const auto opened = open_as_worker(sealed(), tracing, worker_);
    ASSERT_TRUE(opened);
    const auto told = seal_answer(what_came_of_it, opened->key, tracing, 1);

    EXPECT_EQ(open_answer(told, tracing_key(file_, tracing), tracing, 1), what_came_of_it);
}

TEST_F(TracingSeal, BringsItToNobodyWithAnotherFilesKeyOrAnotherTracings)
{
    const auto told = seal_answer(what_came_of_it, key_, tracing, 1);

    EXPECT_FALSE(open_answer(told, tracing_key(make_file_key(), tracing), tracing, 1));
    EXPECT_FALSE(open_answer(told, tracing_key(file_, another), tracing, 1));
    EXPECT_FALSE(open_answer(told, key_, another, 1));
}

TEST_F(TracingSeal, LetsNoOlderAnswerStandInPlaceOfALaterOne)
{
    EXPECT_FALSE(open_answer(seal_answer(what_came_of_it, key_, tracing, 1), key_, tracing, 2));
}

} // namespace
} // namespace verandah::vault
