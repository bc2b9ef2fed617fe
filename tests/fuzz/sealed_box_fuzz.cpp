// SPDX-License-Identifier: Apache-2.0
// Whatever stands where a sealed box should: it opens only when it is, byte for byte, one that was sealed for that very
// place. The input is content, and what to do to its box before it is opened.
#include "shared/vault/hub_key.hpp"
#include "shared/vault/public_seal.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/seal.hpp"
#include "tests/fuzz/claim.hpp"

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>

using namespace verandah;

namespace {

constexpr std::size_t padding = 64;
using Bytes = std::vector<std::byte>;

Bytes take(FuzzedDataProvider& input, std::size_t most)
{
    const auto bytes = input.ConsumeBytes<std::uint8_t>(input.ConsumeIntegralInRange<std::size_t>(0, most));
    const auto view = std::as_bytes(std::span{bytes});
    return {view.begin(), view.end()};
}

/// Writes over, cuts off, or puts something behind.
void spoil(Bytes& box, FuzzedDataProvider& input)
{
    const auto place = input.ConsumeIntegralInRange<std::size_t>(0, box.size());
    switch (input.ConsumeIntegralInRange(0, 3)) {
    case 0: box.resize(place); break;
    case 1: {
        const auto over = take(input, box.size() - place);
        std::ranges::copy(over, box.begin() + static_cast<std::ptrdiff_t>(place));
        break;
    }
    case 2: {
        const auto behind = take(input, 80);
        box.insert(box.end(), behind.begin(), behind.end());
        break;
    }
    default: box = take(input, 300);
    }
}

template <class Seals, class Opens>
void try_out(const Seals& sealer, const Opens& opener, FuzzedDataProvider& input)
{
    const auto content = take(input, 200);
    const auto place = take(input, 8);
    Bytes box;
    sealer.seal(content, place, box);
    const auto whole = box;
    Bytes scratch;
    const auto opened = opener.open(box, place, scratch);
    test::claim(opened && std::ranges::equal(*opened, content), "what was sealed opens");

    spoil(box, input);
    test::claim(box == whole || !opener.open(box, place, scratch), "nothing else does");

    const auto elsewhere = take(input, 8);
    test::claim(elsewhere == place || !opener.open(whole, elsewhere, scratch), "and nowhere else");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto key = (vault::initialise(), vault::HubKey::make());
    static const vault::Sealer sealer{key.journal_key(), padding};
    static const vault::PublicSealer public_sealer{vault::PublicKey::of(key.box_key()), padding};
    static const vault::PublicSealOpener opener{key.box_key(), padding};

    FuzzedDataProvider input{data, size};
    if (input.ConsumeBool()) {
        try_out(sealer, sealer, input);
    } else {
        try_out(public_sealer, opener, input);
    }
    return 0;
}
