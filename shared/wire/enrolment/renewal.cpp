// SPDX-License-Identifier: Apache-2.0
// A new key, and one rename.
#include "shared/wire/enrolment/renewal.hpp"

#include "shared/wire/enrolment/device_key.hpp"
#include "shared/wire/messages/device_messages.hpp"

#include <chrono>
#include <utility>

namespace verandah::wire {

bool is_renewal_due(const DeviceBundle& bundle, domain::Instant hub_now)
{
    const auto due = renewal_due(bundle.certificate);
    return due && hub_now >= *due;
}

Renewal begin_renewal()
{
    auto key = make_device_key();
    auto request = certificate_request(key);
    return {std::move(key), encode(RenewalRequest{*std::move(request)})};
}

std::expected<DeviceBundle, domain::Refusal> finish_renewal(const std::filesystem::path& file,
                                                            const DeviceBundle& bundle, const Renewal& renewal,
                                                            std::string_view answer)
{
    auto receipt = decode_renewal_receipt(answer);
    if (!receipt) {
        return std::unexpected{std::move(receipt.error())};
    }
    if (!fits_together(receipt->certificate, renewal.private_key, bundle.authority)) {
        return domain::refuse(domain::Refusal::Why::invalid_input,
                              "the hub's answer is no certificate for the key that was asked for");
    }
    auto renewed = bundle;
    renewed.certificate = std::move(receipt->certificate);
    renewed.private_key = renewal.private_key;
    if (auto written = replace_bundle(file, renewed); !written) {
        return std::unexpected{std::move(written.error())};
    }
    return renewed;
}

std::optional<std::string> RenewalWatch::due(domain::Instant hub_now)
{
    constexpr std::chrono::hours between_tries{6};
    const bool is_soon_after = asked_ && hub_now >= *asked_ && hub_now - *asked_ < between_tries;
    if (is_soon_after || !is_renewal_due(bundle_, hub_now)) {
        return std::nullopt;
    }
    asked_ = hub_now;
    renewal_ = begin_renewal();
    return renewal_->body;
}

std::expected<DeviceBundle, domain::Refusal> RenewalWatch::take(std::string_view answer)
{
    if (!renewal_) {
        return domain::refuse(domain::Refusal::Why::conflict, "nobody asked for a certificate");
    }
    auto renewed = finish_renewal(file_, bundle_, *std::exchange(renewal_, std::nullopt), answer);
    if (renewed) {
        bundle_ = *renewed;
    }
    return renewed;
}

} // namespace verandah::wire
