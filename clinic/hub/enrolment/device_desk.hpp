// SPDX-License-Identifier: Apache-2.0
// The desk for devices: who is let in, under which name, with which key, and for how long.
#pragma once

#include "clinic/hub/enrolment/enrolment.hpp"
#include "clinic/hub/enrolment/enrolment_door.hpp"
#include "clinic/hub/staff/staff_room.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <filesystem>
#include <functional>
#include <mutex>
#include <string>

namespace verandah::hub {

/// What administrators do with devices, and what a device asks for itself. Who may, the table has said before. Borrows
/// room and register for its whole life. Any thread.
class DeviceDesk {
public:
    struct Options {
        EnrolmentTerms terms;
        std::filesystem::path offers; ///< Where those made on this machine are left (offer_file.hpp).
        std::function<void(const std::string&)> report = [](const std::string&) {}; ///< One line for the log.
    };
    DeviceDesk(StaffRoom& room, DeviceRegister& devices, Options options);

    void list(const std::function<void(wire::DevicesView)>& answer);
    /// Opens the enrolment door for one device more. Refuses with conflict when there is a device of that name, when
    /// too many offers stand, or when the door cannot open. Asked again with the same key it makes the offer anew.
    void offer(const wire::OfferRequest& request, const Asker& asker, Answer<wire::EnrolmentOffer> answer);
    void withdraw(wire::OfferId offer, const Answer<wire::EmptyRequest>& answer); ///< Refuses as OfferBook::withdraw().
    void rename(const wire::DeviceName& name, const wire::RenameRequest& request, const Asker& asker,
                Answer<wire::EmptyRequest> answer);
    /// Cuts the device off within a second. Refuses with conflict the very console at which it is asked.
    void revoke(const wire::DeviceName& name, const Asker& asker, Answer<wire::EmptyRequest> answer);
    /// Another certificate for the asking device, for another key; it is let in with either until it uses that one.
    /// Refuses as grant_device(), and with conflict while more than half of the present one's time is left.
    void renew(const wire::RenewalRequest& request, const Asker& asker, Answer<wire::RenewalReceipt> answer);

    /// Once a second, on one thread: takes offers that were made on this machine, closes the door when nobody is
    /// expected any more, and writes down what others did to the list.
    void look();
    void close(); ///< Before the writer stops.
    /// A device with this key is let in by the hub itself.
    void note_arrival(std::string_view public_key_sha256) { offers_.arrived(public_key_sha256); }
    [[nodiscard]] const EnrolmentTerms& terms() const { return options_.terms; }
    [[nodiscard]] EnrolmentDoor& door() { return door_; }

private:
    [[nodiscard]] std::expected<wire::EnrolmentOffer, domain::Refusal> make_offer(const wire::OfferRequest& request);
    void write_down(const std::string& actor, domain::DeviceEvent event);
    void take_offer(const OfferBook::Offered& offered);
    [[nodiscard]] std::expected<std::uint16_t, domain::Refusal> open_door_for(const OfferBook::Offered& offered,
                                                                              wire::OfferId& offer);
    void end_session_at(const wire::DeviceName& console);
    void hear(const OutsideChange& change);

    StaffRoom& room_;
    DeviceRegister& devices_;
    Options options_;
    OfferBook offers_;
    std::mutex opening_; ///< Held while an offer is made, and while the door closes because there is none.
    Enrolment enrolment_;
    EnrolmentDoor door_; ///< Last: its thread uses all of the above.
};

} // namespace verandah::hub
