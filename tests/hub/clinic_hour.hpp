// SPDX-License-Identifier: Apache-2.0
// An hour of a clinician's at a real hub, with something in it to look for afterwards wherever it may have been left.
#pragma once

#include "shared/domain/record/file_event.hpp"
#include "tests/hub/patient_device.hpp"

#include <string>
#include <vector>

namespace verandah::test {

/// What nobody without the clinic key may come upon.
struct Canary {
    std::string name;
    std::string bytes;
};

/// She signs in with her passphrase and her PIN and serves a visitor with a card, whose record is opened and written
/// in, and whom an outreach worker looks for. The centre outlives it, and serves when it is made.
class ClinicHour {
public:
    static constexpr auto findings = "canary-saffron-1618";
    static constexpr auto how_to_find_her = "canary-lantern-2718";
    static constexpr auto pictures = "11230719";

    /// At a console of its own, in a room that is free, and is so again afterwards.
    ClinicHour(ServedCentre& centre, const std::string& console, const std::string& station);

    /// Answers, pictures, slips for partners; the card, her passphrase and her PIN.
    [[nodiscard]] std::vector<Canary> words() const;
    /// Her secret, the clinic key, and the key of the visitor's file: by way of the hub's key, her passphrase, and
    /// whatever the journal has.
    [[nodiscard]] std::vector<Canary> keys() const;
    [[nodiscard]] int number() const { return number_; } ///< That the visitor was called by.

private:
    void serve(const std::string& station);
    void write_in(domain::FileId file);
    void have_her_looked_for(wire::HttpClient& clinician, wire::HttpClient& worker);
    wire::Response post(const std::string& path, const std::string& body = "{}");

    const ServedCentre& centre_;
    PatientDevice console_;
    Credentials clinician_, worker_;
    std::string card_;
    int number_{0};
};

} // namespace verandah::test
