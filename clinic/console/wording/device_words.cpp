// SPDX-License-Identifier: Apache-2.0
// The page of devices, and the code for a new one.
#include "clinic/console/wording/door_words.hpp"
#include "clinic/console/wording/words.hpp"
#include "shared/wire/messages/day_text.hpp"

#include <utility>

namespace verandah::console {

namespace {

using State = wire::DevicesView::Offer::State;

ui::Icon icon_of(wire::DeviceKind kind)
{
    switch (kind) {
    case wire::DeviceKind::kiosk: return ui::icon::waving_hand;
    case wire::DeviceKind::console: return ui::icon::devices;
    case wire::DeviceKind::board: return ui::icon::campaign;
    }
    std::unreachable();
}

std::string day_words(domain::Instant at)
{
    return wire::day_text(domain::CentreDay{std::chrono::floor<std::chrono::days>(at)});
}

DeviceRow row_words(const Scene& scene, const wire::DevicesView::Listed& device)
{
    const auto& words = scene.words;
    return {.device = device.name,
            .kind = device_kind_label(scene, device.kind),
            .icon = icon_of(device.kind),
            .seen = device.is_connected ? words.translate("here now")
                    : device.last_seen  ? ago(scene, device.last_seen)
                                        : words.translate("not since the start"),
            .until = device.certificate_until
                         ? filled(words.translate("until {day}"), {{"day", day_words(*device.certificate_until)}})
                         : std::string{},
            .is_here = device.is_connected,
            .chosen = scene.console.session.chosen_device == device.name};
}

AccountPanel device_panel_words(const Scene& scene)
{
    const auto& words = scene.words;
    AccountPanel panel{.title = words.translate("No device chosen"),
                       .note = words.translate("Choose one in the list to rename it or to shut it out."),
                       .deeds = {},
                       .add = {Errand::offer_enrolment, words.translate("Add a device"), ui::icon::add, 'N'}};
    const auto* device = chosen_device(scene.console);
    if (device == nullptr) {
        return panel;
    }
    panel.title = device->name.text();
    panel.note = device_kind_label(scene, device->kind) + " · " +
                 filled(words.translate("added {time}"), {{"time", ago(scene, device->added_at)}});
    panel.deeds = {{Errand::rename_device, words.translate("Rename it"), ui::icon::text_fields, 'R'},
                   {Errand::revoke_device, words.translate("Shut it out"), ui::icon::close, 'X'}};
    return panel;
}

} // namespace

std::string device_kind_label(const Scene& scene, wire::DeviceKind kind)
{
    switch (kind) {
    case wire::DeviceKind::kiosk: return scene.words.translate("Kiosk");
    case wire::DeviceKind::console: return scene.words.translate("Console");
    case wire::DeviceKind::board: return scene.words.translate("Board");
    }
    std::unreachable();
}

DevicesModel devices_words(const Scene& scene)
{
    const auto& words = scene.words;
    DevicesModel model{.head = head_words(scene, words.translate("Devices")),
                       .headings = {words.translate("Device"), words.translate("What it is"), words.translate("Seen"),
                                    words.translate("Certificate")},
                       .rows = {},
                       .empty = words.translate("Fetching the devices…"),
                       .panel = {}};
    if (const auto& view = scene.console.session.devices) {
        for (const auto& device : view->devices) {
            model.rows.push_back(row_words(scene, device));
        }
    }
    if (may(scene.console, domain::Right::device_change)) {
        model.panel = device_panel_words(scene);
    }
    return model;
}

OfferModel offer_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& offer = *scene.console.session.offer;
    const auto& name = offer.device.text();
    OfferModel model{.title = filled(words.translate("A place for {device}"), {{"device", name}}),
                     .note =
                         words.translate("Start the program at the new device. Hold its camera to the square, or type "
                                         "the code and the address there."),
                     .qr = {},
                     .code_label = words.translate("Code"),
                     .code = offer.code,
                     .address_label = words.translate("Address"),
                     .address = offer.address,
                     .state = {},
                     .done = words.translate("Done"),
                     .withdraw = {}};
    switch (state_of(scene.console, offer, scene.now)) {
    case State::waiting: {
        auto code = ui::QrCode::fitting(offer.qr.view());
        model.qr = code ? std::optional{*std::move(code)} : std::nullopt;
        model.state = filled(words.translate("waits for {device}: {time} left"),
                             {{"device", name}, {"time", duration(scene, offer.until - scene.now)}});
        model.withdraw = words.translate("Take it back");
        return model;
    }
    case State::taken:
        model.title = filled(words.translate("{device} is in"), {{"device", name}});
        model.note = words.translate("It has its own key now, and the code is worth nothing any more. Was it not your "
                                     "device? Then shut it out at once.");
        model.state = words.translate("taken");
        model.tone = ui::Tone::mist;
        return model;
    case State::run_out:
        model.note = words.translate("Nobody came in time. Add it again when the device is ready.");
        model.state = words.translate("run out");
        return model;
    case State::withdrawn:
        model.note = words.translate("It was taken back, here or by another offer of the same name.");
        model.state = words.translate("taken back");
        return model;
    }
    std::unreachable();
}

} // namespace verandah::console
