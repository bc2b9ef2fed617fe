// SPDX-License-Identifier: Apache-2.0
// What a console needs to draw forms and to choose tests: clinical data, never anything of a visitor.
//
// GET /v1/forms -> FormsView   consoles at which somebody may see guidance
#pragma once

#include "shared/domain/care/consent_text.hpp"
#include "shared/domain/care/form.hpp"
#include "shared/domain/care/test_kind.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

/// Every edition of every form and sheet of tests, so that an old record is shown as it was asked; and which ones are
/// in use.
struct FormsView {
    std::vector<domain::Form> forms;
    std::vector<domain::TestSheet> tests;
    domain::Edition form;        ///< In use.
    domain::Edition test_sheet;  ///< In use.
    domain::ConsentText consent; ///< In use: what she is asked before anything is kept.
    friend bool operator==(const FormsView&, const FormsView&) = default;
};

[[nodiscard]] std::string encode(const FormsView& view);
[[nodiscard]] Decoded<FormsView> decode_forms_view(std::string_view body);

} // namespace verandah::wire
