// SPDX-License-Identifier: Apache-2.0
// The desk for lists that are made from all files: what is due, referrals, results to tell.
#pragma once

#include "clinic/hub/care/care_lists.hpp"
#include "clinic/hub/care/file_desk.hpp"
#include "clinic/hub/care/look_log.hpp"

#include <functional>
#include <memory>

namespace verandah::hub {

/// Opens every file once, a few at a time beside the writer, with the clinic key of whoever asks first; after that a
/// list takes what was written since. Nothing of a list is seen before it is written down that somebody looked. Any
/// thread.
class CareListDesk {
public:
    static constexpr std::size_t page = 200;           ///< Rows in one answer.
    static constexpr std::size_t files_at_a_time = 64; ///< Copied in one turn of the writer, so that no line waits.

    /// Borrows both for its whole life; works on the thread of `files`.
    CareListDesk(store::Writer& writer, FileDesk& files) : writer_{writer}, files_{files} {}

    // Each refuses with not_allowed when nobody there holds the clinic key.
    void due(const wire::DueQuery& query, const Asker& asker, const Answer<wire::DueList>& answer);
    void referrals(const wire::ReferralQuery& query, const Asker& asker, const Answer<wire::ReferralList>& answer);
    void results(const wire::ResultQuery& query, const Asker& asker, const Answer<wire::ResultList>& answer);

private:
    struct Look;
    using SharedLook = std::shared_ptr<Look>;
    using Refuse = std::function<void(const NoReceipt&)>;
    using SharedKey = std::shared_ptr<const vault::ClinicKey>;
    using Then = std::function<void(const SharedKey&)>;

    /// Calls `then` on the files' thread when all are open and the look is written down; or `refuse`, once.
    void look(domain::CareListRead::List list, const Asker& asker, Then then, Refuse refuse);
    void open_on(const SharedLook& look);

    store::Writer& writer_;
    FileDesk& files_;
    LookLog looks_;
};

} // namespace verandah::hub
