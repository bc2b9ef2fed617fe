// SPDX-License-Identifier: Apache-2.0
// Whatever stands in the file a device is given: it is refused, or it is a bundle that is written and read as the same.
#include "shared/wire/device_bundle.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const test::TemporaryFolder folder;
    const auto bundle = wire::read_bundle(test::put_into(folder, "kiosk-1.toml", test::text_of(data, size)));
    if (!bundle) {
        return 0;
    }
    std::filesystem::remove(folder / "again.toml");
    test::claim(wire::write_bundle(folder / "again.toml", *bundle).has_value(),
                "a bundle that was read can be written");
    const auto again = wire::read_bundle(folder / "again.toml");
    test::claim(again && *again == *bundle, "it is the same bundle");
    return 0;
}
