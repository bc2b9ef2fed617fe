// SPDX-License-Identifier: Apache-2.0
// What somebody typed and nobody may find later.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace verandah::console {

/// A typed secret: a passphrase, a PIN, words. Overwritten when it is changed, copied over, moved from or let go. It
/// can be copied, so that a state that holds one can be; every copy wipes itself.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string&& text); ///< No copy is left in `text`.
    Secret(const Secret& other);
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    [[nodiscard]] std::string_view view() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    /// The same with `more` behind it.
    [[nodiscard]] Secret with(std::string_view more) const;
    /// The same without its last byte.
    [[nodiscard]] Secret without_last() const;
    friend bool operator==(const Secret&, const Secret&) = default;

private:
    std::string text_;
};

} // namespace verandah::console
