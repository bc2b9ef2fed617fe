// SPDX-License-Identifier: Apache-2.0
// The evolving key: it signs forwards only, and every cut between its writes leaves one that can go on.
#include "shared/vault/audit_key.hpp"
#include "shared/vault/hexadecimal.hpp"
#include "shared/vault/random.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/vault/bytes.hpp"

#include <gmock/gmock.h>

namespace verandah::vault {
namespace {

using test::bytes;
using testing::HasSubstr;

constexpr std::size_t place_size = 4'096; // in the file, of which a key takes one
constexpr std::size_t line_length = 102;  // of a place that holds a key

class AuditKeyTest : public testing::Test {
protected:
    AuditKeyTest() { initialise(); }
    void make() { ASSERT_TRUE(AuditKeyFile::make(file, AuditKey::make())); }
    AuditKeyFile load() const { return AuditKeyFile::load(file).value(); }
    std::string seed_text(const AuditKey& key) const { return hexadecimal(key.seed().bytes()); }

    test::TemporaryFolder folder;
    std::filesystem::path file = folder / "audit.key";
};

TEST_F(AuditKeyTest, SignsWhatItsPublicHalfHolds)
{
    const auto key = AuditKey::make();
    const auto signature = key.sign(bytes("here"));

    EXPECT_TRUE(key.public_half().holds(bytes("here"), signature));
    EXPECT_FALSE(key.public_half().holds(bytes("there"), signature));
    EXPECT_FALSE(key.next().public_half().holds(bytes("here"), signature));
    EXPECT_FALSE(AuditKey::make().public_half().holds(bytes("here"), signature));
}

TEST_F(AuditKeyTest, KnowsTheNextOneBeforeItStandsAnywhere)
{
    make();
    auto key = load();
    const auto due = key.key().next().public_half();

    key.evolve();

    EXPECT_EQ(key.key().public_half(), due);
    EXPECT_EQ(key.key().epoch(), 2U);
    EXPECT_EQ(load().key().public_half(), due);
    EXPECT_EQ(load().key().epoch(), 2U);
}

TEST_F(AuditKeyTest, LeavesNoByteOfAnEarlierKeyInItsFile)
{
    make();
    auto key = load();
    for (int epoch = 1; epoch <= 5; ++epoch) {
        const auto before = seed_text(key.key());
        ASSERT_THAT(test::read_file(file), HasSubstr(before));
        key.evolve();
        EXPECT_THAT(test::read_file(file), Not(HasSubstr(before))) << epoch;
    }
}

TEST_F(AuditKeyTest, StaysTheOldOneWhenTheNextWasWrittenOnlyHalf)
{
    make();
    const auto before = test::read_file(file);
    auto key = load();
    key.evolve();
    const auto written = test::read_file(file).substr(2 * place_size, line_length); // the line in the second place
    for (std::size_t length = 0; length < written.size(); ++length) {
        auto cut = before;
        cut.replace(2 * place_size, length, written.substr(0, length));
        test::write_file(file, cut);
        EXPECT_EQ(load().key().epoch(), 1U) << length;
    }
}

TEST_F(AuditKeyTest, IsTheNextOneWhenBothAreThereAndWipesTheOther)
{
    make();
    auto both = test::read_file(file);
    const auto old = seed_text(load().key());
    auto key = load();
    key.evolve();
    both.replace(2 * place_size, place_size, test::read_file(file).substr(2 * place_size, place_size));
    test::write_file(file, both);

    auto found = load();
    EXPECT_EQ(found.key().epoch(), 2U);
    found.wipe_other_place();

    EXPECT_THAT(test::read_file(file), Not(HasSubstr(old)));
    EXPECT_EQ(load().key().public_half(), key.key().public_half());
}

TEST_F(AuditKeyTest, RefusesAFileWithAnyDigitOfItsKeyChanged)
{
    make();
    const auto whole = test::read_file(file);
    for (std::size_t at = place_size; at < place_size + line_length; ++at) {
        auto damaged = whole;
        damaged[at] = damaged[at] == '1' ? '2' : '1';
        test::write_file(file, damaged);
        EXPECT_FALSE(AuditKeyFile::load(file)) << at;
    }
}

TEST_F(AuditKeyTest, RefusesAFileThatIsCutShortLongerOrAnother)
{
    make();
    const auto whole = test::read_file(file);
    for (const auto& other : {std::string{}, whole.substr(1), whole.substr(0, whole.size() - 1), whole + "\n",
                              std::string(whole.size(), '-')}) {
        test::write_file(file, other);
        EXPECT_FALSE(AuditKeyFile::load(file));
    }
}

TEST_F(AuditKeyTest, RefusesAFileThatOthersMayRead)
{
    make();
    std::filesystem::permissions(file, std::filesystem::perms::group_read, std::filesystem::perm_options::add);

    const auto refused = AuditKeyFile::load(file);

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, HasSubstr("chmod 600"));
}

TEST_F(AuditKeyTest, NeverOverwritesAnotherWhenMade)
{
    make();
    EXPECT_EQ(AuditKeyFile::make(file, AuditKey::make()).error().why, domain::Refusal::Why::conflict);
}

TEST_F(AuditKeyTest, ReadsAPublicKeyOnlyAsItIsWritten)
{
    const auto key = AuditKey::make().public_half();
    const auto text = key.text();

    EXPECT_EQ(VerifyingKey::from_text(text), key);
    EXPECT_FALSE(VerifyingKey::from_text(text.substr(1)));
    EXPECT_FALSE(VerifyingKey::from_text(text + "0"));
    EXPECT_FALSE(VerifyingKey::from_text("G" + text.substr(1)));
    EXPECT_EQ(key.fingerprint().size(), 24U);
    EXPECT_NE(key.fingerprint(), AuditKey::make().public_half().fingerprint());
}

} // namespace
} // namespace verandah::vault
