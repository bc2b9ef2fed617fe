// SPDX-License-Identifier: Apache-2.0
// The offers to enrol that stand, and what became of those of the last hour. In memory only, and of each secret only
// its hash.
#pragma once

#include "shared/domain/device/device_event.hpp"
#include "shared/domain/enrolment/enrolment_code.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/domain/time.hpp"
#include "shared/vault/hash.hpp"
#include "shared/wire/messages/device_messages.hpp"

#include <chrono>
#include <expected>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// How the hub keeps a secret in mind.
using SecretMark = vault::Digest;
[[nodiscard]] SecretMark mark_of(const domain::EnrolmentSecret& secret);

/// Any thread; each call is short. Time is passed in.
class OfferBook {
public:
    static constexpr std::size_t most_standing = 8;
    static constexpr std::chrono::hours remembered{1};

    struct Offered {
        wire::DeviceName name;
        wire::DeviceKind kind;
        SecretMark mark;
        domain::Instant until;
    };
    /// A new offer; one of the same name that still waits is withdrawn. Refuses with conflict while `most_standing`
    /// stand.
    [[nodiscard]] std::expected<wire::OfferId, domain::Refusal> make(const Offered& offered, domain::Instant now);

    /// Refuses with not_found, and with conflict when it does not wait any more.
    [[nodiscard]] std::expected<void, domain::Refusal> withdraw(wire::OfferId offer, domain::Instant now);

    /// An offer that one device, by its key, is taking or has taken.
    struct Taken {
        wire::OfferId offer;
        wire::DeviceName name;
        wire::DeviceKind kind;
        std::optional<std::string> certificate; ///< It was granted before, and the answer was lost.
    };
    enum class NotTaken {
        wrong,   ///< No offer has this secret.
        run_out, ///< One had, and does not stand any more.
        used,    ///< One has, and another device took it.
    };
    /// Takes the offer with this secret for the device with this key; the same device may take it again while it
    /// stands.
    [[nodiscard]] std::expected<Taken, NotTaken> take(const SecretMark& mark, std::string_view public_key_sha256,
                                                      domain::Instant now);
    /// For which kind an offer with this secret stands, whoever took it. Takes as long for every secret.
    [[nodiscard]] std::optional<wire::DeviceKind> kind_of(const SecretMark& mark, domain::Instant now) const;
    void granted(wire::OfferId offer, const std::string& certificate);
    void let_go(wire::OfferId offer);                 ///< It could not be granted: as if nobody had taken it.
    void arrived(std::string_view public_key_sha256); ///< The device came in with its certificate: it needs no door.

    /// Whether anybody may still come to the door.
    [[nodiscard]] bool has_standing(domain::Instant now) const;
    [[nodiscard]] std::vector<wire::DevicesView::Offer> all(domain::Instant now); ///< Latest first.

private:
    struct Offer {
        wire::OfferId id;
        Offered offered;
        bool is_withdrawn{false};
        std::string key;                          ///< Of the device that took it; empty: nobody did.
        std::optional<std::string> certificate{}; ///< Once granted.
        bool has_arrived{false};

        [[nodiscard]] bool stands(domain::Instant now) const;
        [[nodiscard]] bool is_in_time(domain::Instant now) const;
        [[nodiscard]] wire::DevicesView::Offer::State state(domain::Instant now) const;
    };
    [[nodiscard]] Offer* find(wire::OfferId offer);
    void forget_old(domain::Instant now);

    mutable std::mutex mutex_;
    std::int64_t last_{0};
    std::vector<Offer> offers_;
};

} // namespace verandah::hub
