// SPDX-License-Identifier: Apache-2.0
// What is shown to somebody who comes in, is waited for, or types a secret. Secrets in it wipe themselves.
#pragma once

#include "clinic/console/flow/form.hpp"
#include "shared/ui/theme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace verandah::console {

/// One line to type into.
struct FormLine {
    Entry entry;
    std::string label;
    files::SecretText value;
    bool is_secret = true;
    std::string note{}; ///< Below the line: how good it is, what it is.
    ui::Tone note_tone = ui::Tone::quiet;
};

/// Ten digits to touch, and how many there are already.
struct PadModel {
    std::string title;
    std::string why;
    files::SecretText digits;
    std::string erase;
};

struct FormModel {
    enum class Place { door, over_pages };
    Place place = Place::door;
    std::string title;
    std::string note;
    std::vector<FormLine> lines;
    std::optional<PadModel> pad;
    std::string turn_typed; ///< "Show what I type", "Hide what I type".
    Form::Typed typed = Form::Typed::as_dots;
    std::string fact;    ///< Something she has to know; or empty.
    std::string notice;  ///< What went wrong, and what to do now; or empty.
    std::string missing; ///< What is still needed; or empty.
    std::string confirm;
    std::string cancel; ///< Empty: there is no way back.
    std::string alert;  ///< At the door: that somebody asks for help, not where; or empty.
    bool is_under_way = false;
    std::string link; ///< "Reconnecting…", or empty.
};

/// Nothing of the line: that it is locked, whose it is, and the pad.
struct PinModel {
    std::string title;
    std::string whose;
    std::string note;
    PadModel pad;
    std::string notice;
    std::string somebody_else;
    std::string sign_out;
    std::string alert; ///< That somebody asks, not where; or empty.
    bool is_under_way = false;
    std::string link;
};

/// Words that were made for an account, once.
struct ToldModel {
    std::string title;
    std::string account;
    files::SecretText words;
    std::string warning;
    std::string confirm;
};

} // namespace verandah::console
