// SPDX-License-Identifier: Apache-2.0
// The loudspeaker, if there is one. Without it everything goes on silently.
#pragma once

#include "clinic/console/sound/samples.hpp"

#include <cstdint>
#include <string>

namespace verandah::console {

class Speaker {
public:
    Speaker(); ///< Never throws: a machine without sound has a speaker that is_missing().
    ~Speaker();
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    [[nodiscard]] bool is_missing() const { return device_ == 0; }
    [[nodiscard]] const std::string& why_missing() const { return why_; }
    /// Plays after what is playing. Returns at once.
    void play(const Samples& samples);

private:
    std::uint32_t device_{0};
    std::string why_;
};

} // namespace verandah::console
