// SPDX-License-Identifier: Apache-2.0
// A DeskHouse in which staff sign in with real passphrases, at the lightest cost there is.
#pragma once

#include "tests/hub/desk_house.hpp"

#include <optional>
#include <string>

namespace verandah::test {

class StaffHouse : public DeskHouse {
protected:
    static constexpr auto pin = "482915";
    static constexpr auto chief_words = "a long walk by the sea";

    StaffHouse() { leave("console-1"); }

    [[nodiscard]] static std::string credentials(const std::string& account, const std::string& passphrase,
                                                 const std::string& digits = pin);
    wire::Response sign_in_at(const std::string& device, const std::string& account, const std::string& passphrase);
    /// The house's first administrator, "chief", made and signed in at "console-1".
    void make_chief();
    /// An account that the administrator at "console-1" makes; its four words.
    std::string add(const std::string& account, domain::Role role);
    [[nodiscard]] wire::SessionView session_at(const std::string& device);
    /// Whether `device` comes to stand as `state` within a few seconds: time is looked at once a second.
    [[nodiscard]] bool comes_to(const std::string& device, wire::SessionView::State state);

    template <class Happened>
    [[nodiscard]] std::vector<Happened> happened()
    {
        std::vector<Happened> all;
        for (const auto& each : recorded()) {
            const auto* staff = std::get_if<domain::StaffEvent>(&each.event);
            if (const auto* one = staff == nullptr ? nullptr : std::get_if<Happened>(staff)) {
                all.push_back(*one);
            }
        }
        return all;
    }
};

[[nodiscard]] domain::AccountCode account(const std::string& word);

} // namespace verandah::test
