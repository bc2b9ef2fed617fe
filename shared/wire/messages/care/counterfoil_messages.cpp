// SPDX-License-Identifier: Apache-2.0
// Counterfoils, as JSON.
#include "shared/wire/messages/care/counterfoil_messages.hpp"

#include "shared/wire/messages/parts.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace verandah::wire {

domain::CounterfoilHash hash_of(const domain::CounterfoilCode& code)
{
    std::array<unsigned char, 32> digest{};
    unsigned size = 0;
    if (EVP_Digest(code.token().data(), code.token().size(), digest.data(), &size, EVP_sha256(), nullptr) != 1 ||
        size != digest.size()) {
        throw std::runtime_error{"SHA-256 is not to be had"};
    }
    domain::CounterfoilHash hash{};
    std::transform(digest.begin(), digest.begin() + hash.size(), hash.begin(),
                   [](unsigned char byte) { return std::byte{byte}; });
    return hash;
}

std::string encode(const ReturnCounterfoilRequest& message)
{
    return nlohmann::json{{"code", message.code.text()}}.dump();
}

Decoded<ReturnCounterfoilRequest> decode_return_counterfoil_request(std::string_view body)
{
    return decode_object(body, [](ObjectReader& reader) {
        const auto code = domain::CounterfoilCode::parse(reader.text("code"));
        if (!code) {
            reader.refuse("code", "is not a counterfoil's");
        }
        return ReturnCounterfoilRequest{code.value_or(domain::CounterfoilCode{{}})};
    });
}

} // namespace verandah::wire
