// SPDX-License-Identifier: Apache-2.0
// Text that is a secret (a passphrase, a PIN, a code, a key in hexadecimal), wiped when let go.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::files {

/// A secret text. What it held is overwritten when it is destroyed, assigned to or moved from; a copy wipes itself
/// likewise. Printed by nothing. It is as careful as ordinary memory allows: not locked, not guarded. Keep it for
/// moments, and keys in vault::SecretBytes.
class SecretText {
public:
    SecretText() = default;
    /// Takes over `text`; no copy is left in it. Its maker has reserved enough for it never to have been moved.
    explicit SecretText(std::string&& text);
    SecretText(const SecretText& other) = default;
    SecretText(SecretText&& other) noexcept;
    SecretText& operator=(const SecretText& other);
    SecretText& operator=(SecretText&& other) noexcept;
    ~SecretText();

    [[nodiscard]] std::string_view view() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    /// The same with `more` behind it. A text grows only by a new one, so that no half of it is left where it was.
    [[nodiscard]] SecretText with(std::string_view more) const;
    /// The same without its last byte.
    [[nodiscard]] SecretText without_last() const;
    friend bool operator==(const SecretText&, const SecretText&) = default;

private:
    std::string text_;
};

/// Overwrites all that `text` has ever reserved, and leaves it empty.
void wipe(std::string& text) noexcept;
/// The same of bytes that were a secret for a moment.
void wipe(std::vector<std::byte>& bytes) noexcept;

} // namespace verandah::files
