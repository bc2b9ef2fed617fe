// SPDX-License-Identifier: Apache-2.0
// What is wrong in centre.toml, where it stands, and what would be right.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace verandah::hub {

/// A place in a file, both counted from 1. {0, 0} is the file as a whole.
struct Place {
    int line = 0;
    int column = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

/// One thing wrong in a file. Both texts are for whoever runs the centre: plain words, no stack, no blame.
struct Fault {
    Place place;
    std::string what;    ///< A sentence without its full stop: `the service "nurse" needs the skill "nursing", which no
                         ///< station has`.
    std::string instead; ///< What to do now, a whole sentence.
    friend bool operator==(const Fault&, const Fault&) = default;

    /// "centre.toml:42:9: WHAT. INSTEAD", on one line. `file` is shown as it is given.
    [[nodiscard]] std::string text(std::string_view file) const;
};

} // namespace verandah::hub
