// SPDX-License-Identifier: Apache-2.0
// What each route does: decode, ask a desk, encode. For routes.cpp's table only.
#pragma once

#include "clinic/hub/routes/route.hpp"

namespace verandah::hub {

// view_routes.cpp
void see_centre(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_line(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_totals(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_board(Desks& desks, const Asked& asked, const wire::Reply& reply);
void open_feed(Desks& desks, const Asked& asked, const wire::Reply& reply);

// queue_routes.cpp
void check_in(Desks& desks, const Asked& asked, const wire::Reply& reply);
void call_next(Desks& desks, const Asked& asked, const wire::Reply& reply);
void call_this(Desks& desks, const Asked& asked, const wire::Reply& reply);
void call_again(Desks& desks, const Asked& asked, const wire::Reply& reply);
void start(Desks& desks, const Asked& asked, const wire::Reply& reply);
void finish(Desks& desks, const Asked& asked, const wire::Reply& reply);
void hold(Desks& desks, const Asked& asked, const wire::Reply& reply);
void resume(Desks& desks, const Asked& asked, const wire::Reply& reply);
void step_away(Desks& desks, const Asked& asked, const wire::Reply& reply);
void come_back(Desks& desks, const Asked& asked, const wire::Reply& reply);
void send_on(Desks& desks, const Asked& asked, const wire::Reply& reply);
void leave(Desks& desks, const Asked& asked, const wire::Reply& reply);
void reclassify(Desks& desks, const Asked& asked, const wire::Reply& reply);
void undo(Desks& desks, const Asked& asked, const wire::Reply& reply);
void close_day(Desks& desks, const Asked& asked, const wire::Reply& reply);
void reopen_day(Desks& desks, const Asked& asked, const wire::Reply& reply);

// care_routes.cpp
void open_file(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_file(Desks& desks, const Asked& asked, const wire::Reply& reply);
void write_entry(Desks& desks, const Asked& asked, const wire::Reply& reply);
void choose_pictures(Desks& desks, const Asked& asked, const wire::Reply& reply);
void close_file(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_due(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_referrals(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_results(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_tracings(Desks& desks, const Asked& asked, const wire::Reply& reply);
void tell_tracing(Desks& desks, const Asked& asked, const wire::Reply& reply);
void return_counterfoil(Desks& desks, const Asked& asked, const wire::Reply& reply);

// session_routes.cpp
void see_session(Desks& desks, const Asked& asked, const wire::Reply& reply);
void sign_in(Desks& desks, const Asked& asked, const wire::Reply& reply);
void unlock_session(Desks& desks, const Asked& asked, const wire::Reply& reply);
void lock_session(Desks& desks, const Asked& asked, const wire::Reply& reply);
void keep_session(Desks& desks, const Asked& asked, const wire::Reply& reply);
void sign_out(Desks& desks, const Asked& asked, const wire::Reply& reply);
void change_own_passphrase(Desks& desks, const Asked& asked, const wire::Reply& reply);

// staff_routes.cpp
void see_staff(Desks& desks, const Asked& asked, const wire::Reply& reply);
void make_first_administrator(Desks& desks, const Asked& asked, const wire::Reply& reply);
void add_staff(Desks& desks, const Asked& asked, const wire::Reply& reply);
void change_role(Desks& desks, const Asked& asked, const wire::Reply& reply);
void revoke_staff(Desks& desks, const Asked& asked, const wire::Reply& reply);
void give_new_passphrase(Desks& desks, const Asked& asked, const wire::Reply& reply);
void open_records(Desks& desks, const Asked& asked, const wire::Reply& reply);

// card_routes.cpp
void mint_card(Desks& desks, const Asked& asked, const wire::Reply& reply);
void replace_card(Desks& desks, const Asked& asked, const wire::Reply& reply);
void revoke_card(Desks& desks, const Asked& asked, const wire::Reply& reply);
void raise_alert(Desks& desks, const Asked& asked, const wire::Reply& reply);
void answer_alert(Desks& desks, const Asked& asked, const wire::Reply& reply);

// device_routes.cpp
void see_devices(Desks& desks, const Asked& asked, const wire::Reply& reply);
void offer_enrolment(Desks& desks, const Asked& asked, const wire::Reply& reply);
void withdraw_offer(Desks& desks, const Asked& asked, const wire::Reply& reply);
void rename_device(Desks& desks, const Asked& asked, const wire::Reply& reply);
void revoke_device(Desks& desks, const Asked& asked, const wire::Reply& reply);
void renew_certificate(Desks& desks, const Asked& asked, const wire::Reply& reply);

// audit_routes.cpp
void see_audit(Desks& desks, const Asked& asked, const wire::Reply& reply);
void export_audit_part(Desks& desks, const Asked& asked, const wire::Reply& reply);
void check_audit(Desks& desks, const Asked& asked, const wire::Reply& reply);
// guidance_routes.cpp
void see_forms(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_guidance(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_care_rules(Desks& desks, const Asked& asked, const wire::Reply& reply);

// forgetting_routes.cpp
void ask_to_be_forgotten(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_forgetting_requests(Desks& desks, const Asked& asked, const wire::Reply& reply);
void carry_out_forgetting(Desks& desks, const Asked& asked, const wire::Reply& reply);
void take_back_forgetting(Desks& desks, const Asked& asked, const wire::Reply& reply);
void decline_forgetting(Desks& desks, const Asked& asked, const wire::Reply& reply);
void forget_visitor(Desks& desks, const Asked& asked, const wire::Reply& reply);

// stock_routes.cpp
void see_stock(Desks& desks, const Asked& asked, const wire::Reply& reply);
void see_movements(Desks& desks, const Asked& asked, const wire::Reply& reply);
void receive_stock(Desks& desks, const Asked& asked, const wire::Reply& reply);
void dispense_stock(Desks& desks, const Asked& asked, const wire::Reply& reply);
void hand_out_stock(Desks& desks, const Asked& asked, const wire::Reply& reply);
void adjust_stock(Desks& desks, const Asked& asked, const wire::Reply& reply);
void waste_stock(Desks& desks, const Asked& asked, const wire::Reply& reply);
void count_stock(Desks& desks, const Asked& asked, const wire::Reply& reply);
void counter_movement(Desks& desks, const Asked& asked, const wire::Reply& reply);

// hub_routes.cpp
void lock_hub(Desks& desks, const Asked& asked, const wire::Reply& reply);
void unlock_hub(Desks& desks, const Asked& asked, const wire::Reply& reply);

} // namespace verandah::hub
