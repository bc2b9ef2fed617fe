// SPDX-License-Identifier: Apache-2.0
// What each right of shared/domain/staff/permission.hpp is for, as one would say what somebody wanted to do.
#include "clinic/console/wording/deed_words.hpp"

#include <utility>

namespace verandah::console {

std::string right_label(const ui::Translator& words, domain::Right right)
{
    switch (right) {
    case domain::Right::centre_see: return words.translate("see the services and rooms");
    case domain::Right::board_see: return words.translate("see the board");
    case domain::Right::feed_follow: return words.translate("follow what happens");
    case domain::Right::session_see: return words.translate("see who is signed in");
    case domain::Right::session_begin: return words.translate("sign in");
    case domain::Right::session_keep: return words.translate("stay signed in");
    case domain::Right::hub_lock: return words.translate("lock the hub");
    case domain::Right::hub_unlock: return words.translate("unlock the hub");
    case domain::Right::line_see: return words.translate("see the line");
    case domain::Right::line_services: return words.translate("see what somebody came for");
    case domain::Right::line_alerts: return words.translate("see where help is asked for");
    case domain::Right::line_alarm: return words.translate("see that help is asked for");
    case domain::Right::line_add: return words.translate("give a number");
    case domain::Right::line_class: return words.translate("change somebody's class");
    case domain::Right::line_call: return words.translate("call or serve somebody");
    case domain::Right::day_turn: return words.translate("close or reopen the day");
    case domain::Right::card_mint: return words.translate("make a card");
    case domain::Right::card_replace: return words.translate("replace or revoke a card");
    case domain::Right::visitor_forget: return words.translate("forget a visitor");
    case domain::Right::alert_raise: return words.translate("ask for help");
    case domain::Right::alert_answer: return words.translate("go to help");
    case domain::Right::staff_list: return words.translate("see the accounts");
    case domain::Right::staff_change: return words.translate("change accounts");
    case domain::Right::clinic_grant: return words.translate("let a colleague open records");
    case domain::Right::device_list: return words.translate("see the devices");
    case domain::Right::device_change: return words.translate("add, rename or shut out a device");
    case domain::Right::device_renew: return words.translate("renew a certificate");
    case domain::Right::record_read: return words.translate("look into a record");
    case domain::Right::record_write: return words.translate("write into a record");
    case domain::Right::audit_read: return words.translate("see who did what");
    case domain::Right::totals_read: return words.translate("see the totals");
    case domain::Right::guidance_see: return words.translate("see forms and guidance");
    case domain::Right::stock_see: return words.translate("see the stock");
    case domain::Right::stock_change: return words.translate("change the stock");
    case domain::Right::stock_give: return words.translate("hand out supplies");
    case domain::Right::slip_return: return words.translate("take in a slip that came back");
    case domain::Right::tracing_see: return words.translate("see whom an outreach worker looks for");
    case domain::Right::tracing_tell: return words.translate("tell what came of looking for somebody");
    }
    std::unreachable();
}

} // namespace verandah::console
