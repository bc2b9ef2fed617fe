// SPDX-License-Identifier: Apache-2.0
// device add, list, rename and revoke: which kiosks, consoles and boards are let in.
#include "clinic/hub/authority/certificate_authority.hpp"
#include "clinic/hub/authority/device_list.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/centre/reachable_host.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/commands/device_names.hpp"
#include "clinic/hub/commands/say.hpp"
#include "shared/wire/device_bundle.hpp"

#include <algorithm>

namespace verandah::hub {
namespace {

/// Where a device on this machine finds the hub.
std::string address_here(const ListenAddress& listen)
{
    const bool everywhere = listen.address == "0.0.0.0" || listen.address == "::";
    return ListenAddress{everywhere ? "127.0.0.1" : listen.address, listen.port}.text();
}

/// Without its port, and an IPv6 address without its brackets.
std::string host_in(std::string_view address)
{
    auto host = address.substr(0, address.rfind(':'));
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    }
    return std::string{host};
}

std::expected<wire::DeviceBundle, domain::Refusal> make_bundle(const CentreFolder& folder, const Device& device,
                                                               const IssuedCertificate& issued,
                                                               const std::string& address)
{
    const auto hub_key = public_key_sha256(folder.server_certificate);
    if (!hub_key) {
        return std::unexpected{hub_key.error()};
    }
    return wire::DeviceBundle{.kind = device.kind,
                              .name = device.name,
                              .hub_address = address,
                              .hub_name = name_to_expect(folder.server_certificate, folder.file.hub, host_in(address)),
                              .hub_public_key_sha256 = *hub_key,
                              .certificate = issued.certificate,
                              .private_key = issued.private_key,
                              .authority = folder.authority_certificate};
}

/// Puts the device on the list only once its bundle is written, so that no list has a device that nobody can be.
std::expected<Device, domain::Refusal> let_in(const CentreFolder& folder, DeviceList& list,
                                              const AddDeviceOptions& options, const std::string& address)
{
    const auto now = system_now();
    const auto name = options.name ? *options.name : next_free_name(options.kind, list.devices());
    const auto issued = issue_device({folder.authority_certificate, folder.authority_key}, name, options.kind, now);
    if (!issued) {
        return std::unexpected{issued.error()};
    }
    Device device{.name = name,
                  .kind = options.kind,
                  .public_key_sha256 = issued->public_key_sha256,
                  .added = now,
                  .certificate_until = issued->until};
    const auto bundle = make_bundle(folder, device, *issued, address);
    if (!bundle) {
        return std::unexpected{bundle.error()};
    }
    if (const auto written = wire::write_bundle(options.out, *bundle); !written) {
        return std::unexpected{written.error()};
    }
    if (const auto added = list.add(device); !added) {
        std::filesystem::remove(options.out); // it would let nobody in
        return std::unexpected{added.error()};
    }
    return device;
}

std::string date_of(domain::Instant instant)
{
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(instant)};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

} // namespace

DeviceList open_list(const CentreFolder& folder)
{
    return DeviceList{folder.paths.devices(), [](const std::string& fault) { fmt::print(stderr, "{}\n", fault); }};
}

wire::DeviceName next_free_name(wire::DeviceKind kind, const std::vector<Device>& devices)
{
    for (int number = 1;; ++number) {
        auto name = *wire::DeviceName::make(fmt::format("{}-{}", wire::word_for(kind), number));
        if (std::ranges::find(devices, name, &Device::name) == devices.end()) {
            return name;
        }
    }
}

int add_device(const AddDeviceOptions& options)
{
    const auto folder = open_centre_folder(options.folder, system_now());
    if (!folder) {
        return refuse_with(folder.error());
    }
    auto list = open_list(*folder);
    const auto address = options.address.value_or(address_here(folder->file.hub.listen));
    const auto device = let_in(*folder, list, options, address);
    if (!device) {
        return refuse_with(device.error().detail);
    }
    say("{} may come in. Its key is in {}: carry it to the device, and leave no copy.", device->name.text(),
        options.out.string());
    if (options.address) {
        say("It finds the hub at {}.", address);
    } else {
        say("It finds the hub at {}, on this machine only; for another machine give --address HOST:PORT.", address);
    }
    return succeeded;
}

int revoke_device(const std::filesystem::path& folder, const wire::DeviceName& name)
{
    const auto opened = open_centre_folder(folder, system_now());
    if (!opened) {
        return refuse_with(opened.error());
    }
    if (const auto removed = open_list(*opened).remove(name); !removed) {
        return refuse_with(removed.error().detail);
    }
    say("{} is let in no more. A hub that serves cuts it off within a second.", name.text());
    return succeeded;
}

int rename_device(const std::filesystem::path& folder, const wire::DeviceName& name, const wire::DeviceName& to)
{
    const auto opened = open_centre_folder(folder, system_now());
    if (!opened) {
        return refuse_with(opened.error());
    }
    if (const auto renamed = open_list(*opened).rename(name, to); !renamed) {
        return refuse_with(renamed.error().detail);
    }
    say("{} is called {} from now on. It keeps its key; the log and the journal name it anew.", name.text(), to.text());
    return succeeded;
}

int list_devices(const std::filesystem::path& folder)
{
    const auto opened = open_centre_folder(folder, system_now());
    if (!opened) {
        return refuse_with(opened.error());
    }
    auto list = open_list(*opened);
    const auto devices = list.devices();
    if (devices.empty()) {
        say("No device may come in yet. Offer enrolment with: verandah-hub device offer {} --kind console",
            folder.string());
    }
    for (const auto& device : devices) {
        say("{:<32} {:<8} since {}  key {}…", device.name.text(), wire::word_for(device.kind), date_of(device.added),
            device.public_key_sha256.substr(0, 12));
    }
    return succeeded;
}

} // namespace verandah::hub
