// SPDX-License-Identifier: Apache-2.0
// What to do, and what went wrong.
#include "kiosk/wording/enrolment_words.hpp"

#include <utility>

namespace verandah::kiosk {
namespace {

namespace icon = ui::icon;
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
    case EnrolmentComplaint::other_kind: return words.translate("This code is not for a kiosk. Ask for a new one.");
    case EnrolmentComplaint::later: return words.translate("The hub is busy. Try again in a moment.");
    case EnrolmentComplaint::cannot_keep: return words.translate("This kiosk cannot write its device file.");
    case EnrolmentComplaint::not_understood: return words.translate("The hub is of another version than this kiosk.");
    }
    std::unreachable();
}

} // namespace

EnrolmentModel enrolment_words(const Enrolling& enrolling, const ui::Translator& words)
{
    if (enrolling.step == Enrolling::Step::at_work) {
        return {.greeting = {.sign = icon::hourglass_empty,
                             .tone = ui::Tone::soon,
                             .title = words.translate("One moment"),
                             .note = words.translate("This kiosk is making its key and asking the hub.")}};
    }
    EnrolmentModel model{.greeting = {.sign = icon::qr_code_scanner,
                                      .title = words.translate("This kiosk has no hub yet"),
                                      .note = words.translate(
                                          "Let an administrator offer it at a console, and scan the square there. Or "
                                          "type the code.")},
                         .typed = typed_so_far(enrolling),
                         .hint = words.translate("26 letters and digits, then Enter")};
    if (enrolling.step == Enrolling::Step::address) {
        model.greeting.title = words.translate("The code is right. Where is the hub?");
        model.greeting.note = words.translate("Type the address that stands beside the code.");
        model.hint = words.translate("Such as 192.168.1.10:8444, then Enter");
    }
    if (enrolling.complaint) {
        model.greeting.sign = icon::info;
        model.greeting.tone = ui::Tone::care;
        model.greeting.note = complaint_words(*enrolling.complaint, words);
    }
    return model;
}

} // namespace verandah::kiosk
