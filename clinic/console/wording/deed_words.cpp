// SPDX-License-Identifier: Apache-2.0
// One sentence for each kind of event of clinic/store/event_codec.cpp; a test holds the two together.
#include "clinic/console/wording/deed_words.hpp"

#include "clinic/console/wording/door_words.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace verandah::console {

namespace {

constexpr std::size_t record_letters = 8;

/// Without what it was about.
std::map<std::string, std::string, std::less<>> sentences(const ui::Translator& words)
{
    return {{"day_opened", words.translate("The day began")},
            {"day_closed", words.translate("Closed the day")},
            {"day_reopened", words.translate("Opened the day again")},
            {"day_gone_on_with", words.translate("The day went on while the hub was locked")},
            {"ticket_issued", words.translate("Gave a number")},
            {"ticket_called", words.translate("Called somebody")},
            {"ticket_called_again", words.translate("Called somebody again")},
            {"ticket_started", words.translate("Began to serve somebody")},
            {"step_finished", words.translate("Finished a service")},
            {"ticket_held", words.translate("Put somebody on hold")},
            {"ticket_resumed", words.translate("Took somebody off hold")},
            {"ticket_went_away", words.translate("Noted that somebody is away")},
            {"ticket_came_back", words.translate("Somebody came back in line")},
            {"ticket_sent_on", words.translate("Sent somebody on")},
            {"ticket_left", words.translate("Noted that somebody left")},
            {"ticket_reclassified", words.translate("Changed somebody's class")},
            {"step_became_ready", words.translate("A timer ran out")},
            {"move_undone", words.translate("Undid a move")},
            {"card_minted", words.translate("Made a card")},
            {"card_revoked", words.translate("Revoked a card")},
            {"card_replaced", words.translate("Replaced a card")},
            {"alert_raised", words.translate("Asked for help")},
            {"alert_answered", words.translate("Went to help")},
            {"staff_added", words.translate("Made the account {account}, {role}")},
            {"staff_role_changed", words.translate("Gave {account} another role: {role}")},
            {"staff_passphrase_changed", words.translate("Changed the passphrase of {account}")},
            {"staff_revoked", words.translate("Closed the account {account}")},
            {"clinic_key_granted", words.translate("Opened records to {account}")},
            {"staff_signed_in", words.translate("Signed in")},
            {"staff_signed_out", words.translate("Signed out")},
            {"sign_in_refused", words.translate("Wrong passphrase")},
            {"access_refused", words.translate("Asked for something not allowed")},
            {"enrolment_offered", words.translate("Offered a place to the device {device}")},
            {"device_enrolled", words.translate("Let in the device {device}")},
            {"device_renamed", words.translate("Renamed a device: {device}")},
            {"device_revoked", words.translate("Shut out the device {device}")},
            {"device_renewed", words.translate("New certificate for {device}")},
            {"enrolment_refused", words.translate("A device was not let in")},
            {"record_read", words.translate("Looked into the record {record}")},
            {"day_files_forgotten", words.translate("Removed what was for a past day only")},
            {"care_list_read", words.translate("Looked at a list made from records")},
            {"file_begun", words.translate("Began a record")},
            {"file_entry_written", words.translate("Wrote in a record")},
            {"facts_counted", words.translate("Counted something for the totals")},
            {"counterfoil_returned", words.translate("A counterfoil came back")},
            {"tracing_given", words.translate("Asked {account} to look for somebody")},
            {"tracing_told", words.translate("Told what came of looking for somebody")},
            {"tracing_taken_up", words.translate("Wrote down what an outreach worker told")},
            {"tracing_over", words.translate("Nobody is asked to look for her any more")},
            {"centre_restored", words.translate("The centre was restored from a backup")},
            {"hub_locked", words.translate("Locked the hub")},
            {"hub_opened", words.translate("Opened the hub")},
            {"opening_refused", words.translate("Tried to open the hub in vain")},
            {"record_refused", words.translate("Asked for a record and did not get it")},
            {"audit_read", words.translate("Looked at who did what")},
            {"visitor_forgotten", words.translate("Forgot a visitor")},
            {"stock_moved", words.translate("Changed the stock")},
            {"supplies_taken", words.translate("Somebody took supplies; the stock is to be counted")},
            {"day_forgotten", words.translate("Removed the visits of an old day; its totals stay")}};
}

/// How the hub was locked or opened, or why a record was not opened.
std::map<std::string, std::string, std::less<>> ways(const ui::Translator& words)
{
    return {{"console", words.translate("at a console")},
            {"signal", words.translate("by a signal on its machine")},
            {"stick_pulled", words.translate("the key stick was pulled")},
            {"closing_time", words.translate("the centre closed")},
            {"words", words.translate("with words")},
            {"recovery_code", words.translate("with a printed code")},
            {"stick", words.translate("with a key stick")},
            {"start", words.translate("when it was started")},
            {"wrong_pictures", words.translate("other pictures than hers")},
            {"another_card", words.translate("another card than hers")},
            {"not_served", words.translate("nobody was being served")},
            {"no_clinic_key", words.translate("no colleague has opened records to this account yet")}};
}

std::string own_word(std::string kind)
{
    std::ranges::replace(kind, '_', ' ');
    return kind;
}

} // namespace

DeedWords::DeedWords(const Scene& scene) : scene_{scene}, sentences_{sentences(scene.words)}, ways_{ways(scene.words)}
{
}

std::string DeedWords::text(const wire::AuditView::Deed& deed) const
{
    const auto found = sentences_.find(deed.kind);
    std::string text = found == sentences_.end() ? own_word(deed.kind) : found->second;
    text = filled(std::move(text), {{"account", deed.account ? deed.account->view() : std::string_view{}},
                                    {"role", deed.role ? role_label(scene_, *deed.role) : std::string{}},
                                    {"device", deed.named_device.value_or(std::string{})},
                                    {"record", deed.record.value_or(std::string{}).substr(0, record_letters)}});
    if (deed.kind == "sign_in_refused" && deed.account) {
        text += " · " + deed.account->text();
    }
    if (deed.kind == "access_refused" && deed.right) {
        text += " · " + right_label(scene_.words, *deed.right);
    }
    if (deed.way) {
        const auto way = ways_.find(*deed.way);
        text += " · " + (way == ways_.end() ? own_word(*deed.way) : way->second);
    }
    if (deed.left_out > 0) {
        text += " · " + scene_.words.translate("and once more", "and {} times more", static_cast<long>(deed.left_out));
    }
    return text;
}

std::string deed_kind_label(const Scene& scene, domain::DeedKind kind)
{
    const auto& words = scene.words;
    switch (kind) {
    case domain::DeedKind::line: return words.translate("The line");
    case domain::DeedKind::cards: return words.translate("Cards");
    case domain::DeedKind::help: return words.translate("Calls for help");
    case domain::DeedKind::sessions: return words.translate("Signing in and out");
    case domain::DeedKind::refused: return words.translate("Refused");
    case domain::DeedKind::accounts: return words.translate("Accounts and devices");
    case domain::DeedKind::looks: return words.translate("Looked things up");
    case domain::DeedKind::records: return words.translate("Records");
    case domain::DeedKind::centre: return words.translate("Day and centre");
    case domain::DeedKind::stock: return words.translate("Stock");
    }
    std::unreachable();
}

} // namespace verandah::console
