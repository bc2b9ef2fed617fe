// SPDX-License-Identifier: Apache-2.0
// Stories for property tests: long random days at a small centre, with a clock that jumps over midnight and back.
#pragma once

#include "shared/domain/queue/decide.hpp"

#include <functional>
#include <iosfwd>
#include <variant>
#include <vector>

namespace verandah::test {

using Command =
    std::variant<domain::CheckIn, domain::CallNext, domain::CallThis, domain::CallAgain, domain::Start, domain::Finish,
                 domain::Hold, domain::Resume, domain::StepAway, domain::ComeBack, domain::Leave, domain::SendOn,
                 domain::Reclassify, domain::Undo, domain::CloseDay, domain::ReopenDay, domain::PassTime>;

/// One sentence of a story, before it is known who is in line: small numbers, so that rapidcheck can make it smaller.
struct Sentence {
    int verb;
    int who;
    int what;
    int when;
};
std::ostream& operator<<(std::ostream& out, const Sentence& sentence);

/// One decision, seen from both sides. Borrowed for the time of the call.
struct Turn {
    const domain::Line& before;
    const domain::Line& after; ///< Equal to `before` when it was refused.
    const Command& command;
    const domain::LineDecision& decision;
    domain::Moment now;
};

/// A few hundred sentences, for rc::check: use inside a property.
[[nodiscard]] std::vector<Sentence> any_story();

/// Plays a story from an empty line and shows each turn to `watch`. Returns how it ended, and when.
struct Ending {
    domain::Line line;
    domain::Moment now;
};
Ending play(const std::vector<Sentence>& story, const std::function<void(const Turn&)>& watch);
/// The same, going on from where another one ended.
Ending play_on(Ending begun, const std::vector<Sentence>& story, const std::function<void(const Turn&)>& watch);

/// Plays a hundred random stories and holds `rule`, which says RC_ASSERT, against every turn of them. Returns whether
/// it held; `what` is printed with the smallest story that breaks it.
[[nodiscard]] bool every_turn(const char* what, const std::function<void(const Turn&)>& rule);

/// The line rebuilt from its tickets alone: what its indexes ought to say.
[[nodiscard]] domain::Line rebuilt(const domain::Line& line);

} // namespace verandah::test
