// SPDX-License-Identifier: Apache-2.0
// Every way out overwrites. A text grows only by a new one, so that no half of it is left where it was before.
#include "clinic/console/flow/secret.hpp"

#include "shared/wire/messages/typed_secret.hpp"

#include <utility>

namespace verandah::console {

Secret::Secret(std::string&& text) : text_{std::move(text)}
{
    wire::wipe(text); // a short text is kept in the string itself, and moving it leaves it behind
}

Secret::Secret(const Secret& other) = default;

Secret::Secret(Secret&& other) noexcept : Secret{std::move(other.text_)} {}

Secret& Secret::operator=(const Secret& other)
{
    if (this != &other) {
        *this = Secret{other};
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wire::wipe(text_);
        text_ = std::move(other.text_);
        wire::wipe(other.text_);
    }
    return *this;
}

Secret::~Secret()
{
    wire::wipe(text_);
}

Secret Secret::with(std::string_view more) const
{
    std::string longer;
    longer.reserve(text_.size() + more.size());
    longer.append(text_).append(more);
    return Secret{std::move(longer)};
}

Secret Secret::without_last() const
{
    return Secret{text_.substr(0, text_.empty() ? 0 : text_.size() - 1)};
}

} // namespace verandah::console
