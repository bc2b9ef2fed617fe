// SPDX-License-Identifier: Apache-2.0
// Secret text, overwritten on every way out.
#include "shared/vault/secret_text.hpp"

#include <sodium.h>

#include <utility>

namespace verandah::vault {

SecretText::SecretText(std::string&& text) : text_{std::move(text)}
{
    wipe(text); // a short text is kept in the string itself, and moving it leaves it behind
}

SecretText::SecretText(SecretText&& other) noexcept : SecretText{std::move(other.text_)} {}

SecretText& SecretText::operator=(SecretText&& other) noexcept
{
    if (this != &other) {
        wipe(text_);
        text_ = std::move(other.text_);
        wipe(other.text_);
    }
    return *this;
}

SecretText::~SecretText()
{
    wipe(text_);
}

void wipe(std::string& text)
{
    text.resize(text.capacity()); // so that what an earlier, longer text left behind the end is reached, too
    sodium_memzero(text.data(), text.size());
    text.clear();
}

void wipe(std::vector<std::byte>& bytes)
{
    bytes.resize(bytes.capacity());
    sodium_memzero(bytes.data(), bytes.size());
    bytes.clear();
}

} // namespace verandah::vault
