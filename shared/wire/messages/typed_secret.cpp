// SPDX-License-Identifier: Apache-2.0
// A typed secret, overwritten on every way out.
#include "shared/wire/messages/typed_secret.hpp"

#include <string.h> // explicit_bzero is not in <cstring>

#include <utility>

namespace verandah::wire {

TypedSecret::TypedSecret(std::string&& text) : text_{std::move(text)}
{
    wipe(text); // a short text is kept in the string itself, and moving it leaves it behind
}

TypedSecret::TypedSecret(TypedSecret&& other) noexcept : TypedSecret{std::move(other.text_)} {}

TypedSecret& TypedSecret::operator=(TypedSecret&& other) noexcept
{
    if (this != &other) {
        wipe(text_);
        text_ = std::move(other.text_);
        wipe(other.text_);
    }
    return *this;
}

TypedSecret::~TypedSecret()
{
    wipe(text_);
}

void wipe(std::string& text)
{
    text.resize(text.capacity()); // so that what an earlier, longer text left behind the end is reached, too
    explicit_bzero(text.data(), text.size());
    text.clear();
}

} // namespace verandah::wire
