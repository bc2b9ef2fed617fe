// SPDX-License-Identifier: Apache-2.0
// Whatever stands in the hub's key file: it is refused without repeating it, or it is a key that is saved and loaded as
// the same key.
#include "shared/vault/hub_key.hpp"
#include "shared/vault/random.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

#include <algorithm>

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const test::TemporaryFolder folder;
    vault::initialise();
    const auto text = test::text_of(data, size);
    const auto key = vault::HubKey::load(test::put_into(folder, "hub.key", text));
    if (!key) {
        constexpr std::size_t much = 16; // of a key, in digits
        for (std::size_t begin = 0; begin + much <= text.size(); ++begin) {
            const auto piece = text.substr(begin, much);
            const bool is_a_secret = piece.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
            test::claim(!is_a_secret || !key.error().detail.contains(piece), "a refusal does not repeat a key");
        }
        return 0;
    }
    std::filesystem::remove(folder / "again.key");
    test::claim(key->save(folder / "again.key").has_value(), "a key that was loaded can be saved");
    const auto again = vault::HubKey::load(folder / "again.key");
    test::claim(again && std::ranges::equal(again->journal_key().bytes(), key->journal_key().bytes()),
                "it is the same key");
    return 0;
}
