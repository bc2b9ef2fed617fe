// SPDX-License-Identifier: Apache-2.0
// Requests to be forgotten: taken, told, let go of.
#include "clinic/hub/desks/forgetting_requests.hpp"

#include <algorithm>
#include <utility>

namespace verandah::hub {

namespace {

using Request = ForgettingRequests::Request;

const std::string& kiosk_of(const Request& request)
{
    return request.told.device;
}

domain::ForgettingRequestId id_of(const Request& request)
{
    return request.told.request;
}

} // namespace

ForgettingRequests::Taken ForgettingRequests::take(const std::string& kiosk, const domain::RequestKey& key,
                                                   const domain::CardHash& card, domain::Instant now)
{
    const auto earlier = std::ranges::find(requests_, kiosk, kiosk_of);
    if (earlier != requests_.end() && earlier->key == key) {
        return earlier->card.hash() == card ? Taken::again : Taken::key_of_another;
    }
    if (earlier != requests_.end()) {
        requests_.erase(earlier);
    } else if (requests_.size() == wire::ForgettingRequestsView::most) {
        requests_.erase(requests_.begin());
    }
    // The time is in the number: a console that knows one of before a restart of the hub does not take this for it.
    last_ = std::max<std::int64_t>(last_ + 1, now.time_since_epoch().count());
    requests_.push_back({{domain::ForgettingRequestId{last_}, kiosk, now}, key, KeptHash{card}});
    return Taken::anew;
}

wire::ForgettingRequestsView ForgettingRequests::view() const
{
    wire::ForgettingRequestsView view;
    for (const auto& request : requests_) {
        view.requests.push_back(request.told);
    }
    return view;
}

std::optional<Request> ForgettingRequests::withdraw(domain::ForgettingRequestId request)
{
    const auto found = std::ranges::find(requests_, request, id_of);
    if (found == requests_.end()) {
        return std::nullopt;
    }
    auto withdrawn = std::move(*found);
    requests_.erase(found);
    return withdrawn;
}

ForgettingRequests::Went ForgettingRequests::withdraw_of(const std::string& kiosk)
{
    const auto of_kiosk = [&](const Request& request) { return kiosk_of(request) == kiosk; };
    return std::erase_if(requests_, of_kiosk) == 0 ? Went::none : Went::some;
}

void ForgettingRequests::put_back(Request request)
{
    const bool is_needed = std::ranges::find(requests_, kiosk_of(request), kiosk_of) == requests_.end();
    if (is_needed && requests_.size() < wire::ForgettingRequestsView::most) {
        requests_.insert(std::ranges::lower_bound(requests_, id_of(request), {}, id_of), std::move(request));
    }
}

ForgettingRequests::Went ForgettingRequests::drop_all()
{
    const bool is_empty = requests_.empty();
    requests_.clear();
    return is_empty ? Went::none : Went::some;
}

ForgettingRequests::Went ForgettingRequests::pass_time(domain::Instant now)
{
    const auto is_over = [&](const Request& request) {
        return now - request.told.at >= lasts || request.told.at - now >= lasts;
    };
    return std::erase_if(requests_, is_over) == 0 ? Went::none : Went::some;
}

} // namespace verandah::hub
