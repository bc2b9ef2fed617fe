// SPDX-License-Identifier: Apache-2.0
// A scanner that types like a keyboard: quick letters, ended by Enter.
#include "kiosk/devices/scanner.hpp"

#include "shared/files/secret_text.hpp"

#include <algorithm>
#include <utility>

namespace verandah::kiosk {

std::optional<std::string> Scanner::take(ui::Input& input, Ticks now)
{
    if (!typed_.empty() && now - last_ > longest_pause) {
        forget();
    }
    const bool only_space = input.text.find_first_not_of(" \t") == std::string::npos;
    if (!input.text.empty() && !(typed_.empty() && only_space)) {
        typed_.reserve(longest); // so that it never moves and leaves a copy behind
        typed_.append(input.text, 0, longest - std::min(longest, typed_.size()));
        last_ = now;
    }
    files::wipe(input.text);
    std::erase_if(input.keys, [](const ui::KeyPress& press) { return press.key == ui::Key::character; });
    const bool ended = std::ranges::find(input.keys, ui::Key::enter, &ui::KeyPress::key) != input.keys.end();
    if (typed_.empty() || !ended) {
        return std::nullopt;
    }
    std::erase_if(input.keys, [](const ui::KeyPress& press) { return press.key == ui::Key::enter; });
    std::optional<std::string> scan;
    if (typed_.size() < longest) {
        scan = typed_;
    }
    forget();
    return scan;
}

void Scanner::forget() noexcept
{
    files::wipe(typed_);
}

} // namespace verandah::kiosk
