// SPDX-License-Identifier: Apache-2.0
// Offers: made, taken once, run out.
#include "clinic/hub/enrolment/offer_book.hpp"

#include <algorithm>
#include <span>

namespace verandah::hub {

namespace {

using enum domain::Refusal::Why;
using State = wire::DevicesView::Offer::State;
constexpr std::chrono::minutes slack{1}; ///< A clock is put right by some seconds now and then.

} // namespace

SecretMark mark_of(const domain::EnrolmentSecret& secret)
{
    constexpr std::string_view purpose = "verandah enrolment";
    return vault::hash({std::as_bytes(std::span{purpose}), secret});
}

bool OfferBook::Offer::stands(domain::Instant now) const
{
    return !is_withdrawn && !has_arrived && is_in_time(now);
}

State OfferBook::Offer::state(domain::Instant now) const
{
    if (certificate) {
        return State::taken;
    }
    if (is_withdrawn) {
        return State::withdrawn;
    }
    return is_in_time(now) ? State::waiting : State::run_out;
}

/// A clock that was set back does not make an offer last longer.
bool OfferBook::Offer::is_in_time(domain::Instant now) const
{
    return now < offered.until && offered.until <= now + domain::offer_lasts + slack;
}

std::expected<wire::OfferId, domain::Refusal> OfferBook::make(const Offered& offered, domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    forget_old(now);
    for (auto& offer : offers_) {
        if (offer.offered.name == offered.name && offer.state(now) == State::waiting) {
            offer.is_withdrawn = true;
        }
    }
    const auto standing = std::ranges::count_if(offers_, [now](const Offer& offer) { return offer.stands(now); });
    if (static_cast<std::size_t>(standing) >= most_standing) {
        return domain::refuse(conflict, "too many offers stand already; withdraw one, or wait for it to run out");
    }
    offers_.push_back({.id = wire::OfferId{++last_}, .offered = offered, .key = {}});
    return offers_.back().id;
}

std::expected<void, domain::Refusal> OfferBook::withdraw(wire::OfferId id, domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    auto* offer = find(id);
    if (offer == nullptr) {
        return domain::refuse(not_found, "no such offer");
    }
    if (offer->state(now) == State::taken) {
        return domain::refuse(conflict, "a device has taken this offer; revoke the device");
    }
    if (!offer->key.empty()) {
        return domain::refuse(conflict, "a device is just taking this offer");
    }
    offer->is_withdrawn = true;
    return {};
}

std::expected<OfferBook::Taken, OfferBook::NotTaken>
OfferBook::take(const SecretMark& mark, std::string_view public_key_sha256, domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    Offer* found = nullptr;
    for (auto& offer : offers_) { // all of them, wherever it stands
        found = vault::equal_in_constant_time(offer.offered.mark, mark) ? &offer : found;
    }
    if (found == nullptr) {
        return std::unexpected{NotTaken::wrong};
    }
    if (!found->key.empty() && found->key != public_key_sha256) {
        return std::unexpected{NotTaken::used};
    }
    if (!found->stands(now)) {
        return std::unexpected{NotTaken::run_out};
    }
    found->key = public_key_sha256;
    return Taken{found->id, found->offered.name, found->offered.kind, found->certificate};
}

std::optional<wire::DeviceKind> OfferBook::kind_of(const SecretMark& mark, domain::Instant now) const
{
    const std::lock_guard lock{mutex_};
    std::optional<wire::DeviceKind> kind;
    for (const auto& offer : offers_) {
        if (vault::equal_in_constant_time(offer.offered.mark, mark) && offer.stands(now)) {
            kind = offer.offered.kind;
        }
    }
    return kind;
}

void OfferBook::granted(wire::OfferId id, const std::string& certificate)
{
    const std::lock_guard lock{mutex_};
    if (auto* offer = find(id)) {
        offer->certificate = certificate;
    }
}

void OfferBook::let_go(wire::OfferId id)
{
    const std::lock_guard lock{mutex_};
    if (auto* offer = find(id); offer != nullptr && !offer->certificate) {
        offer->key.clear();
    }
}

void OfferBook::arrived(std::string_view public_key_sha256)
{
    const std::lock_guard lock{mutex_};
    for (auto& offer : offers_) {
        offer.has_arrived = offer.has_arrived || (offer.certificate && offer.key == public_key_sha256);
    }
}

bool OfferBook::has_standing(domain::Instant now) const
{
    const std::lock_guard lock{mutex_};
    return std::ranges::any_of(offers_, [now](const Offer& offer) { return offer.stands(now); });
}

std::vector<wire::DevicesView::Offer> OfferBook::all(domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    forget_old(now);
    std::vector<wire::DevicesView::Offer> all;
    for (auto offer = offers_.rbegin(); offer != offers_.rend(); ++offer) {
        all.push_back({offer->id, offer->offered.name, offer->offered.kind, offer->offered.until, offer->state(now)});
    }
    return all;
}

OfferBook::Offer* OfferBook::find(wire::OfferId id)
{
    const auto found = std::ranges::find(offers_, id, &Offer::id);
    return found == offers_.end() ? nullptr : &*found;
}

void OfferBook::forget_old(domain::Instant now)
{
    std::erase_if(offers_, [now](const Offer& offer) { return now - remembered >= offer.offered.until; });
}

} // namespace verandah::hub
