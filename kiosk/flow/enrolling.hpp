// SPDX-License-Identifier: Apache-2.0
// A kiosk that no hub knows yet: what was scanned or typed so far, and what came of it. Whoever stands before it sets
// it up; no visitor sees this.
#pragma once

#include "shared/domain/enrolment/enrolment_code.hpp"
#include "shared/ui/input.hpp"
#include "shared/wire/enrolment/enrol.hpp"

#include <optional>
#include <string>

namespace verandah::kiosk {

/// What is said about the last try.
enum class EnrolmentComplaint {
    slip,           ///< The code's check says that a character in it is wrong.
    no_code,        ///< Another length, other characters, a card.
    no_address,     ///< No host and port.
    unreachable,    ///< The rest as wire::EnrolmentObstacle has them; codes nobody knows and that ran out alike.
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

/// Takes what was typed or scanned out of the input: letters, Backspace, Enter; Escape goes back to the code. Answers
/// with what to do once it is whole; from then on it is at work until one of the two below.
[[nodiscard]] std::optional<wire::EnrolmentOrder> type(Enrolling& enrolling, ui::Input& input);

/// It came to nothing: begins anew, and says why.
void fail(Enrolling& enrolling, wire::EnrolmentObstacle obstacle);

} // namespace verandah::kiosk
