// SPDX-License-Identifier: Apache-2.0
// A device that no hub knows yet: what was scanned or typed at it so far, and what came of it. Whoever stands before it
// sets it up; no visitor sees this.
#pragma once

#include "shared/domain/enrolment/enrolment_code.hpp"
#include "shared/wire/enrolment/enrol.hpp"

#include <optional>
#include <string>

namespace verandah::wire {

/// What is said about the last try.
enum class EnrolmentComplaint {
    slip,           ///< The code's check says that a character in it is wrong.
    no_code,        ///< Another length, other characters, a card.
    no_address,     ///< No host and port.
    unreachable,    ///< The rest as EnrolmentObstacle has them; codes nobody knows and that ran out alike.
    foreign_hub,    //
    ask_anew,       //
    used,           //
    other_kind,     //
    later,          //
    cannot_keep,    //
    not_understood, //
};

struct Enrolling {
    enum class Step { code, address, at_work };
    static constexpr std::size_t longest = 256; ///< Bytes typed; more is dropped.

    Step step{Step::code};
    std::string typed{};
    std::optional<domain::EnrolmentCode> code{}; ///< Typed and right; its hub's address is still to come.
    std::optional<EnrolmentComplaint> complaint{};
};

/// What was done at its keys since the last time. A scanner types, and ends with Enter; so does whoever pastes.
struct EnrolmentTyping {
    std::string text{};
    bool goes_back{false}; ///< To the code. Goes before all else.
    bool takes_off{false}; ///< The last letter.
    bool is_whole{false};  ///< Enter.
};

/// Takes what was typed. Answers with what to do once it is whole; from then on it is at work, and hears nothing until
/// fail() says that it came to nothing.
[[nodiscard]] std::optional<EnrolmentOrder> type(Enrolling& enrolling, const EnrolmentTyping& typing);

/// It came to nothing: begins anew, and says why.
void fail(Enrolling& enrolling, EnrolmentObstacle obstacle);

/// What was typed, as it is shown: a code in groups of five; the text of a QR code, which comes and goes in a moment,
/// not to its end.
[[nodiscard]] std::string typed_so_far(const Enrolling& enrolling);

} // namespace verandah::wire
