// SPDX-License-Identifier: Apache-2.0
// From a secret to a place on the list.
#include "clinic/hub/enrolment/enrolment.hpp"

#include "shared/domain/enrolment/base32.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace verandah::hub {

namespace {

using domain::EnrolmentFault;
using domain::Refusal;
using enum Refusal::Why;

constexpr auto door = "door"; ///< Whose doing it is in the journal: nobody's that the hub knows.

std::pair<Refusal, EnrolmentFault> words_for(OfferBook::NotTaken why)
{
    switch (why) {
    case OfferBook::NotTaken::wrong: break;
    case OfferBook::NotTaken::run_out:
        return {{not_found, "this offer has run out or was withdrawn; ask for another"}, EnrolmentFault::wrong_secret};
    case OfferBook::NotTaken::used:
        return {{conflict, "another device has used this offer; ask for another"}, EnrolmentFault::used};
    }
    return {{not_allowed, "no offer has this secret"}, EnrolmentFault::wrong_secret};
}

Refusal offer_is_for(wire::DeviceKind kind)
{
    return {invalid_input, fmt::format("this offer is for a {}", wire::word_for(kind))};
}

} // namespace

bool Enrolment::may_try(domain::Instant now)
{
    const std::lock_guard lock{mutex_};
    if (now - second_ >= std::chrono::seconds{1} || now < second_) {
        second_ = now;
        tries_ = 0;
    }
    return ++tries_ <= tries_a_second;
}

void Enrolment::enrol(const wire::EnrolRequest& request, Answer<wire::EnrolmentReceipt> answer)
{
    const auto now = now_();
    if (!may_try(now)) {
        answer(std::unexpected{NoReceipt{TooSoon{std::chrono::seconds{1}}}});
        return;
    }
    domain::EnrolmentSecret secret{};
    const auto mark = domain::read_base32(request.secret, secret) ? std::optional{mark_of(secret)} : std::nullopt;
    const auto key = requested_key_sha256(request.request);
    const auto kind = mark ? offers_.kind_of(*mark, now) : std::nullopt;
    const bool suits = kind && std::ranges::find(request.kinds, *kind) != request.kinds.end();
    if (kind && (!key || !suits)) { // to whoever does not know the secret nothing is said about requests
        refuse(key ? offer_is_for(*kind) : key.error(), EnrolmentFault::bad_request, answer);
        return;
    }
    const auto taken =
        mark ? offers_.take(*mark, key ? *key : std::string{}, now) : std::unexpected{OfferBook::NotTaken::wrong};
    if (!taken) {
        auto [refusal, fault] = words_for(taken.error());
        refuse(std::move(refusal), fault, answer);
        return;
    }
    if (taken->certificate) {
        answer(receipt(*taken, *taken->certificate));
        return;
    }
    auto granted = grant_device(terms_.authority, request.request, taken->name, taken->kind, now);
    if (!granted) {
        offers_.let_go(taken->offer);
        refuse(std::move(granted.error()), EnrolmentFault::bad_request, answer);
        return;
    }
    let_in(*taken, *std::move(granted), std::move(answer));
}

void Enrolment::refuse(Refusal refusal, EnrolmentFault fault, const Answer<wire::EnrolmentReceipt>& answer)
{
    std::optional<int> left_out;
    {
        const std::lock_guard lock{mutex_};
        left_out = sparing_.write_down(door, now_());
    }
    if (left_out) {
        writer_.submit({.actor = door,
                        .key = std::nullopt,
                        .decide =
                            [fault, left_out](const store::Ledger&, domain::Moment moment) {
                                return std::vector<domain::Event>{
                                    domain::DeviceEvent{domain::EnrolmentRefused{fault, *left_out, moment.at}}};
                            },
                        .answer = [](const store::Ledger&, const store::Write::Outcome&) {}});
    }
    answer(std::unexpected{NoReceipt{std::move(refusal)}});
}

/// First the journal, then the list, then the answer: nobody is let in without a trace, and nobody is told so who is
/// not.
void Enrolment::let_in(const OfferBook::Taken& taken, GrantedCertificate granted, Answer<wire::EnrolmentReceipt> answer)
{
    const domain::DeviceEnrolled enrolled{.device = taken.name.text(),
                                          .device_kind = std::string{wire::word_for(taken.kind)},
                                          .key = domain::key_mark(granted.public_key_sha256),
                                          .at = {}};
    ask<wire::EnrolmentReceipt>(
        writer_, Asker{door, std::nullopt},
        [enrolled](const store::Ledger&, domain::Moment moment) {
            auto now = enrolled;
            now.at = moment.at;
            return std::vector<domain::Event>{domain::DeviceEvent{std::move(now)}};
        },
        [this, taken, granted = std::move(granted)](const store::Ledger&, const domain::Event*) {
            return put_on_list(taken, granted, now_());
        },
        [this, offer = taken.offer, answer = std::move(answer)](const auto& outcome) {
            if (!outcome) {
                offers_.let_go(offer);
            }
            answer(outcome);
        });
}

std::expected<wire::EnrolmentReceipt, Refusal>
Enrolment::put_on_list(const OfferBook::Taken& taken, const GrantedCertificate& granted, domain::Instant added)
{
    const auto there = devices_.find(taken.name);
    const bool is_there = there && there->public_key_sha256 == granted.public_key_sha256; // its answer was lost
    if (!is_there) {
        if (auto put = devices_.add({.name = taken.name,
                                     .kind = taken.kind,
                                     .public_key_sha256 = granted.public_key_sha256,
                                     .added = added,
                                     .certificate_until = granted.until});
            !put) {
            return std::unexpected{std::move(put.error())};
        }
    }
    offers_.granted(taken.offer, granted.certificate);
    return receipt(taken, granted.certificate);
}

wire::EnrolmentReceipt Enrolment::receipt(const OfferBook::Taken& taken, std::string certificate) const
{
    return {.name = taken.name,
            .kind = taken.kind,
            .certificate = std::move(certificate),
            .authority = terms_.authority.certificate,
            .hub_name = terms_.hub_name,
            .hub_public_key_sha256 = terms_.server_key_sha256,
            .hub_port = terms_.hub_port()};
}

} // namespace verandah::hub
