// SPDX-License-Identifier: Apache-2.0
// Kinds of deed, for whoever looks back: a few words of a person's, where the journal has dozens of its own.
#pragma once

#include "shared/domain/event.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace verandah::domain {

enum class DeedKind {
    line,     ///< Numbers given, called, moved.
    cards,    ///< Made, replaced, revoked; and who held one forgotten.
    help,     ///< Asked for and answered.
    sessions, ///< In and out.
    refused,  ///< Wrong passphrases and words, and what somebody had no right to.
    accounts, ///< Made, changed, closed; whom records were opened to. And devices.
    looks,    ///< Into a record, or into this list.
    records,  ///< Begun and written in.
    centre,   ///< The day, old days removed, a restore, the hub locked and opened.
    stock,    ///< What came into the cupboard and went out of it.
};
inline constexpr std::array every_deed_kind{DeedKind::line,    DeedKind::cards,    DeedKind::help,  DeedKind::sessions,
                                            DeedKind::refused, DeedKind::accounts, DeedKind::looks, DeedKind::records,
                                            DeedKind::centre,  DeedKind::stock};

/// The permanent word, on the wire.
[[nodiscard]] std::string_view word(DeedKind kind);
[[nodiscard]] std::optional<DeedKind> deed_kind_from(std::string_view word);

[[nodiscard]] DeedKind deed_kind_of(const Event& event);

} // namespace verandah::domain
