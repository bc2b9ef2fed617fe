// SPDX-License-Identifier: Apache-2.0
// A passphrase or a PIN on its way between a keyboard and the vault.
#pragma once

#include <string>
#include <string_view>

namespace verandah::wire {

/// A secret text as somebody typed it. Move-only; what it held is overwritten when it is destroyed, assigned to or
/// moved from. Not printed by anything.
class TypedSecret {
public:
    TypedSecret() = default;
    explicit TypedSecret(std::string&& text); ///< No copy is left in `text`.
    TypedSecret(const TypedSecret&) = delete;
    TypedSecret& operator=(const TypedSecret&) = delete;
    TypedSecret(TypedSecret&& other) noexcept;
    TypedSecret& operator=(TypedSecret&& other) noexcept;
    ~TypedSecret();

    [[nodiscard]] std::string_view view() const { return text_; }

private:
    std::string text_;
};

/// Overwrites all that `text` has reserved, and leaves it empty: a body that held a secret, once it is understood.
void wipe(std::string& text);

} // namespace verandah::wire
