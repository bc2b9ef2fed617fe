// SPDX-License-Identifier: Apache-2.0
// What the journal calls by permanent words, in the reader's language.
#pragma once

#include "clinic/console/wording/scene.hpp"
#include "shared/wire/messages/audit_messages.hpp"

#include <functional>
#include <map>
#include <string>

namespace verandah::console {

/// Made once for a whole list: looking up a sentence in a catalogue takes longer than saying it.
class DeedWords {
public:
    explicit DeedWords(const Scene& scene); ///< Borrowed.
    /// "Called somebody", "Made the account desk-2". A kind this program does not know says its own word.
    [[nodiscard]] std::string text(const wire::AuditView::Deed& deed) const;

private:
    const Scene& scene_;
    std::map<std::string, std::string, std::less<>> sentences_;
    std::map<std::string, std::string, std::less<>> ways_;
};
/// What somebody wanted to do who was refused that right: "look into a record".
[[nodiscard]] std::string right_label(const ui::Translator& words, domain::Right right);
[[nodiscard]] std::string deed_kind_label(const Scene& scene, domain::DeedKind kind);

} // namespace verandah::console
