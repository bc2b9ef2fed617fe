// SPDX-License-Identifier: Apache-2.0
// The clinic's files: one opened, one written in, and the work list made from all of them, through the hub's own desks
// on a real journal. Each beside the least that it could cost.
#include "bench/bare_commits.hpp"
#include "bench/bench_failure.hpp"
#include "bench/measurements.hpp"
#include "bench/share.hpp"
#include "clinic/hub/care/care_list_desk.hpp"
#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "shared/vault/random.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <future>
#include <memory>
#include <string>
#include <vector>

namespace verandah::bench {

namespace {

using namespace domain;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::uint32_t entries_in_one = 200;
constexpr int files_with_due_items = 25'000;
constexpr int rules_in_all = 4; // so many due items in each file: 100,000
constexpr CentreDay today{std::chrono::year{2026} / 11 / 2};

template <class Code>
Code code(std::string_view text)
{
    return Code::make(text).value();
}

/// Four rules, each with a fact of its own that nothing completes.
FollowupRules four_rules()
{
    FollowupRules rules{{{"bench", 1}, "made for this"}, {{code<FollowupServiceCode>("all"), {}}}, {}};
    for (int rule = 1; rule <= rules_in_all; ++rule) {
        rules.rules.push_back({.code = code<FollowupRuleCode>(fmt::format("rule-{}", rule)),
                               .service = code<FollowupServiceCode>("all"),
                               .label = {},
                               .triggers = {{code<FactCode>(fmt::format("happened.{}", rule))}},
                               .due = {rule * 7, Period::Unit::days},
                               .completed_by = {{code<FactCode>("never")}},
                               .source = "made for this"});
    }
    return rules;
}

Form one_field()
{
    const Field note{code<FieldCode>("note"), {}, TextField{}};
    return {{{"bench", 1}, "made for this"}, {}, {{{}, {{{}, {note}}}}}};
}

Moment now()
{
    return {Instant{std::chrono::sys_days{today} + 12h}, today};
}

constexpr FileId long_file{1'000'000'007};

/// A journal with a file of one entry and four facts for each of many visitors, and one file with many entries.
class Past {
public:
    explicit Past(const std::filesystem::path& folder) : paths{folder} { fill(); }

    hub::FolderPaths paths;
    vault::HubKey key{vault::HubKey::make()};
    std::shared_ptr<const vault::ClinicKey> clinic_key{
        std::make_shared<const vault::ClinicKey>(vault::make_clinic_key())};

private:
    void fill()
    {
        store::Journal journal{paths.journal(), key};
        journal.replay([](Sequence, const Recorded&) {});
        std::vector<Recorded> batch;
        const auto flush = [&](std::size_t at_least) {
            if (batch.size() >= at_least) {
                journal.append(batch);
                batch.clear();
            }
        };
        for (int visitor = 1; visitor <= files_with_due_items; ++visitor) {
            add_file(batch, FileId{visitor}, VisitorId{visitor}, 1);
            flush(512);
        }
        add_file(batch, long_file, VisitorId{files_with_due_items + 1}, entries_in_one);
        flush(1);
    }
    void add_file(std::vector<Recorded>& batch, FileId file, VisitorId visitor, std::uint32_t entries) const
    {
        auto own_key = vault::make_file_key();
        const auto wrapped = vault::wrap_file_key(own_key, {file, hub::first_key}, *clinic_key);
        batch.push_back({CareEvent{FileBegun{file, visitor, {wrapped.begin(), wrapped.end()}, now().at}}, "console-1",
                         std::nullopt});
        const vault::RecordSealer sealer{std::move(own_key)};
        for (std::uint32_t entry = 1; entry <= entries; ++entry) {
            FileEntry written{entry, now().at, CentreDay{std::chrono::sys_days{today} - std::chrono::days{60}},
                              code<AccountCode>("clinic-1"), ConsentSaid{ConsentSaid::Answer::yes, 1}};
            if (entry > 1) {
                written.event = EncounterSaved{EncounterId{1},
                                               entry - 1,
                                               {"bench", 1},
                                               EncounterSaved::State::draft,
                                               {{code<FieldCode>("note"), std::string(600, 'a')}},
                                               ""};
            }
            for (int rule = 1; rule <= rules_in_all && entry == 1; ++rule) {
                written.facts.push_back({code<FactCode>(fmt::format("happened.{}", rule)), written.day});
            }
            batch.push_back({CareEvent{FileEntryWritten{file, entry, hub::seal_entry(sealer, file, written), now().at}},
                             "console-1", std::nullopt});
        }
    }
};

/// A clinic in this process: the hub's writer and desks, one clinician signed in, and a journal with many files.
class Clinic {
public:
    explicit Clinic(const std::filesystem::path& folder) : past_{folder}
    {
        writer_.start();
        desk_.start();
        sessions_.begin("console-1",
                        {.account = code<AccountCode>("clinic-1"),
                         .role = Role::clinician,
                         .secret = std::make_shared<const vault::StaffSecret>(vault::StaffSecret::make()),
                         .clinic_key = past_.clinic_key,
                         .pin = vault::PinLock{"482915"}},
                        now().at);
    }
    ~Clinic()
    {
        desk_.stop();
        writer_.stop();
    }
    Clinic(const Clinic&) = delete;
    Clinic& operator=(const Clinic&) = delete;

    /// Opens the file with many entries, of which nothing is known yet.
    Milliseconds open_cold()
    {
        desk_.let_go();
        const auto begun = Clock::now();
        const auto view = ask<wire::FileView>([&](const hub::Asker& asker, const auto& answer) {
            desk_.open({.way = RecordRead::Way::to_correct, .file = long_file}, asker, answer);
        });
        const Milliseconds took = Clock::now() - begun;
        if (view.entries.size() < entries_in_one) {
            throw BenchFailure{"the long file is shorter than it was made"};
        }
        return took;
    }
    /// Saves the form of the long file again; it is open.
    Milliseconds save(std::uint32_t revision)
    {
        const Answers answers{{code<FieldCode>("note"), std::string(600, 'a')}};
        const EncounterSaved saved{EncounterId{1}, revision, {"bench", 1}, EncounterSaved::State::draft, answers, ""};
        const auto begun = Clock::now();
        ask<wire::EntryReceipt>(
            [&](const hub::Asker& asker, const auto& answer) { desk_.write(long_file, {saved}, asker, answer); });
        return Clock::now() - begun;
    }
    Milliseconds work_list()
    {
        const auto begun = Clock::now();
        const auto list =
            ask<wire::DueList>([&](const hub::Asker& asker, const auto& answer) { lists_.due({}, asker, answer); });
        const Milliseconds took = Clock::now() - begun;
        if (list.rows_in_all < files_with_due_items * rules_in_all) {
            throw BenchFailure{fmt::format("only {} items are due", list.rows_in_all)};
        }
        return took;
    }
    Milliseconds work_list_cold()
    {
        desk_.let_go();
        return work_list();
    }
    [[nodiscard]] std::filesystem::path journal() const { return past_.paths.journal(); }

private:
    /// By way of a file, as keys are not copied.
    [[nodiscard]] vault::HubKey copy_of_key() const
    {
        const auto file = past_.paths.root / "copy.key";
        past_.key.save(file).value();
        return vault::HubKey::load(file).value();
    }
    template <class Receipt, class Ask>
    Receipt ask(Ask ask_desk)
    {
        std::promise<std::expected<Receipt, hub::NoReceipt>> promise;
        ++asked_;
        std::array<std::uint8_t, 10> number{}; // at its end: the key has marks of its own where it begins
        number[8] = static_cast<std::uint8_t>(asked_ >> 8U);
        number[9] = static_cast<std::uint8_t>(asked_);
        const hub::Asker asker{"console-1", RequestKey::make(now().at, number), code<AccountCode>("clinic-1")};
        ask_desk(asker, hub::Answer<Receipt>{[&](auto receipt) { promise.set_value(std::move(receipt)); }});
        auto receipt = promise.get_future().get();
        if (!receipt) {
            const auto* refusal = std::get_if<Refusal>(&receipt.error());
            throw BenchFailure{refusal == nullptr ? "the clinic does not know that"
                                                  : "the clinic refuses: " + refusal->detail};
        }
        return *std::move(receipt);
    }

    Past past_; // before the writer, which reads it
    std::uint32_t asked_{0};
    domain::Centre centre_ = hub::read_centre_text(hub::starting_centre(), "centre.toml").value().centre;
    Form form_{one_field()};
    FollowupRules followup_{four_rules()};
    ReferralClocks referrals_{};
    ProviderDirectory providers_{};
    PartnerRules partners_{};
    hub::Sessions sessions_;
    hub::HubState state_{copy_of_key(), vault::PublicKey::of(past_.key.box_key())};
    store::Writer writer_{centre_,
                          {.now = [] { return now(); },
                           .committed = [](const store::Ledger&, const store::Change&) {},
                           .open_journal = [this] { return state_.open_journal(past_.paths.journal()); }}};
    hub::FileDesk desk_{writer_,
                        {.hub = state_,
                         .sessions = sessions_,
                         .rules = {{&form_, 1}, {}, {}, followup_, referrals_, providers_, partners_, {}},
                         .now = [] { return now(); },
                         .report = [](const std::string& what) { fmt::print(stderr, "{}\n", what); }}};
    hub::CareListDesk lists_{writer_, desk_};
};

/// The same rows fetched from the journal, and nothing made of them.
Milliseconds bare_rows(const std::filesystem::path& journal)
{
    const auto begun = Clock::now();
    SQLite::Database database{journal.string(), SQLite::OPEN_READONLY, 5'000};
    SQLite::Statement rows{database, "SELECT sealed FROM journal ORDER BY sequence DESC LIMIT ?"};
    rows.bind(1, entries_in_one);
    int bytes = 0;
    while (rows.executeStep()) {
        bytes += rows.getColumn(0).getBytes();
    }
    if (bytes == 0) {
        throw BenchFailure{"the journal is empty"};
    }
    return Clock::now() - begun;
}

/// As many rows in a plain table in memory, in the clear, sorted by day: what the list could cost without any secret.
class PlainTable {
public:
    PlainTable()
    {
        connection_.exec("CREATE TABLE due (file INTEGER, rule INTEGER, due INTEGER, state INTEGER) STRICT");
        SQLite::Transaction filling{connection_};
        SQLite::Statement insert{connection_, "INSERT INTO due VALUES (?, ?, ?, ?)"};
        for (int item = 0; item < files_with_due_items * rules_in_all; ++item) {
            insert.bind(1, item / rules_in_all);
            insert.bind(2, item % rules_in_all);
            insert.bind(3, item % 97);
            insert.bind(4, item % 3);
            insert.exec();
            insert.reset();
        }
        filling.commit();
    }
    Milliseconds list()
    {
        const auto begun = Clock::now();
        SQLite::Statement counts{connection_, "SELECT state, count(*) FROM due GROUP BY state"};
        while (counts.executeStep()) {
        }
        SQLite::Statement rows{connection_, "SELECT file, rule, due FROM due ORDER BY due, file, rule LIMIT 200"};
        while (rows.executeStep()) {
        }
        return Clock::now() - begun;
    }

private:
    SQLite::Database connection_{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

template <class Measure>
std::vector<Milliseconds> several(int times, Measure measure)
{
    std::vector<Milliseconds> all;
    for (int time = 0; time < times; ++time) {
        all.push_back(measure());
    }
    return all;
}

double middle(const std::vector<Milliseconds>& all)
{
    return within_share(all, 0.5).count();
}

} // namespace

Figures measure_care(const Places& places)
{
    const auto folder = places.folder / "care";
    std::filesystem::create_directories(folder);
    Clinic clinic{folder};
    PlainTable plain;
    const auto opened = several(50, [&] { return clinic.open_cold(); });
    const auto rows = several(50, [&] { return bare_rows(clinic.journal()); });
    BareCommits bare{folder, clinic.journal()};
    std::uint32_t revision = entries_in_one; // the next one of its form
    const auto saved = several(300, [&] {
        bare.commit(1);
        return clinic.save(revision++);
    });
    const auto cold = several(3, [&] { return clinic.work_list_cold(); });
    const auto warm = several(20, [&] { return clinic.work_list(); });
    const auto listed = several(20, [&] { return plain.list(); });
    return {
        {"open_file_200_ms", middle(opened), "ms", {middle(rows), "the same rows fetched, and nothing made of them"}},
        {"save_encounter_ms", middle(saved), "ms", {bare.within(0.5).count(), "one bare commit of the same bytes"}},
        {"save_encounter_p99_ms",
         within_share(saved, 0.99).count(),
         "ms",
         {bare.within(0.99).count(), "one bare commit of the same bytes, p99"}},
        {"due_100k_first_ms", middle(cold), "ms", {middle(listed), "a plain table in memory, counted and sorted"}},
        {"due_100k_ms", middle(warm), "ms", {middle(listed), "a plain table in memory, counted and sorted"}}};
}

} // namespace verandah::bench
