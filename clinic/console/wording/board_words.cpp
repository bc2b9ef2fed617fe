// SPDX-License-Identifier: Apache-2.0
// What the board writes and says.
#include "clinic/console/wording/board_words.hpp"

#include "clinic/console/wording/scene.hpp"

namespace verandah::console {

BoardModel board_words(const Board& board, const ui::Translator& words, Sound sound, domain::Instant now)
{
    BoardModel model{.invitation = words.translate("Please come in"),
                     .call = {},
                     .being_spoken = board.speaking.has_value(),
                     .resting_title = words.translate("Welcome"),
                     .resting_note = words.translate("Take a seat. Your number will be shown here."),
                     .before_title = words.translate("Called before"),
                     .before = {},
                     .waiting = {},
                     .reconnecting = board.link == Link::live ? std::string{} : words.translate("Reconnecting…"),
                     .without_sound = sound == Sound::missing ? words.translate("No sound") : std::string{},
                     .minutes = std::chrono::duration<double, std::ratio<60>>(now.time_since_epoch()).count()};
    const auto worded = [&](const domain::BoardCall& call) {
        return BoardCallModel{call.number.text(), room(words, call.sign)};
    };
    if (const auto call = large_call(board)) {
        model.call = worded(*call);
    }
    for (const auto& call : calls_before(board)) {
        model.before.push_back(worded(call));
    }
    if (board.view && board.view->waiting > 0) {
        model.waiting = words.translate("{} person waiting", "{} people waiting", board.view->waiting);
    }
    return model;
}

std::vector<Utterance> spoken_words(const Announce& announce, std::span<const ui::Translator> languages)
{
    std::vector<Utterance> once;
    for (const auto& words : languages) {
        once.push_back({std::string{words.language().code},
                        filled(words.translate("Number {number}, {room}."),
                               {{"number", announce.call.number.text()}, {"room", room(words, announce.call.sign)}})});
    }
    if (announce.rounds == Rounds::one) {
        return once;
    }
    std::vector<Utterance> twice = once;
    twice.insert(twice.end(), once.begin(), once.end());
    return twice;
}

} // namespace verandah::console
