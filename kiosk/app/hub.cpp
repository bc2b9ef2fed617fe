// SPDX-License-Identifier: Apache-2.0
// The kiosk's two links to the hub: one that stands, and one that each visitor takes along.
#include "kiosk/app/hub.hpp"

#include "shared/files/secret_text.hpp"
#include "shared/vault/random.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"
#include "shared/wire/messages/forgetting_messages.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "shared/wire/messages/stock_messages.hpp"

#include <spdlog/spdlog.h>

#include <array>
#include <span>
#include <utility>

namespace verandah::kiosk {
namespace {

using namespace std::chrono_literals;

constexpr auto check_in_patience = 25s;   ///< A little longer than the screen waits: a late number is still a number.
constexpr auto alert_patience = 10min;    ///< Somebody needs help: keep knocking.
constexpr auto counterfoil_patience = 1h; ///< Nobody waits for it; a hub that is away gets it later.
constexpr auto supplies_patience = 12h; ///< It was taken, whenever the hub hears of it; less than keys are remembered.
constexpr auto centre_fresh_for = 60s;  ///< Opening hours come and go.

bool is_yes(const wire::Response& response)
{
    return response.status >= 200 && response.status < 300;
}

} // namespace

Hub::Hub(const std::filesystem::path& file, const wire::DeviceBundle& bundle, std::function<void()> wake)
    : address_{wire::hub_of(bundle)}, identity_{wire::identity_of(bundle)}, renewal_{file, bundle},
      wake_{std::move(wake)}, standing_{options(wire::HubLink::Feed::followed)}
{
    fetch_centre();
}

wire::HubLink::Options Hub::options(wire::HubLink::Feed feed) const
{
    return {.hub = address_, .identity = identity_, .feed = feed, .wake = wake_};
}

void Hub::expect_visitor()
{
    if (!visitor_) {
        visitor_ = std::make_unique<wire::HubLink>(options(wire::HubLink::Feed::not_followed));
    }
}

void Hub::forget_visitor()
{
    visitor_.reset();
    visitor_asks_.clear();
}

void Hub::ask(const AskCheckIn& wish)
{
    expect_visitor();
    wire::CheckInRequest message{.services = wish.needs};
    if (wish.card) {
        message.card = wish.card->code();
    }
    const auto id = visitor_->ask({.method = "POST",
                                   .target = "/v1/check-ins",
                                   .idempotency_key = wish.key.text(),
                                   .body = wire::encode(message)},
                                  check_in_patience);
    visitor_asks_.insert_or_assign(id, Pending{About::check_in, wish.key});
}

void Hub::ask(const AskCard& wish)
{
    expect_visitor();
    const auto id = visitor_->ask({.method = "POST",
                                   .target = "/v1/cards",
                                   .idempotency_key = wish.key.text(),
                                   .body = wire::encode(wire::CardRequest{wish.token})},
                                  check_in_patience);
    visitor_asks_.insert_or_assign(id, Pending{About::card, wish.key});
}

void Hub::ask(const AskToForget& wish)
{
    expect_visitor();
    const auto id = visitor_->ask({.method = "POST",
                                   .target = "/v1/forgetting-requests",
                                   .idempotency_key = wish.key.text(),
                                   .body = wire::encode(wire::ForgetRequest{wish.card.code()})},
                                  check_in_patience);
    visitor_asks_.insert_or_assign(id, Pending{About::forgetting, wish.key});
}

/// On her own link, whose asks go out in order: behind the one that it takes back, however often that is sent again.
void Hub::ask(const WithdrawForgetting& wish)
{
    expect_visitor();
    const auto id = visitor_->ask({.method = "POST",
                                   .target = "/v1/forgetting-requests/withdraw",
                                   .idempotency_key = wish.key.text(),
                                   .body = "{}"},
                                  check_in_patience);
    visitor_asks_.insert_or_assign(id, Pending{About::withdrawal, std::nullopt});
}

void Hub::raise(const RaiseAlert& alert)
{
    const auto kind = alert.kind == RaiseAlert::Kind::help ? domain::AlertKind::help : domain::AlertKind::person;
    const auto id = standing_.ask({.method = "POST",
                                   .target = "/v1/alerts",
                                   .idempotency_key = alert.key.text(),
                                   .body = wire::encode(wire::AlertRequest{kind})},
                                  alert_patience);
    standing_asks_.insert_or_assign(id, Pending{About::alert, alert.key});
}

void Hub::give_back(const ReturnCounterfoil& counterfoil)
{
    const auto id = standing_.ask({.method = "POST",
                                   .target = "/v1/counterfoils/return",
                                   .idempotency_key = counterfoil.key.text(),
                                   .body = wire::encode(wire::ReturnCounterfoilRequest{counterfoil.code})},
                                  counterfoil_patience);
    standing_asks_.insert_or_assign(id, Pending{About::counterfoil, std::nullopt});
}

void Hub::tell(const HandOut& taken)
{
    const auto id = standing_.ask({.method = "POST",
                                   .target = "/v1/stock/hand-out",
                                   .idempotency_key = taken.key.text(),
                                   .body = wire::encode(wire::GiveRequest{taken.commodity, taken.pieces})},
                                  supplies_patience);
    standing_asks_.insert_or_assign(id, Pending{About::supplies, std::nullopt});
}

void Hub::fetch_centre()
{
    centre_asked_ = Clock::now();
    const auto id = standing_.ask({.method = "GET", .target = "/v1/centre"}, centre_fresh_for);
    standing_asks_.insert_or_assign(id, Pending{About::centre, std::nullopt});
}

void Hub::refresh()
{
    if (Clock::now() - centre_asked_ >= centre_fresh_for) {
        fetch_centre();
    }
}

domain::Instant Hub::now() const
{
    if (!centre_) {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
    return centre_->now + std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - centre_known_);
}

std::vector<Event> Hub::take()
{
    std::vector<Event> events;
    for (wire::Incoming& incoming : standing_.take()) {
        hear(incoming, standing_asks_, events);
    }
    if (visitor_) {
        for (wire::Incoming& incoming : visitor_->take()) {
            hear(incoming, visitor_asks_, events);
        }
    }
    return events;
}

void Hub::hear(wire::Incoming& incoming, PendingAsks& pending, std::vector<Event>& events)
{
    if (auto* answer = std::get_if<wire::Answered>(&incoming)) {
        hear_answer(*answer, pending, events);
    } else if (const auto* unanswered = std::get_if<wire::Unanswered>(&incoming)) {
        pending.erase(unanswered->id); // the flow has its own patience
    } else if (const auto* feed = std::get_if<wire::FeedEvent>(&incoming)) {
        if (feed->name == "reset") {
            fetch_centre();
        }
    } else if (std::holds_alternative<wire::LinkUp>(incoming)) {
        link_state_ = Link::up;
        ++revision_;
        fetch_centre();
    } else if (const auto* down = std::get_if<wire::LinkDown>(&incoming)) {
        const bool is_news = revision_ == 0 || link_state_ == Link::up;
        link_state_ = Link::down;
        if (is_news) {
            ++revision_;
            spdlog::warn("the hub is away: {}", down->why);
        }
    }
}

void Hub::hear_answer(wire::Answered& answer, PendingAsks& pending, std::vector<Event>& events)
{
    const auto found = pending.find(answer.id);
    if (found == pending.end()) {
        return;
    }
    const Pending asked = found->second;
    pending.erase(found);
    std::string& body = answer.response.body;
    if (!is_yes(answer.response)) {
        spdlog::warn("the hub refused: {}", wire::decode_refusal(body).detail);
        if (asked.key) {
            events.emplace_back(Refused{*asked.key});
        }
    } else if (asked.about == About::supplies || asked.about == About::counterfoil) {
        return; // counted, or whatever the hub makes of it: nobody waits to hear
    } else if (asked.about == About::centre) {
        keep_centre(body);
    } else if (asked.about == About::renewal) {
        hear_renewal(body);
    } else if (asked.about == About::alert) {
        events.emplace_back(AlertTaken{*asked.key});
    } else if (asked.about == About::forgetting) {
        events.emplace_back(ForgettingTaken{*asked.key});
    } else if (asked.about == About::withdrawal) {
        spdlog::debug("a request was taken back");
    } else if (asked.about == About::card) {
        if (const auto receipt = wire::decode_card_receipt(body)) {
            events.emplace_back(CardMade{*asked.key, KeptCard{receipt->card}});
        }
    } else if (const auto receipt = wire::decode_check_in_receipt(body)) {
        events.emplace_back(CheckedIn{*asked.key, {receipt->number, receipt->people_before}});
    }
    if (asked.about != About::centre) {
        files::wipe(body);
    }
}

void Hub::keep_centre(const std::string& body)
{
    auto view = wire::decode_centre_view(body);
    if (!view) {
        spdlog::error("the hub tells of a centre this kiosk cannot read: {}", view.error().detail);
        return;
    }
    centre_ = std::move(*view);
    centre_known_ = Clock::now();
    ++revision_;
    renew_when_due(centre_->now);
}

void Hub::renew_when_due(domain::Instant hub_now)
{
    const auto body = renewal_.due(hub_now);
    if (!body) {
        return;
    }
    std::array<std::uint8_t, 10> random{};
    vault::fill_random(std::as_writable_bytes(std::span{random}));
    const auto id = standing_.ask({.method = "POST",
                                   .target = "/v1/device/renewal",
                                   .idempotency_key = domain::RequestKey::make(hub_now, random).text(),
                                   .body = *body});
    standing_asks_.insert_or_assign(id, Pending{About::renewal, std::nullopt});
}

/// All links show the new certificate at once: the hub forgets the old one as soon as it has seen the new one.
void Hub::hear_renewal(const std::string& body)
{
    const auto renewed = renewal_.take(body);
    if (!renewed) {
        spdlog::warn("the certificate is not renewed: {}", renewed.error().detail);
        return;
    }
    identity_ = wire::identity_of(*renewed);
    standing_.present(identity_);
    if (visitor_) {
        visitor_->present(identity_);
    }
    spdlog::info("this device's certificate is renewed");
}

} // namespace verandah::kiosk
