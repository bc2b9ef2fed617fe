// SPDX-License-Identifier: Apache-2.0
// When the lists are looked at, and what is told of them.
#include "clinic/hub/forgetting/forgotten_lists.hpp"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace verandah::hub {

using State = ListThere::State;

ForgottenLists::ForgottenLists(Options options)
    : options_{std::move(options)}, thread_{[this] { look_now_and_then(); }, options_.failed}
{
}

std::future<void> ForgottenLists::keep()
{
    std::promise<void> kept;
    auto done = kept.get_future();
    thread_.submit([this, kept = std::move(kept)]() mutable {
        rows_.reset(); // of before
        look();
        kept.set_value();
    });
    return done;
}

void ForgottenLists::look_now_and_then()
{
    if (!looked_at_ || std::chrono::steady_clock::now() - *looked_at_ >= options_.look_every) {
        look();
    }
}

void ForgottenLists::look()
{
    looked_at_ = std::chrono::steady_clock::now(); // also when it fails: soon enough again
    try {
        if (options_.scheduled && !knows_scheduled_ && holds_backups(*options_.scheduled)) {
            const auto remembered = remember_backup_place(options_.paths, *options_.scheduled);
            knows_scheduled_ = remembered.has_value();
        }
        const auto now = options_.now(); // before: nobody is on the list who was forgotten later
        if (!rows_) {
            rows_ = store::forgotten_rows(options_.paths.journal());
        }
        for (const auto& list : keep_lists(options_.paths, *rows_, now)) {
            tell(list);
        }
    } catch (const std::exception& fault) {
        options_.failed(fmt::format("the lists of who was forgotten were not looked at: {}", fault.what()));
    }
}

/// Once for each way in which it is behind, and once when it is whole again.
void ForgottenLists::tell(const ListThere& list)
{
    if (list.state != State::behind) {
        if (behind_.erase(list.folder) > 0 && list.state == State::whole) {
            options_.said(fmt::format("everybody who was forgotten is on the list in {} again", list.folder.string()));
        }
        return;
    }
    if (auto& told = behind_[list.folder]; told != list.why) {
        told = list.why;
        options_.failed(fmt::format("not everybody who was forgotten is on the list in {}: {}. A backup restored from "
                                    "there brings her back; put the disk in, or see: verandah-hub backup-places --help",
                                    list.folder.string(), list.why));
    }
}

} // namespace verandah::hub
