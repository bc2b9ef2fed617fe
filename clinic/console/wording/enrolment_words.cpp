// SPDX-License-Identifier: Apache-2.0
// What to do, and what went wrong.
#include "clinic/console/wording/enrolment_words.hpp"

#include <utility>

namespace verandah::console {

namespace {

using wire::Enrolling;
using wire::EnrolmentComplaint;

std::string complaint_words(EnrolmentComplaint complaint, const ui::Translator& words)
{
    switch (complaint) {
    case EnrolmentComplaint::slip:
        return words.translate("A character in the code is wrong. Scan it again, or type it again.");
    case EnrolmentComplaint::no_code: return words.translate("That is no code for a device.");
    case EnrolmentComplaint::no_address: return words.translate("That is no address. It looks like 192.168.1.10:8444.");
    case EnrolmentComplaint::unreachable:
        return words.translate("Nobody answers there. Look at the cable and the address, or ask for a new code.");
    case EnrolmentComplaint::foreign_hub:
        return words.translate("Another house answers there. Look at the address, and whose code this is.");
    case EnrolmentComplaint::ask_anew: return words.translate("This code counts no longer. Ask for a new one.");
    case EnrolmentComplaint::used:
        return words.translate("Another device has used this code. Tell the administrator, and ask for a new one.");
    case EnrolmentComplaint::other_kind:
        return words.translate("This code is for another kind of device. Ask for a new one.");
    case EnrolmentComplaint::later: return words.translate("The hub is busy. Try again in a moment.");
    case EnrolmentComplaint::cannot_keep: return words.translate("This device cannot write its device file.");
    case EnrolmentComplaint::not_understood: return words.translate("The hub is of another version than this device.");
    }
    std::unreachable();
}

std::vector<EnrolmentLanguage> languages(const ui::Translator& words)
{
    std::vector<EnrolmentLanguage> all;
    for (const auto* const code : {"en", "hi", "ar"}) {
        const auto each = ui::find_language(code).value();
        all.push_back({code, std::string{each.own_name}, each.code == words.language().code});
    }
    return all;
}

} // namespace

EnrolmentModel enrolment_words(const Enrolling& enrolling, const ui::Translator& words)
{
    EnrolmentModel model{.title = words.translate("This device has no hub yet"),
                         .note = words.translate(
                             "Let an administrator offer it at another console, or with `verandah-hub device offer`. "
                             "Type the code that stands there, or scan or paste the text of its square."),
                         .typed_label = words.translate("Code"),
                         .typed = typed_so_far(enrolling),
                         .hint = words.translate("26 letters and digits, then Enter"),
                         .notice = {},
                         .go_on = words.translate("Go on"),
                         .paste = words.translate("Paste"),
                         .back = {},
                         .languages = languages(words)};
    switch (enrolling.step) {
    case Enrolling::Step::code: break;
    case Enrolling::Step::address:
        model.title = words.translate("The code is right. Where is the hub?");
        model.note = words.translate("Type the address that stands beside the code.");
        model.typed_label = words.translate("Address");
        model.hint = words.translate("Such as 192.168.1.10:8444, then Enter");
        model.back = words.translate("Back");
        break;
    case Enrolling::Step::at_work:
        return {.title = words.translate("One moment…"),
                .note = words.translate("This device is making its key and asking the hub."),
                .languages = languages(words)};
    }
    if (enrolling.complaint) {
        model.notice = complaint_words(*enrolling.complaint, words);
    }
    return model;
}

} // namespace verandah::console
