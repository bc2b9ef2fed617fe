// SPDX-License-Identifier: Apache-2.0
// The clinic's files behind real routes, for tests.
#pragma once

#include "shared/wire/messages/care/file_messages.hpp"
#include "tests/hub/desk_house.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace verandah::test {

inline constexpr auto files_path = "/v1/files";

template <class Code>
[[nodiscard]] Code code(std::string_view text)
{
    return Code::make(text).value();
}

/// A clinician at console-1, visitors who are served, and their files.
class FilesHouse : public DeskHouse {
protected:
    FilesHouse() { stand("console-1", domain::Role::clinician); }

    /// She checks in with that card, if any, and is being served.
    domain::TicketId serve(const std::optional<std::string>& card = std::nullopt)
    {
        const std::string with_card = card ? R"(,"card":")" + *card + '"' : "";
        const auto given = post(wire::DeviceKind::kiosk, "/v1/check-ins", R"({"services":["nurse"])" + with_card + "}");
        const auto ticket = wire::decode_check_in_receipt(given.body).value().ticket;
        const auto path = "/v1/tickets/" + std::to_string(ticket.value());
        EXPECT_EQ(post(wire::DeviceKind::console, path + "/call", R"({"station":"room-1","reason":"here"})").status,
                  200);
        EXPECT_EQ(post(wire::DeviceKind::console, path + "/start").status, 200);
        return ticket;
    }
    static wire::OpenFileRequest with_her(domain::TicketId ticket, const std::string& card,
                                          std::optional<domain::ConsentSaid::Answer> consent = std::nullopt)
    {
        return {.way = domain::RecordRead::Way::with_her,
                .ticket = ticket,
                .card = domain::CardCode::parse(card).value(),
                .consent = consent ? std::optional{domain::ConsentSaid{*consent, 1}} : std::nullopt};
    }
    wire::FileView opened(const wire::OpenFileRequest& request, const std::string& device = "console-1")
    {
        const auto answer = post_at(device, files_path, wire::encode(request));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return wire::decode_file_view(answer.body).value();
    }
    int status_of_opening(const wire::OpenFileRequest& request)
    {
        return post(wire::DeviceKind::console, files_path, wire::encode(request)).status;
    }
    static std::string path_of(domain::FileId file, const std::string& what = "")
    {
        return "/v1/files/" + std::to_string(file.value()) + what;
    }
    wire::Response write(domain::FileId file, const domain::FileEvent& event, const std::string& device = "console-1")
    {
        return post_at(device, path_of(file, "/entries"), wire::encode(wire::WriteEntryRequest{event}));
    }
    std::vector<domain::RecordRead> readings() { return of_the_audit<domain::RecordRead>(); }
    std::vector<domain::RecordRefused> refusals()
    {
        static_cast<void>(events()); // behind what was submitted before
        return of_the_audit<domain::RecordRefused>();
    }

private:
    template <class Happened>
    std::vector<Happened> of_the_audit()
    {
        std::vector<Happened> happened;
        for (const auto& each : recorded()) {
            const auto* audit = std::get_if<domain::AuditEvent>(&each.event);
            if (const auto* one = audit == nullptr ? nullptr : std::get_if<Happened>(audit)) {
                happened.push_back(*one);
            }
        }
        return happened;
    }
};

} // namespace verandah::test
