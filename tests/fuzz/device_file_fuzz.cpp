// SPDX-License-Identifier: Apache-2.0
// Whatever stands in a file of the hub's device list: it is reported and lets nobody in, or it is one device, which is
// let in by its own key alone.
#include "clinic/hub/authority/device_list.hpp"
#include "tests/fuzz/claim.hpp"
#include "tests/fuzz/one_file.hpp"

using namespace verandah;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const test::TemporaryFolder folder;
    static const bool is_made = std::filesystem::create_directory(folder / "devices");
    test::claim(is_made, "the list has a folder");
    static_cast<void>(test::put_into(folder, "devices/kiosk-1.toml", test::text_of(data, size)));
    int faults = 0;
    hub::DeviceList list{folder / "devices", [&faults](const std::string&) { ++faults; }};
    const auto devices = list.devices();
    test::claim(devices.size() + (faults > 0 ? 1U : 0U) == 1, "a file is one device or a fault");
    for (const auto& device : devices) {
        const auto admitted = list.admit(device.public_key_sha256);
        test::claim(admitted && admitted->name == device.name, "a device is let in");
        test::claim(!list.admit(std::string(64, 'f')) || device.public_key_sha256 == std::string(64, 'f'),
                    "and nobody else");
    }
    return 0;
}
