// SPDX-License-Identifier: Apache-2.0
// Text that is a secret (a passphrase, a code, a key in hexadecimal), wiped when let go.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::vault {

/// A secret text. Move-only; what it held is overwritten when it is destroyed, assigned to or moved from.
/// It is as careful as ordinary memory allows: not locked, not guarded. Keep it for moments, and keys in SecretBytes.
class SecretText {
public:
    SecretText() = default;
    /// Takes over `text`; no copy is left in it. Its maker has reserved enough for it never to have been moved.
    explicit SecretText(std::string&& text);
    SecretText(const SecretText&) = delete;
    SecretText& operator=(const SecretText&) = delete;
    SecretText(SecretText&& other) noexcept;
    SecretText& operator=(SecretText&& other) noexcept;
    ~SecretText();

    [[nodiscard]] std::string_view view() const { return text_; }

private:
    std::string text_;
};

/// Overwrites all that `text` has ever reserved, and leaves it empty.
void wipe(std::string& text);
/// The same of bytes that were a secret for a moment.
void wipe(std::vector<std::byte>& bytes);

} // namespace verandah::vault
