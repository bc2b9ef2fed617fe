// SPDX-License-Identifier: Apache-2.0
// device offer: lets a device enrol at the hub that serves, without a console. How the first console gets in.
#include "clinic/hub/authority/device_list.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/commands/device_names.hpp"
#include "clinic/hub/commands/say.hpp"
#include "clinic/hub/commands/terminal_qr.hpp"
#include "clinic/hub/enrolment/enrolment_terms.hpp"
#include "clinic/hub/enrolment/offer_file.hpp"
#include "shared/vault/random.hpp"
#include "shared/wire/enrolment/enrol.hpp"

#include <chrono>
#include <optional>
#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 10s; ///< The hub looks once a second.

bool is_served(const FolderPaths& paths)
{
    return !ServingLock::take(paths).has_value(); // and let go of again at once
}

/// Where the hub opened its door for the offer; nullopt when it did not.
std::optional<std::string> wait_for_door(const std::filesystem::path& offers, const wire::DeviceName& name)
{
    for (const auto until = std::chrono::steady_clock::now() + patience; std::chrono::steady_clock::now() < until;) {
        if (is_offer_taken(offers, name)) {
            std::this_thread::sleep_for(100ms); // it opens the door before it takes the file away, and tells it after
            if (auto door = told_door(offers)) {
                return door;
            }
        }
        std::this_thread::sleep_for(50ms);
    }
    return std::nullopt;
}

void show(const OfferBook::Offered& offered, const domain::AuthorityHash& authority,
          const domain::EnrolmentSecret& secret, const std::string& address)
{
    const auto code = domain::EnrolmentCode{authority, secret}.grouped();
    const auto kind = wire::word_for(offered.kind);
    const auto program = offered.kind == wire::DeviceKind::kiosk ? "verandah-kiosk" : "verandah-clinic";
    say("For {} minutes, one device may enrol as the {} {}.\n", domain::offer_lasts.count(), kind, offered.name.text());
    if (const auto door = wire::DoorAddress::make(address)) {
        say("{}", terminal_qr(domain::EnrolmentInvitation{door->host, door->port, authority, secret}.text()));
    }
    say("  Code     {}", code);
    say("  Address  {}\n", address);
    say("Show it the code, or type it there; or without a screen:\n  {} enrol --device {}.toml --hub {} --code \"{}\"",
        program, offered.name.text(), address, code);
}

} // namespace

int offer_device(const OfferDeviceOptions& options)
{
    const auto folder = open_centre_folder(options.folder, system_now());
    if (!folder) {
        return refuse_with(folder.error());
    }
    const auto terms =
        enrolment_terms({folder->authority_certificate, folder->authority_key}, folder->server_certificate,
                        folder->server_key, folder->file.hub, folder->file.hub.listen, [] { return std::uint16_t{0}; });
    if (!terms) {
        return refuse_with(terms.error().detail);
    }
    auto list = open_list(*folder);
    const auto name = options.name ? *options.name : next_free_name(options.kind, list.devices());
    if (list.find(name)) {
        return refuse_with(
            fmt::format("There is a device {} already. Revoke it first, or take another name.", name.text()));
    }
    if (!is_served(folder->paths)) {
        return refuse_with("No hub serves this centre just now. Start it, then offer again.");
    }
    const auto secret = vault::random_bytes<std::tuple_size_v<domain::EnrolmentSecret>>();
    const OfferBook::Offered offered{name, options.kind, mark_of(secret), system_now() + domain::offer_lasts};
    const auto offers = folder->paths.offers();
    if (const auto left = leave_offer(offers, offered); !left) {
        return refuse_with(left.error().detail);
    }
    const auto address = wait_for_door(offers, name);
    if (!address) {
        take_offer_back(offers, name);
        return refuse_with("The hub did not open its enrolment door; its log says why.");
    }
    show(offered, terms->authority_hash, secret, *address);
    return succeeded;
}

} // namespace verandah::hub
