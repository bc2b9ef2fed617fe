// SPDX-License-Identifier: Apache-2.0
// A visitor's file over the wire: opened, seen, written in.
#pragma once

#include "shared/domain/audit/audit_event.hpp"
#include "shared/domain/card/card_code.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/record/care_event.hpp"
#include "shared/domain/record/file.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

/// POST /v1/files {"way":"with_her","ticket":…,"card":"…","consent":{"answer":"yes","text_version":1}}
/// with_her: she is being served; her card was scanned. of_today: served, no card. The others name a `file` from a
/// list. The first time, and never without having asked her, with what she said.
struct OpenFileRequest {
    domain::RecordRead::Way way;
    std::optional<domain::TicketId> ticket{};
    std::optional<domain::CardCode> card{};
    std::optional<domain::PicturePhrase> pictures{}; ///< In place of the card.
    std::optional<domain::FileId> file{};
    std::optional<domain::ConsentSaid> consent{};
};

/// 200, of opening and of GET /v1/files/{file} {"file":…,"is_of_today":…,"entries":[…],"unread":[…],"returned":[…],
/// "due":[{"rule":"hiv.retest","due":"2026-03-03","state":"overdue"}]}
struct FileView {
    static constexpr std::size_t most_entries = 20'000;
    struct Returned {
        domain::CounterfoilHash counterfoil;
        domain::CounterfoilWay way;
        domain::Instant at;
        friend bool operator==(const Returned&, const Returned&) = default;
    };
    /// Something staff have to do about her.
    struct Due {
        domain::FollowupRuleCode rule;
        domain::CentreDay due;
        domain::DueState state;
        friend bool operator==(const Due&, const Due&) = default;
    };
    std::optional<domain::FileId> file{}; ///< nullopt: there is none yet, and she has to be asked first.
    bool is_of_today{false};              ///< Without a card: gone with the day.
    std::vector<domain::FileEntry> entries{};
    std::vector<std::uint32_t> unread{}; ///< Entries that a newer version wrote.
    std::vector<Returned> returned{};    ///< Those of its counterfoils that came back.
    std::vector<Due> due{};              ///< Open items, by due day.
    friend bool operator==(const FileView&, const FileView&) = default;
};
/// What a view tells, put together as the hub has it.
[[nodiscard]] domain::File file_in(const FileView& view);

/// POST /v1/files/{file}/entries {"event":{"kind":"…",…}}; POST /v1/files/{file}/close {}
struct WriteEntryRequest {
    domain::FileEvent event;
    friend bool operator==(const WriteEntryRequest&, const WriteEntryRequest&) = default;
};
/// POST /v1/files/{file}/pictures {"pictures":"03170422"}: her own second secret, or another one.
struct ChoosePicturesRequest {
    domain::PicturePhrase pictures;
    friend bool operator==(const ChoosePicturesRequest&, const ChoosePicturesRequest&) = default;
};
/// 201, the entry as it was written, of both; without the lock of pictures.
struct EntryReceipt {
    domain::FileEntry entry;
    friend bool operator==(const EntryReceipt&, const EntryReceipt&) = default;
};

[[nodiscard]] std::string encode(const OpenFileRequest& message);
[[nodiscard]] std::string encode(const FileView& view);
[[nodiscard]] std::string encode(const WriteEntryRequest& message);
[[nodiscard]] std::string encode(const ChoosePicturesRequest& message);
[[nodiscard]] std::string encode(const EntryReceipt& message);

[[nodiscard]] Decoded<OpenFileRequest> decode_open_file_request(std::string_view body);
[[nodiscard]] Decoded<FileView> decode_file_view(std::string_view body);
[[nodiscard]] Decoded<WriteEntryRequest> decode_write_entry_request(std::string_view body);
[[nodiscard]] Decoded<ChoosePicturesRequest> decode_choose_pictures_request(std::string_view body);
[[nodiscard]] Decoded<EntryReceipt> decode_entry_receipt(std::string_view body);

// What is inside a sealed entry.
[[nodiscard]] std::string encode(const domain::FileEntry& entry);
[[nodiscard]] Decoded<domain::FileEntry> decode_file_entry(std::string_view text);

} // namespace verandah::wire
