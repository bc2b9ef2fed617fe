// SPDX-License-Identifier: Apache-2.0
// Secret text, overwritten on every way out. explicit_bzero: the compiler may not decide that nobody will look.
#include "shared/files/secret_text.hpp"

#include <string.h> // explicit_bzero is not in <cstring>

#include <utility>

namespace verandah::files {

SecretText::SecretText(std::string&& text) : text_{std::move(text)}
{
    wipe(text); // a short text is kept in the string itself, and moving it leaves it behind
}

SecretText::SecretText(SecretText&& other) noexcept : SecretText{std::move(other.text_)} {}

SecretText& SecretText::operator=(const SecretText& other)
{
    if (this != &other) {
        *this = SecretText{other};
    }
    return *this;
}

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

SecretText SecretText::with(std::string_view more) const
{
    std::string longer;
    longer.reserve(text_.size() + more.size());
    longer.append(text_).append(more);
    return SecretText{std::move(longer)};
}

SecretText SecretText::without_last() const
{
    return SecretText{text_.substr(0, text_.empty() ? 0 : text_.size() - 1)};
}

void wipe(std::string& text) noexcept
{
    text.resize(text.capacity()); // so that what an earlier, longer text left behind the end is reached, too
    explicit_bzero(text.data(), text.size());
    text.clear();
}

void wipe(std::vector<std::byte>& bytes) noexcept
{
    bytes.resize(bytes.capacity());
    explicit_bzero(bytes.data(), bytes.size());
    bytes.clear();
}

} // namespace verandah::files
