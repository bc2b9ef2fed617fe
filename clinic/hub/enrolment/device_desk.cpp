// SPDX-License-Identifier: Apache-2.0
// Devices: offered, renamed, revoked, renewed.
#include "clinic/hub/enrolment/device_desk.hpp"

#include "clinic/hub/centre/reachable_host.hpp"
#include "clinic/hub/desks/answers.hpp"
#include "clinic/hub/enrolment/offer_file.hpp"
#include "shared/vault/random.hpp"

#include <functional>
#include <type_traits>
#include <utility>

namespace verandah::hub {

namespace {

using domain::DeviceEvent;
using domain::Event;
using domain::Refusal;
using Events = std::expected<std::vector<Event>, Refusal>;
using enum Refusal::Why;

constexpr auto hub_itself = "hub";

/// The device event of kind `Happened`, if that is what `event` is, and of that device.
template <class Happened>
const Happened* happened_to(const wire::DeviceName& name, const Event* event)
{
    const auto* device_event = event == nullptr ? nullptr : std::get_if<DeviceEvent>(event);
    const auto* happened = device_event == nullptr ? nullptr : std::get_if<Happened>(device_event);
    return happened != nullptr && happened->device == name.text() ? happened : nullptr;
}

std::unexpected<Refusal> no_such_device()
{
    return domain::refuse(not_found, "no device of that name is let in");
}

Events one(DeviceEvent event)
{
    return std::vector<Event>{std::move(event)};
}

/// A repeated request finds it done already.
template <class Receipt>
std::expected<Receipt, Refusal> done(std::expected<void, Refusal> outcome, Receipt receipt)
{
    if (!outcome && outcome.error().why != not_found) {
        return std::unexpected{std::move(outcome.error())};
    }
    return receipt;
}

} // namespace

DeviceDesk::DeviceDesk(StaffRoom& room, DeviceRegister& devices, Options options)
    : room_{room}, devices_{devices}, options_{std::move(options)},
      enrolment_{room.writer(), devices, offers_, options_.terms, [this] { return room_.now(); }},
      door_{options_.terms,
            [this](const wire::EnrolRequest& request, const wire::Reply& reply) {
                enrolment_.enrol(request, replying<wire::EnrolmentReceipt>(reply, created));
            },
            options_.report}
{
    tell_door(options_.offers, std::nullopt); // of a hub that was cut off
}

void DeviceDesk::list(const std::function<void(wire::DevicesView)>& answer)
{
    const auto now = room_.now();
    wire::DevicesView view{.offers = offers_.all(now)};
    for (const auto& device : devices_.devices()) {
        const auto seen = devices_.last_seen(device.name);
        view.devices.push_back({.name = device.name,
                                .kind = device.kind,
                                .added_at = device.added,
                                .certificate_until = device.certificate_until,
                                .is_connected = seen && now - *seen <= DeviceRegister::connected_within,
                                .last_seen = seen});
    }
    answer(std::move(view));
}

void DeviceDesk::offer(const wire::OfferRequest& request, const Asker& asker, Answer<wire::EnrolmentOffer> answer)
{
    ask<wire::EnrolmentOffer>(
        room_.writer(), asker,
        [this, request](const store::Ledger&, domain::Moment now) -> Events {
            if (devices_.find(request.name)) {
                return domain::refuse(conflict, "there is a device of that name; revoke it first, or take another");
            }
            return one(
                domain::EnrolmentOffered{request.name.text(), std::string{wire::word_for(request.kind)}, now.at});
        },
        [this, request](const store::Ledger&, const Event* event) -> std::expected<wire::EnrolmentOffer, Refusal> {
            const auto* offered = happened_to<domain::EnrolmentOffered>(request.name, event);
            if (offered == nullptr || offered->device_kind != wire::word_for(request.kind)) {
                return key_of_something_else();
            }
            return make_offer(request);
        },
        std::move(answer));
}

std::expected<wire::EnrolmentOffer, Refusal> DeviceDesk::make_offer(const wire::OfferRequest& request)
{
    const auto secret = vault::random_bytes<std::tuple_size_v<domain::EnrolmentSecret>>();
    const auto until = room_.now() + domain::offer_lasts;
    wire::OfferId offer{0};
    const auto port = open_door_for({request.name, request.kind, mark_of(secret), until}, offer);
    if (!port) {
        return std::unexpected{port.error()};
    }
    const domain::EnrolmentInvitation invitation{terms().host, *port, terms().authority_hash, secret};
    return wire::EnrolmentOffer{.offer = offer,
                                .name = request.name,
                                .kind = request.kind,
                                .code = domain::EnrolmentCode{terms().authority_hash, secret}.grouped(),
                                .address = host_and_port(terms().host, *port),
                                .qr = invitation.text(),
                                .until = until};
}

/// The door's port, once `offer` stands.
std::expected<std::uint16_t, Refusal> DeviceDesk::open_door_for(const OfferBook::Offered& offered, wire::OfferId& offer)
{
    const std::lock_guard lock{opening_};
    const auto made = offers_.make(offered, room_.now());
    if (!made) {
        return std::unexpected{made.error()};
    }
    offer = *made;
    auto port = door_.open();
    if (!port) {
        if (const auto withdrawn = offers_.withdraw(offer, room_.now()); !withdrawn) {
            options_.report(withdrawn.error().detail);
        }
    }
    return port;
}

void DeviceDesk::withdraw(wire::OfferId offer, const Answer<wire::EmptyRequest>& answer)
{
    const auto withdrawn = offers_.withdraw(offer, room_.now());
    answer(withdrawn ? std::expected<wire::EmptyRequest, NoReceipt>{wire::EmptyRequest{}}
                     : std::unexpected{NoReceipt{withdrawn.error()}});
}

void DeviceDesk::rename(const wire::DeviceName& name, const wire::RenameRequest& request, const Asker& asker,
                        Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        room_.writer(), asker,
        [this, name, to = request.name](const store::Ledger&, domain::Moment now) -> Events {
            if (!devices_.find(name)) {
                return no_such_device();
            }
            if (devices_.find(to)) {
                return domain::refuse(conflict, "there is a device of that name");
            }
            return one(domain::DeviceRenamed{name.text(), to.text(), now.at});
        },
        [this, name, to = request.name](const store::Ledger&,
                                        const Event* event) -> std::expected<wire::EmptyRequest, Refusal> {
            const auto* renamed = happened_to<domain::DeviceRenamed>(name, event);
            if (renamed == nullptr || renamed->to != to.text()) {
                return key_of_something_else();
            }
            end_session_at(name);
            return done(devices_.rename(name, to), wire::EmptyRequest{});
        },
        std::move(answer));
}

void DeviceDesk::revoke(const wire::DeviceName& name, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        room_.writer(), asker,
        [this, name, device = asker.device](const store::Ledger&, domain::Moment now) -> Events {
            const auto known = devices_.find(name);
            if (!known) {
                return no_such_device();
            }
            if (name.text() == device) {
                return domain::refuse(conflict, "this is the very console; revoke it at another one");
            }
            return one(domain::DeviceRevoked{name.text(), domain::key_mark(known->public_key_sha256), now.at});
        },
        [this, name](const store::Ledger&, const Event* event) -> std::expected<wire::EmptyRequest, Refusal> {
            const auto* revoked = happened_to<domain::DeviceRevoked>(name, event);
            if (revoked == nullptr) {
                return key_of_something_else();
            }
            const auto there = devices_.find(name);
            if (there && domain::key_mark(there->public_key_sha256) != revoked->key) {
                return wire::EmptyRequest{}; // asked again, and another device has the name by now
            }
            end_session_at(name);
            if (there) {
                offers_.arrived(there->public_key_sha256); // nor is its offer of use to it any more
            }
            return done(devices_.remove(name), wire::EmptyRequest{});
        },
        std::move(answer));
}

void DeviceDesk::renew(const wire::RenewalRequest& request, const Asker& asker, Answer<wire::RenewalReceipt> answer)
{
    const auto name = wire::DeviceName::make(asker.device);
    const auto device = name ? devices_.find(*name) : std::nullopt;
    if (!device) {
        answer(std::unexpected{NoReceipt{no_such_device().error()}});
        return;
    }
    const auto now = room_.now();
    const auto granted = grant_device(terms().authority, request.request, device->name, device->kind, now);
    if (!granted) {
        answer(std::unexpected{NoReceipt{granted.error()}});
        return;
    }
    ask<wire::RenewalReceipt>(
        room_.writer(), asker,
        [device, granted](const store::Ledger&, domain::Moment moment) -> Events {
            const auto half = (granted->until - moment.at) / 2;
            if (device->certificate_until && *device->certificate_until - moment.at > half) {
                return domain::refuse(conflict, "more than half of this certificate's time is left");
            }
            return one(
                domain::DeviceRenewed{device->name.text(), domain::key_mark(granted->public_key_sha256), moment.at});
        },
        [this, device, granted](const store::Ledger&,
                                const Event* event) -> std::expected<wire::RenewalReceipt, Refusal> {
            const auto* renewed = happened_to<domain::DeviceRenewed>(device->name, event);
            if (renewed == nullptr || renewed->key != domain::key_mark(granted->public_key_sha256)) {
                return key_of_something_else();
            }
            if (auto kept = devices_.renew(device->name, {granted->public_key_sha256, granted->until}); !kept) {
                return std::unexpected{std::move(kept.error())};
            }
            return wire::RenewalReceipt{granted->certificate};
        },
        std::move(answer));
}

void DeviceDesk::take_offer(const OfferBook::Offered& offered)
{
    wire::OfferId offer{0};
    const auto port = open_door_for(offered, offer);
    if (!port) {
        options_.report(port.error().detail); // and whoever left the offer sees no door
        return;
    }
    tell_door(options_.offers, host_and_port(terms().host, *port));
    write_down(hub_itself,
               domain::EnrolmentOffered{offered.name.text(), std::string{wire::word_for(offered.kind)}, room_.now()});
}

void DeviceDesk::look()
{
    for (const auto& offered : take_offers(options_.offers, options_.report)) {
        take_offer(offered);
    }
    {
        const std::lock_guard lock{opening_};
        if (door_.is_open() && !offers_.has_standing(room_.now())) {
            close();
        }
    }
    for (const auto& change : devices_.look()) {
        hear(change);
    }
}

void DeviceDesk::close()
{
    tell_door(options_.offers, std::nullopt);
    door_.close();
}

void DeviceDesk::hear(const OutsideChange& change)
{
    const auto now = room_.now();
    if (const auto* added = std::get_if<AddedOutside>(&change)) {
        write_down(hub_itself,
                   domain::DeviceEnrolled{added->device.name.text(), std::string{wire::word_for(added->device.kind)},
                                          domain::key_mark(added->device.public_key_sha256), now});
    } else if (const auto* removed = std::get_if<RemovedOutside>(&change)) {
        end_session_at(removed->device.name);
        write_down(hub_itself, domain::DeviceRevoked{removed->device.name.text(),
                                                     domain::key_mark(removed->device.public_key_sha256), now});
    } else if (const auto* renamed = std::get_if<RenamedOutside>(&change)) {
        end_session_at(renamed->device.name);
        write_down(hub_itself, domain::DeviceRenamed{renamed->device.name.text(), renamed->to.text(), now});
    }
}

void DeviceDesk::write_down(const std::string& actor, DeviceEvent event)
{
    room_.writer().submit(
        {.actor = actor,
         .key = std::nullopt,
         .decide = [event = std::move(event)](const store::Ledger&, domain::Moment) { return one(event); },
         .answer = [](const store::Ledger&, const store::Write::Outcome&) {}});
}

/// Whoever gets the name next is another device: it shall not find somebody signed in.
void DeviceDesk::end_session_at(const wire::DeviceName& console)
{
    const auto account = room_.sessions().account_at(console.text());
    if (account) {
        room_.sessions().end(console.text());
        room_.write_signed_out(console.text(), *account, domain::SignOutReason::changed);
        room_.session_changed(console.text());
    }
}

} // namespace verandah::hub
