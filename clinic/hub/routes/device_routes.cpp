// SPDX-License-Identifier: Apache-2.0
// GET /v1/devices, POST /v1/devices/…, POST /v1/device/renewal
#include "clinic/hub/routes/decoded.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "clinic/hub/routes/parameters.hpp"

namespace verandah::hub {

namespace {

/// Decodes the body with `decode`, then lets `ask` ask a desk with the device in the path and with it.
template <class Decode, class Ask>
void about_device(const Asked& asked, const wire::Reply& reply, Decode decode, Ask ask)
{
    decoded(asked, reply, decode, [&](const auto& body) {
        if (const auto device = code_in_path<wire::DeviceName>(asked)) {
            ask(*device, body);
        } else {
            reply(response_of(device.error()));
        }
    });
}

} // namespace

void see_devices(Desks& desks, const Asked&, const wire::Reply& reply)
{
    desks.devices.list([reply](const wire::DevicesView& view) { reply({ok, wire::encode(view)}); });
}

void offer_enrolment(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_offer_request, [&](const wire::OfferRequest& body) {
        desks.devices.offer(body, asked.asker, replying<wire::EnrolmentOffer>(reply, created));
    });
}

void withdraw_offer(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_empty_request, [&](const wire::EmptyRequest&) {
        if (const auto offer = id_in_path<wire::OfferId>(asked)) {
            desks.devices.withdraw(*offer, replying<wire::EmptyRequest>(reply, ok));
        } else {
            reply(response_of(offer.error()));
        }
    });
}

void rename_device(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_device(asked, reply, wire::decode_rename_request,
                 [&](const wire::DeviceName& device, const wire::RenameRequest& body) {
                     desks.devices.rename(device, body, asked.asker, replying<wire::EmptyRequest>(reply, ok));
                 });
}

void revoke_device(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_device(asked, reply, wire::decode_empty_request,
                 [&](const wire::DeviceName& device, const wire::EmptyRequest&) {
                     desks.devices.revoke(device, asked.asker, replying<wire::EmptyRequest>(reply, ok));
                 });
}

void renew_certificate(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_renewal_request, [&](const wire::RenewalRequest& body) {
        desks.devices.renew(body, asked.asker, replying<wire::RenewalReceipt>(reply, created));
    });
}

} // namespace verandah::hub
