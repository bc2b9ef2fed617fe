// SPDX-License-Identifier: Apache-2.0
// What happened to the records and to the centre as a whole, kept only to be looked back at: it changes no state but
// which life the centre is in.
#pragma once

#include "shared/domain/audit/lock_event.hpp"
#include "shared/domain/time.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace verandah::domain {

/// Which record something was about, without saying whose: a keyed hash of the centre (vault/record_reference.hpp).
/// Never a card or a visitor's id in clear: whoever reads the trail sees that one record was read twice, and no more.
class RecordReference {
public:
    using Bytes = std::array<std::byte, 16>;

    explicit constexpr RecordReference(const Bytes& bytes) : bytes_{bytes} {}
    [[nodiscard]] constexpr const Bytes& bytes() const { return bytes_; }
    friend constexpr auto operator<=>(const RecordReference&, const RecordReference&) = default;

private:
    Bytes bytes_;
};

/// Somebody looked at a visitor's record. Who it was stands in Recorded.
struct RecordRead {
    enum class Way {
        with_her,   ///< She is being served, and her card or her own secret opened it.
        of_today,   ///< Of somebody without a card, who is being served: this visit only.
        to_tell,    ///< Without her: a result has to reach her.
        to_trace,   ///< Without her: something is overdue.
        to_correct, ///< Without her: something written has to be put right.
    };
    RecordReference record;
    Way way;
    Instant at;
    friend bool operator==(const RecordRead&, const RecordRead&) = default;
};

/// The permanent words, on disk and on the wire.
[[nodiscard]] std::string_view word(RecordRead::Way way);
[[nodiscard]] std::optional<RecordRead::Way> record_way_from(std::string_view word);

/// Somebody who may read records asked for one that she was not to have just then. Neither whose it was nor which
/// visitor stood there is kept: a mistake is more usual than anything else.
struct RecordRefused {
    enum class Reason {
        wrong_pictures, ///< Or too many of them before.
        another_card,   ///< Not the one that the number being served was given for.
        not_served,     ///< Nobody of that number is being served.
        no_clinic_key,  ///< No colleague has opened records to her yet.
    };
    Reason reason;
    int left_out; ///< How many more at this device were not written down since the last one that was.
    Instant at;
    friend bool operator==(const RecordRefused&, const RecordRefused&) = default;
};
/// The permanent words, on disk and on the wire.
[[nodiscard]] std::string_view word(RecordRefused::Reason reason);
[[nodiscard]] std::optional<RecordRefused::Reason> record_refusal_from(std::string_view word);

/// Somebody looked at a list that is made from all files, of each only a line; or at what was given to her to do. Who
/// it was stands in Recorded.
struct CareListRead {
    enum class List { due, referrals, results, tracings };
    List list;
    Instant at;
    friend bool operator==(const CareListRead&, const CareListRead&) = default;
};
[[nodiscard]] std::string_view word(CareListRead::List list);
[[nodiscard]] std::optional<CareListRead::List> care_list_from(std::string_view word);

/// Somebody looked at who did what. Who it was stands in Recorded.
struct AuditRead {
    enum class Way {
        listed,   ///< On a console.
        exported, ///< Into a file.
    };
    Way way;
    Instant at;
    friend bool operator==(const AuditRead&, const AuditRead&) = default;
};
/// The permanent words, on disk and on the wire.
[[nodiscard]] std::string_view word(AuditRead::Way way);
[[nodiscard]] std::optional<AuditRead::Way> audit_way_from(std::string_view word);

/// One life of a centre: the first, or the one after a restore. Sequence numbers repeat from one life to the next, so
/// whoever knew the centre before has to be told that it is another.
struct Incarnation {
    using Id = std::array<std::byte, 16>;
    Id id;               ///< Random; two restores of one backup are two lives.
    std::uint32_t count; ///< 1 for the first; one more with each restore.
    friend bool operator==(const Incarnation&, const Incarnation&) = default;
};

/// The centre was restored from a backup that ended just before this event.
struct CentreRestored {
    Incarnation incarnation; ///< The one that begins here.
    Instant at;
    friend bool operator==(const CentreRestored&, const CentreRestored&) = default;
};

using AuditEvent = std::variant<RecordRead, CentreRestored, AuditRead, CareListRead, HubLocked, HubOpened,
                                OpeningRefused, RecordRefused>;

} // namespace verandah::domain
