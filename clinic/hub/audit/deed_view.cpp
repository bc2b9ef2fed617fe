// SPDX-License-Identifier: Apache-2.0
// What of an event may be told.
#include "clinic/hub/audit/deed_view.hpp"

#include "clinic/store/event_codec.hpp"
#include "clinic/store/ledger.hpp"
#include "shared/vault/hexadecimal.hpp"

namespace verandah::hub {

namespace {

using Deed = wire::AuditView::Deed;

// How the hub was locked or opened, or why a record was refused: one permanent word.
void tell_way(Deed& deed, const domain::HubLocked& event)
{
    deed.way = word(event.way);
}
void tell_way(Deed& deed, const domain::HubOpened& event)
{
    deed.way = word(event.way);
}
void tell_way(Deed& deed, const domain::OpeningRefused& event)
{
    deed.way = word(event.way);
}
void tell_way(Deed& deed, const domain::RecordRefused& event)
{
    deed.way = word(event.reason);
}

template <class Happened>
void tell(Deed& deed, const Happened& happened)
{
    if constexpr (requires { happened.account; }) {
        deed.account = happened.account;
    }
    if constexpr (requires { happened.worker; }) {
        deed.account = happened.worker;
    }
    if constexpr (requires { happened.role; }) {
        deed.role = happened.role;
    }
    if constexpr (requires { happened.right; }) {
        deed.right = happened.right;
    }
    if constexpr (requires { happened.record; }) {
        deed.record = vault::hexadecimal(happened.record.bytes());
    }
    if constexpr (std::is_constructible_v<domain::DeviceEvent, Happened> && requires { happened.device; }) {
        deed.named_device = happened.device;
    }
    if constexpr (requires { happened.to; }) {
        deed.named_device = happened.device + " → " + happened.to;
    }
    if constexpr (requires { tell_way(deed, happened); }) {
        tell_way(deed, happened);
    }
    if constexpr (requires { happened.left_out; }) {
        deed.left_out = happened.left_out;
    }
}

} // namespace

Deed deed_view(domain::Sequence sequence, const domain::Recorded& recorded)
{
    Deed deed{.event = sequence,
              .at = store::instant_of(recorded.event),
              .device = recorded.actor,
              .staff = recorded.staff,
              .kind = std::string{store::kind_of(recorded.event)}};
    std::visit([&](const auto& group) { std::visit([&](const auto& happened) { tell(deed, happened); }, group); },
               recorded.event);
    return deed;
}

} // namespace verandah::hub
