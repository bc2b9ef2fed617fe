// SPDX-License-Identifier: Apache-2.0
// Every message by name, with its encoder and decoder, so that a rule about all of them is one loop.
#pragma once

#include "shared/wire/messages/audit_messages.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "shared/wire/messages/care/care_list_messages.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"
#include "shared/wire/messages/care/file_messages.hpp"
#include "shared/wire/messages/care/form_messages.hpp"
#include "shared/wire/messages/care/guidance_messages.hpp"
#include "shared/wire/messages/device_messages.hpp"
#include "shared/wire/messages/forgetting_messages.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "shared/wire/messages/staff_messages.hpp"
#include "shared/wire/messages/stock_messages.hpp"
#include "shared/wire/messages/totals_messages.hpp"
#include "shared/wire/messages/views.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace verandah::test {

/// How one kind of message is read: the same message written again, or why it was refused.
struct MessageKind {
    std::string_view name;
    std::expected<std::string, domain::Refusal> (*read_and_write)(std::string_view body);
};

template <class Message, wire::Decoded<Message> (*decode)(std::string_view)>
std::expected<std::string, domain::Refusal> read_and_write(std::string_view body)
{
    const auto message = decode(body);
    if (!message) {
        return std::unexpected{message.error()};
    }
    return wire::encode(*message);
}

inline constexpr std::array every_message{
    MessageKind{"CheckInRequest", read_and_write<wire::CheckInRequest, wire::decode_check_in_request>},
    MessageKind{"CheckInReceipt", read_and_write<wire::CheckInReceipt, wire::decode_check_in_receipt>},
    MessageKind{"CallNextRequest", read_and_write<wire::CallNextRequest, wire::decode_call_next_request>},
    MessageKind{"CallThisRequest", read_and_write<wire::CallThisRequest, wire::decode_call_this_request>},
    MessageKind{"CallReceipt", read_and_write<wire::CallReceipt, wire::decode_call_receipt>},
    MessageKind{"HoldRequest", read_and_write<wire::HoldRequest, wire::decode_hold_request>},
    MessageKind{"SendOnRequest", read_and_write<wire::SendOnRequest, wire::decode_send_on_request>},
    MessageKind{"ReclassifyRequest", read_and_write<wire::ReclassifyRequest, wire::decode_reclassify_request>},
    MessageKind{"EmptyRequest", read_and_write<wire::EmptyRequest, wire::decode_empty_request>},
    MessageKind{"MoveReceipt", read_and_write<wire::MoveReceipt, wire::decode_move_receipt>},
    MessageKind{"CardRequest", read_and_write<wire::CardRequest, wire::decode_card_request>},
    MessageKind{"CardReceipt", read_and_write<wire::CardReceipt, wire::decode_card_receipt>},
    MessageKind{"ReplaceCardRequest", read_and_write<wire::ReplaceCardRequest, wire::decode_replace_card_request>},
    MessageKind{"RevokeCardRequest", read_and_write<wire::RevokeCardRequest, wire::decode_revoke_card_request>},
    MessageKind{"ForgetRequest", read_and_write<wire::ForgetRequest, wire::decode_forget_request>},
    MessageKind{"ForgettingReceipt", read_and_write<wire::ForgettingReceipt, wire::decode_forgetting_receipt>},
    MessageKind{"ForgettingRequestsView",
                read_and_write<wire::ForgettingRequestsView, wire::decode_forgetting_requests_view>},
    MessageKind{"AlertRequest", read_and_write<wire::AlertRequest, wire::decode_alert_request>},
    MessageKind{"CentreView", read_and_write<wire::CentreView, wire::decode_centre_view>},
    MessageKind{"LineView", read_and_write<wire::LineView, wire::decode_line_view>},
    MessageKind{"LineChange", read_and_write<wire::LineChange, wire::decode_line_change>},
    MessageKind{"FormsView", read_and_write<wire::FormsView, wire::decode_forms_view>},
    MessageKind{"GuidanceView", read_and_write<wire::GuidanceView, wire::decode_guidance_view>},
    MessageKind{"SignInRequest", read_and_write<wire::SignInRequest, wire::decode_sign_in_request>},
    MessageKind{"UnlockRequest", read_and_write<wire::UnlockRequest, wire::decode_unlock_request>},
    MessageKind{"OwnPassphraseRequest",
                read_and_write<wire::OwnPassphraseRequest, wire::decode_own_passphrase_request>},
    MessageKind{"AddStaffRequest", read_and_write<wire::AddStaffRequest, wire::decode_add_staff_request>},
    MessageKind{"RoleRequest", read_and_write<wire::RoleRequest, wire::decode_role_request>},
    MessageKind{"UnlockHubRequest", read_and_write<wire::UnlockHubRequest, wire::decode_unlock_hub_request>},
    MessageKind{"SessionView", read_and_write<wire::SessionView, wire::decode_session_view>},
    MessageKind{"StaffView", read_and_write<wire::StaffView, wire::decode_staff_view>},
    MessageKind{"NewPassphrase", read_and_write<wire::NewPassphrase, wire::decode_new_passphrase>},
    MessageKind{"DevicesView", read_and_write<wire::DevicesView, wire::decode_devices_view>},
    MessageKind{"OfferRequest", read_and_write<wire::OfferRequest, wire::decode_offer_request>},
    MessageKind{"EnrolmentOffer", read_and_write<wire::EnrolmentOffer, wire::decode_enrolment_offer>},
    MessageKind{"RenameRequest", read_and_write<wire::RenameRequest, wire::decode_rename_request>},
    MessageKind{"EnrolRequest", read_and_write<wire::EnrolRequest, wire::decode_enrol_request>},
    MessageKind{"EnrolmentReceipt", read_and_write<wire::EnrolmentReceipt, wire::decode_enrolment_receipt>},
    MessageKind{"RenewalRequest", read_and_write<wire::RenewalRequest, wire::decode_renewal_request>},
    MessageKind{"RenewalReceipt", read_and_write<wire::RenewalReceipt, wire::decode_renewal_receipt>},
    MessageKind{"ReceiveStock", read_and_write<domain::ReceiveStock, wire::decode_receive_request>},
    MessageKind{"GiveRequest", read_and_write<wire::GiveRequest, wire::decode_give_request>},
    MessageKind{"AdjustStock", read_and_write<domain::AdjustStock, wire::decode_adjust_request>},
    MessageKind{"WasteStock", read_and_write<domain::WasteStock, wire::decode_waste_request>},
    MessageKind{"CountStock", read_and_write<domain::CountStock, wire::decode_count_request>},
    MessageKind{"CounterMovement", read_and_write<domain::CounterMovement, wire::decode_counter_request>},
    MessageKind{"StockReceipt", read_and_write<wire::StockReceipt, wire::decode_stock_receipt>},
    MessageKind{"StockView", read_and_write<wire::StockView, wire::decode_stock_view>},
    MessageKind{"MovementsView", read_and_write<wire::MovementsView, wire::decode_movements_view>},
    MessageKind{"AuditView", read_and_write<wire::AuditView, wire::decode_audit_view>},
    MessageKind{"TotalsView", read_and_write<wire::TotalsView, wire::decode_totals_view>},
    MessageKind{"AuditPart", read_and_write<wire::AuditPart, wire::decode_audit_part>},
    MessageKind{"AuditCheck", read_and_write<wire::AuditCheck, wire::decode_audit_check>},
    MessageKind{"BoardView", read_and_write<wire::BoardView, wire::decode_board_view>},
    MessageKind{"OpenFileRequest", read_and_write<wire::OpenFileRequest, wire::decode_open_file_request>},
    MessageKind{"FileView", read_and_write<wire::FileView, wire::decode_file_view>},
    MessageKind{"ChoosePicturesRequest",
                read_and_write<wire::ChoosePicturesRequest, wire::decode_choose_pictures_request>},
    MessageKind{"WriteEntryRequest", read_and_write<wire::WriteEntryRequest, wire::decode_write_entry_request>},
    MessageKind{"EntryReceipt", read_and_write<wire::EntryReceipt, wire::decode_entry_receipt>},
    MessageKind{"FileEntry", read_and_write<domain::FileEntry, wire::decode_file_entry>},
    MessageKind{"DueList", read_and_write<wire::DueList, wire::decode_due_list>},
    MessageKind{"ReferralList", read_and_write<wire::ReferralList, wire::decode_referral_list>},
    MessageKind{"ResultList", read_and_write<wire::ResultList, wire::decode_result_list>},
    MessageKind{"TracingList", read_and_write<wire::TracingList, wire::decode_tracing_list>},
    MessageKind{"TracingAnswer", read_and_write<wire::TracingAnswer, wire::decode_tracing_answer>},
    MessageKind{"TracingAsked", read_and_write<wire::TracingAsked, wire::decode_tracing_asked>},
    MessageKind{"ReturnCounterfoilRequest",
                read_and_write<wire::ReturnCounterfoilRequest, wire::decode_return_counterfoil_request>},
};

} // namespace verandah::test
