// SPDX-License-Identifier: Apache-2.0
// libqrencode behind a value: its memory is copied and given back at once.
#include "shared/ui/qr.hpp"

#include <qrencode.h>
#include <string.h>

#include <algorithm>
#include <memory>
#include <span>
#include <system_error>

namespace verandah::ui {
namespace {

constexpr std::string_view alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

struct FreeInput {
    void operator()(QRinput* input) const { QRinput_free(input); }
};

struct FreeCode {
    void operator()(QRcode* code) const
    {
        explicit_bzero(code->data, static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width));
        QRcode_free(code);
    }
};

std::unexpected<domain::Refusal> refused(std::string detail)
{
    return domain::refuse(domain::Refusal::Why::invalid_input, std::move(detail));
}

} // namespace

struct QrCode::Size {
    int version;
    QRecLevel level;
};

std::expected<QrCode, domain::Refusal> QrCode::make(std::string_view text)
{
    return encoded(text, {3, QR_ECLEVEL_Q});
}

std::expected<QrCode, domain::Refusal> QrCode::fitting(std::string_view text)
{
    constexpr int largest = 10;
    for (int version = 3; version < largest; ++version) {
        if (auto code = encoded(text, {version, QR_ECLEVEL_M})) {
            return code;
        }
    }
    return encoded(text, {largest, QR_ECLEVEL_M});
}

std::expected<QrCode, domain::Refusal> QrCode::encoded(std::string_view text, const Size& size)
{
    const bool writable = std::ranges::all_of(text, [](char sign) { return alphanumeric.contains(sign); });
    if (text.empty() || !writable) {
        return refused("a QR text has 0-9 A-Z space $%*+-./: only");
    }
    const std::unique_ptr<QRinput, FreeInput> input{QRinput_new2(size.version, size.level)};
    if (!input || QRinput_append(input.get(), QR_MODE_AN, static_cast<int>(text.size()),
                                 reinterpret_cast<const unsigned char*>(text.data())) != 0) { // bytes for a C library
        return refused("the QR text cannot be encoded");
    }
    const std::unique_ptr<QRcode, FreeCode> read{QRcode_encodeInput(input.get())};
    if (!read || read->version != size.version) {
        return refused("the QR text is longer than this version of QR holds");
    }
    QrCode code{read->width};
    const std::span modules_read{read->data, static_cast<std::size_t>(read->width * read->width)};
    std::ranges::transform(modules_read, std::back_inserter(code.dark_),
                           [](unsigned char module) { return static_cast<std::uint8_t>(module & 1U); });
    return code;
}

bool QrCode::dark(int column, int row) const
{
    const auto place =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(side_) + static_cast<std::size_t>(column);
    return dark_.at(place) != 0;
}

QrCode::~QrCode()
{
    if (!dark_.empty()) { // moved from: there is no memory to name
        explicit_bzero(dark_.data(), dark_.size());
    }
}

} // namespace verandah::ui
