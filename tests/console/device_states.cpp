// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "device_states.hpp"

#include "sample.hpp"
#include "shared/domain/enrolment/enrolment_code.hpp"

namespace verandah::test {

namespace {

using namespace console;
using namespace std::chrono_literals;
using Offer = wire::DevicesView::Offer;

wire::DeviceName name(std::string_view text)
{
    return wire::DeviceName::make(text).value();
}

void wish(Console& console, const Wish& what)
{
    static_cast<void>(handle(console, what, sample_now));
}
void happens(Console& console, const SessionHappening& what)
{
    static_cast<void>(handle(console, what, sample_now));
}

Console asked(Console console, const Wish& what)
{
    wish(console, what);
    return console;
}

Console offer_that_is(Offer::State state)
{
    auto console = console_offering();
    auto devices = sample_devices();
    const auto offer = sample_offer();
    devices.offers = {{offer.offer, offer.name, offer.kind, offer.until, state}};
    happens(console, DevicesCame{devices});
    return console;
}

Console refused(Console console, Errand errand)
{
    happens(console, ErrandRefused{errand, domain::Refusal::Why::conflict});
    return console;
}

} // namespace

wire::DevicesView sample_devices(int count)
{
    wire::DevicesView view{.devices = {{.name = name("kiosk-1"),
                                        .kind = wire::DeviceKind::kiosk,
                                        .added_at = sample_now - 24h * 40,
                                        .certificate_until = sample_now + 24h * 325,
                                        .is_connected = true,
                                        .last_seen = sample_now},
                                       {.name = name("console-1"),
                                        .kind = wire::DeviceKind::console,
                                        .added_at = sample_now - 24h * 40,
                                        .certificate_until = sample_now + 24h * 325,
                                        .last_seen = sample_now - 47min},
                                       {.name = name("board-waiting-room-at-the-garden"),
                                        .kind = wire::DeviceKind::board,
                                        .added_at = sample_now - 24h * 3}}};
    for (int more = 2; std::ssize(view.devices) < count; ++more) {
        view.devices.push_back({.name = name("kiosk-" + std::to_string(more)),
                                .kind = wire::DeviceKind::kiosk,
                                .added_at = sample_now - 24h,
                                .certificate_until = sample_now + 24h * 364,
                                .is_connected = true,
                                .last_seen = sample_now});
    }
    return view;
}

wire::EnrolmentOffer sample_offer()
{
    const domain::EnrolmentInvitation invitation{
        "192.168.1.10", 8444, {std::byte{0x5a}, std::byte{0xc3}, std::byte{0x1e}}, {std::byte{9}, std::byte{0xd4}}};
    return {.offer = wire::OfferId{2},
            .name = name("kiosk-2"),
            .kind = wire::DeviceKind::kiosk,
            .code = domain::EnrolmentCode{invitation.authority, invitation.secret}.grouped(),
            .address = "192.168.1.10:8444",
            .qr = invitation.text(),
            .until = sample_now + 9min};
}

console::Console console_with_devices(int count)
{
    auto console = console_with(busy_line(), signed_in(domain::Role::administrator));
    wish(console, ShowPage{Page::devices});
    happens(console, DevicesCame{sample_devices(count)});
    return console;
}

console::Console console_offering()
{
    auto console = asked(console_with_devices(), AskDevice{Errand::offer_enrolment});
    wish(console, ChooseOption{0, 0});
    wish(console, TypeWords{"kiosk-2"});
    wish(console, Confirm{});
    happens(console, ErrandDone{Errand::offer_enrolment, files::SecretText{wire::encode(sample_offer())}});
    return console;
}

std::vector<std::pair<std::string, console::Console>> every_device_state()
{
    const auto chosen = asked(console_with_devices(), ChooseDevice{name("kiosk-1")});
    auto none = asked(console_with(busy_line(), signed_in(domain::Role::administrator)), ShowPage{Page::devices});
    auto adding = asked(console_with_devices(), AskDevice{Errand::offer_enrolment});
    auto taken_name = asked(asked(adding, ChooseOption{0, 0}), TypeWords{"kiosk-1"});
    return {{"list", console_with_devices()},
            {"none", none},
            {"many", console_with_devices(60)},
            {"chosen", chosen},
            {"add", adding},
            {"add-taken", taken_name},
            {"add-refused", refused(adding, Errand::offer_enrolment)},
            {"rename", asked(chosen, AskDevice{Errand::rename_device})},
            {"revoke", asked(chosen, AskDevice{Errand::revoke_device})},
            {"offer", console_offering()},
            {"offer-taken", offer_that_is(Offer::State::taken)},
            {"offer-run-out", offer_that_is(Offer::State::run_out)},
            {"offer-withdrawn", offer_that_is(Offer::State::withdrawn)}};
}

} // namespace verandah::test
