// SPDX-License-Identifier: Apache-2.0
// What the journal says of the clinic's files: that there is one, that something was written in it, and nothing of
// what.
#pragma once

#include "shared/domain/id.hpp"
#include "shared/domain/referral/counterfoil_hash.hpp"
#include "shared/domain/staff/staff_event.hpp"
#include "shared/domain/time.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace verandah::domain {

/// A member of staff's public key, as shared/vault has it (staff_lock.hpp).
using StaffKeyBytes = std::array<std::byte, 32>;

/// Whose a file is: a visitor's, who has a card; or one place in line's, for its day only.
using FileOwner = std::variant<VisitorId, TicketId>;

/// A file with a key of its own, which opens under the clinic key (vault/clinic_key.hpp) and nothing else.
struct FileBegun {
    FileId file;
    FileOwner owner;
    SealedBytes wrapped_key;
    Instant at;
    friend bool operator==(const FileBegun&, const FileBegun&) = default;
};
/// Something was written, for good: what it says is sealed under the file's key (vault/record_sealer.hpp).
struct FileEntryWritten {
    FileId file;
    std::uint32_t entry; ///< 1, 2, 3 … in this file, without a gap.
    SealedBytes sealed;
    Instant at;
    friend bool operator==(const FileEntryWritten&, const FileEntryWritten&) = default;
};
/// What an entry amounts to in codes, for totals, sealed under a key for totals (vault/counts.hpp): it names neither
/// the file nor the visitor, and stays when she is forgotten.
struct FactsCounted {
    SealedBytes sealed;
    Instant at;
    friend bool operator==(const FactsCounted&, const FactsCounted&) = default;
};

/// Where a counterfoil came back.
enum class CounterfoilWay { kiosk, console };
[[nodiscard]] std::string_view word(CounterfoilWay way);
[[nodiscard]] std::optional<CounterfoilWay> counterfoil_way_from(std::string_view word);

/// Somebody brought a counterfoil back, one of this centre's or not: the files that are opened know theirs.
struct CounterfoilReturned {
    CounterfoilHash code;
    CounterfoilWay way;
    Instant at;
    friend bool operator==(const CounterfoilReturned&, const CounterfoilReturned&) = default;
};

/// A due item of that file is in an outreach worker's hands. What she is shown is sealed to her key
/// (vault/tracing_seal.hpp): neither its file nor what is due is in it.
struct TracingGiven {
    TracingId tracing;
    FileId file;
    AccountCode worker;
    StaffKeyBytes sealed_to; ///< Her public key. With another one she cannot read it any more.
    SealedBytes sealed;
    Instant at;
    friend bool operator==(const TracingGiven&, const TracingGiven&) = default;
};
/// She told what came of it; whoever may open the file reads it. Told again before that, it stands in place of what
/// she told before.
struct TracingTold {
    TracingId tracing;
    FileId file;
    std::uint32_t answer; ///< 1, 2, 3 … in this tracing.
    SealedBytes sealed;
    Instant at;
    friend bool operator==(const TracingTold&, const TracingTold&) = default;
};
/// What she told stands in the file now.
struct TracingTakenUp {
    TracingId tracing;
    FileId file;
    std::uint32_t answer;
    Instant at;
    friend bool operator==(const TracingTakenUp&, const TracingTakenUp&) = default;
};
/// Nobody looks for her any more, or somebody else does.
struct TracingOver {
    TracingId tracing;
    FileId file;
    Instant at;
    friend bool operator==(const TracingOver&, const TracingOver&) = default;
};

using CareEvent = std::variant<FileBegun, FileEntryWritten, FactsCounted, CounterfoilReturned, TracingGiven,
                               TracingTold, TracingTakenUp, TracingOver>;

} // namespace verandah::domain
