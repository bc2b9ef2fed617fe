// SPDX-License-Identifier: Apache-2.0
// The kiosk's side of the hub: what the flow asks for goes out, what the hub answers comes back as events of the flow.
#pragma once

#include "kiosk/flow/event.hpp"
#include "kiosk/wording/scene.hpp"
#include "shared/wire/device_bundle.hpp"
#include "shared/wire/enrolment/renewal.hpp"
#include "shared/wire/http/hub_link.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace verandah::kiosk {

/// Two links. The standing one follows the feed, fetches the centre and carries alerts and counterfoils, which say
/// nothing about anybody. The visitor's own carries card and check-in; it is made for one visit and destroyed with it,
/// so that no buffer of it, not even TLS's, outlives the visit.
class Hub {
public:
    /// `file` holds the bundle, and gets another one when its certificate has to be renewed.
    Hub(const std::filesystem::path& file, const wire::DeviceBundle& bundle, std::function<void()> wake);

    void ask(const AskCheckIn& wish);
    void ask(const AskCard& wish);
    void ask(const AskToForget& wish);
    void ask(const WithdrawForgetting& wish);
    void raise(const RaiseAlert& alert);
    void give_back(const ReturnCounterfoil& counterfoil);
    /// Kept until the hub is back, for half a day; it says nothing about anybody.
    void tell(const HandOut& taken);

    /// Connects the visitor's link, so that it is there by the time it is needed.
    void expect_visitor();
    /// Destroys the visitor's link and all that is under way on it. Alerts still go out.
    void forget_visitor();

    /// What came in since the last call.
    [[nodiscard]] std::vector<Event> take();
    /// Fetches the centre again when what is known of it is too old.
    void refresh();

    [[nodiscard]] const wire::CentreView* centre() const { return centre_ ? &*centre_ : nullptr; }
    [[nodiscard]] int revision() const { return revision_; } ///< Goes up when centre() or link() changed.
    [[nodiscard]] Link link() const { return link_state_; }
    [[nodiscard]] domain::Instant now() const; ///< The hub's clock, as far as it is known.

private:
    using Clock = std::chrono::steady_clock;
    enum class About { centre, alert, card, check_in, counterfoil, forgetting, withdrawal, renewal, supplies };
    struct Pending {
        About about;
        std::optional<domain::RequestKey> key;
    };
    using PendingAsks = std::map<wire::AskId, Pending>;

    void hear(wire::Incoming& incoming, PendingAsks& pending, std::vector<Event>& events);
    void hear_answer(wire::Answered& answer, PendingAsks& pending, std::vector<Event>& events);
    void fetch_centre();
    void keep_centre(const std::string& body);
    void renew_when_due(domain::Instant hub_now);
    void hear_renewal(const std::string& body);
    [[nodiscard]] wire::HubLink::Options options(wire::HubLink::Feed feed) const;

    wire::HubAddress address_;
    wire::TlsIdentity identity_;
    wire::RenewalWatch renewal_;
    std::function<void()> wake_;
    Link link_state_ = Link::down;
    int revision_ = 0;
    std::optional<wire::CentreView> centre_;
    Clock::time_point centre_known_;
    Clock::time_point centre_asked_;
    PendingAsks standing_asks_;
    PendingAsks visitor_asks_;
    wire::HubLink standing_;
    std::unique_ptr<wire::HubLink> visitor_;
};

} // namespace verandah::kiosk
