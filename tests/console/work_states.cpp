// SPDX-License-Identifier: Apache-2.0
// Each state is reached by what really happens, never by setting a field.
#include "work_states.hpp"

#include "clinic/console/flow/work_steps.hpp"
#include "sample.hpp"

#include <algorithm>
#include <array>

namespace verandah::test {

namespace {

using namespace console;
using namespace std::chrono_literals;
using namespace domain;
using What = AskWork::What;

FollowupRuleCode rule(std::string_view code)
{
    return FollowupRuleCode::make(code).value();
}
ReferralServiceCode service(std::string_view code)
{
    return ReferralServiceCode::make(code).value();
}
ProviderCode provider(std::string_view code)
{
    return ProviderCode::make(code).value();
}
CentreDay days_from_now(int days)
{
    return CentreDay{std::chrono::sys_days{sample_day} + std::chrono::days{days}};
}

void wish(Console& console, const Wish& what)
{
    static_cast<void>(handle(console, what, sample_now));
}

Console at_page(Page page)
{
    auto console = console_with(busy_line(), signed_in(Role::clinician, "nurse-2"));
    wish(console, ShowPage{page});
    answer(console, What::rules, encode(sample_care_rules()));
    return console;
}

struct Due {
    std::string_view rule;
    std::string_view service;
    int due_in;
    DueState state;
    Channel channel;
};
constexpr std::array dues{Due{"syphilis.dose2", "syphilis", -3, DueState::overdue, Channel::outreach_worker},
                          Due{"hiv.retest", "hiv", 0, DueState::due, Channel::none},
                          Due{"prep.followup", "prep", -40, DueState::lost, Channel::buddy},
                          Due{"result.ng", "results", -8, DueState::overdue, Channel::outreach_worker},
                          Due{"checkup.quarterly", "checkup", 4, DueState::this_week, Channel::none},
                          Due{"hbv.dose3", "vaccine", 0, DueState::due, Channel::outreach_worker}};

wire::DueRow due_row(std::size_t index)
{
    const auto& due = dues.at(index % dues.size());
    const auto day = days_from_now(due.due_in);
    wire::DueRow row{.file = FileId{static_cast<std::int64_t>(200 + index)},
                     .item = {.key = {rule(due.rule), days_from_now(due.due_in - 7)},
                              .service = FollowupServiceCode::make(due.service).value(),
                              .due = day,
                              .overdue_on = day,
                              .lost_on = day,
                              .state = due.state},
                     .channel = due.channel};
    if (index % 4 == 3) {
        row.item.given_to = AccountCode::make("outreach-2").value();
        row.item.attempts = 1;
        row.item.tracing = TracingId{static_cast<std::int64_t>(500 + index)};
        row.with_worker = wire::DueRow::WithWorker{};
    }
    return row;
}

wire::ReferralRow referral_row(std::size_t index)
{
    constexpr std::array states{ReferralStatus::issued,    ReferralStatus::sent,     ReferralStatus::accepted,
                                ReferralStatus::tracing_1, ReferralStatus::received, ReferralStatus::booked};
    constexpr std::array pressing{Pressing::overdue, Pressing::near, Pressing::in_time,
                                  Pressing::overdue, Pressing::over, Pressing::in_time};
    constexpr std::array<std::string_view, 3> services{"art", "pep", "counselling"};
    const auto place = index % states.size();
    const auto made = sample_now - 30h * static_cast<int>(index % 9 + 1);
    Referral referral{.id = ReferralId{1},
                      .service = service(services.at(index % services.size())),
                      .to = provider("city-hospital"),
                      .escort = index % 2 == 0 ? Escort::alone : Escort::accompanied,
                      .status = states.at(place),
                      .made_at = made,
                      .since = made,
                      .ground = ReferralGround::consent,
                      .issued_at = made};
    if (index % services.size() == 2) {
        referral.to = ServiceCode::make("talk").value();
    }
    if (referral.status == ReferralStatus::received) {
        referral.received_at = made + 20h;
    }
    const auto each = pressing.at(place);
    const auto until = each == Pressing::overdue ? sample_now - 5h
                       : each == Pressing::near  ? sample_now + 6h
                                                 : sample_now + 100h;
    return {.file = FileId{static_cast<std::int64_t>(200 + index)},
            .referral = referral,
            .pressing = each,
            .until = until,
            .has_come_back = index % 7 == 2,
            .channel = Channel::outreach_worker};
}

Console asked(Console console, const Wish& what)
{
    wish(console, what);
    return console;
}
Console due_chosen(std::size_t row)
{
    return asked(console_with_due(60), WorkWish{ChooseWork{row}});
}
Console due_asked(std::size_t row, WorkDeed deed)
{
    return asked(due_chosen(row), WorkWish{DoWork{deed}});
}
Console referral_chosen(std::size_t row)
{
    return asked(console_with_referrals(60), WorkWish{ChooseWork{row}});
}

Console failed(Page page, What what)
{
    auto console = at_page(page);
    static_cast<void>(handle(console, WorkHappening{WorkLost{what, console.work.looks}}, sample_now));
    return console;
}

Console made()
{
    auto console = asked(referral_chosen(0), WorkWish{DoWork{WorkDeed::make}});
    wish(console, ChooseOption{0, 0});
    wish(console, ChooseOption{2, 0});
    return console;
}

/// The row of one that was received.
constexpr std::size_t received_row = 59;

/// "She was there", she says, and is asked how it was.
Console came_and_says()
{
    auto console = asked(referral_chosen(0), WorkWish{DoWork{WorkDeed::move}});
    const auto moves = moves_from(*chosen_referral(console.work));
    const auto attend = std::ranges::find(moves, ReferralEvent::attend) - moves.begin();
    wish(console, ChooseOption{0, static_cast<std::size_t>(attend)});
    wish(console, ChooseOption{1, 2});
    return console;
}

Console empty_directory()
{
    auto console = console_with(busy_line(), signed_in(Role::clinician, "nurse-2"));
    wish(console, ShowPage{Page::referrals});
    auto rules = sample_care_rules();
    rules.providers.clear();
    answer(console, What::rules, encode(rules));
    return asked(console, WorkWish{DoWork{WorkDeed::directory}});
}
/// Items in a state that is not to be done, the first one chosen.
Console due_in(DueState state)
{
    auto console = asked(at_page(Page::due), WorkWish{ShowDue{state}});
    auto list = sample_due(3);
    list.counts.fill(0);
    list.counts.at(static_cast<std::size_t>(state)) = 3;
    for (auto& row : list.rows) {
        row.item.state = state;
        row.item.tracing_end = state == DueState::ended ? std::optional{TracingEnd::moved_away} : std::nullopt;
    }
    answer(console, What::due, encode(list));
    return asked(console, WorkWish{ChooseWork{0}});
}

Console directory_without_rules()
{
    auto console = console_with(busy_line(), signed_in(Role::clinician, "nurse-2"));
    wish(console, ShowPage{Page::referrals});
    static_cast<void>(handle(console, WorkHappening{WorkLost{What::rules, 0}}, sample_now));
    return asked(console, WorkWish{DoWork{WorkDeed::directory}});
}

Console with_slip()
{
    auto console = asked(made(), Confirm{});
    CounterfoilCode::Token token{};
    token.fill(std::byte{0x5A});
    static_cast<void>(handle(console, WorkHappening{CounterfoilsMade{{CounterfoilCode{token}}}}, sample_now));
    answer(console, What::open, encode(wire::FileView{.file = FileId{200}}));
    answer(console, What::write, "{}");
    return console;
}

} // namespace

wire::CareRulesView sample_care_rules()
{
    const auto followup_service = [](std::string_view code, const char* en, const char* hi, const char* ar) {
        return FollowupService{FollowupServiceCode::make(code).value(), {{"en", en}, {"hi", hi}, {"ar", ar}}};
    };
    const auto named = [](std::string_view code, std::string_view of, const char* en, const char* hi, const char* ar) {
        return wire::CareRulesView::Rule{
            rule(code), FollowupServiceCode::make(of).value(), {{"en", en}, {"hi", hi}, {"ar", ar}}};
    };
    using Runs = domain::ReferralService::Runs;
    const Words appointment{{"en", "An appointment at a clinic"}, {"hi", "क्लिनिक में मुलाक़ात"}, {"ar", "موعد في عيادة"}};
    const std::chrono::minutes nine{9h};
    const std::chrono::minutes five{17h};
    return {.services = {followup_service("hiv", "HIV", "एचआईवी", "فيروس HIV"),
                         followup_service("syphilis", "Syphilis", "सिफ़लिस", "الزهري"),
                         followup_service("results", "Results to tell", "बताने योग्य नतीजे", "نتائج للإبلاغ")},
            .rules = {named("syphilis.dose2", "syphilis", "Syphilis, dose 2 of 3", "सिफ़लिस, 3 में से दूसरी ख़ुराक",
                            "الزهري، الجرعة 2 من 3"),
                      named("hiv.retest", "hiv", "HIV test again", "एचआईवी जाँच दोबारा", "إعادة فحص HIV"),
                      named("prep.followup", "hiv", "PrEP follow-up", "प्रेप फ़ॉलो-अप", "متابعة الوقاية قبل التعرّض"),
                      named("result.ng", "results", "Tell the result: gonorrhoea", "नतीजा बताएँ: गोनोरिया",
                            "إبلاغ النتيجة: السيلان"),
                      named("checkup.quarterly", "hiv", "Quarterly check-up", "तिमाही जाँच", "الفحص الفصلي"),
                      named("hbv.dose3", "hiv", "Hepatitis B vaccine, dose 3", "हेपेटाइटिस बी टीका, तीसरी ख़ुराक",
                            "لقاح التهاب الكبد ب، الجرعة 3")},
            .referral_services = {{service("art"),
                                   {{"en", "HIV treatment"}, {"hi", "एचआईवी इलाज"}, {"ar", "علاج HIV"}},
                                   appointment,
                                   168h,
                                   Runs::from_issue},
                                  {service("pep"),
                                   {{"en", "PEP"}, {"hi", "पेप"}, {"ar", "الوقاية بعد التعرّض"}},
                                   appointment,
                                   72h,
                                   Runs::from_exposure},
                                  {service("counselling"),
                                   {{"en", "Counselling"}, {"hi", "परामर्श"}, {"ar", "مشورة"}},
                                   appointment,
                                   336h,
                                   Runs::from_issue}},
            .providers = {{.code = provider("city-hospital"),
                           .name = "The city hospital, room 12",
                           .address = "12 Station Road, by the post office",
                           .services = {service("art"), service("pep")},
                           .hours = {{std::chrono::Monday, nine, five},
                                     {std::chrono::Tuesday, nine, five},
                                     {std::chrono::Friday, nine, five}},
                           .languages = {"English", "हिन्दी"},
                           .last_checked = sample_day},
                          {.code = provider("legal-aid"),
                           .name = "The legal aid office",
                           .address = "3 Court Lane, second floor",
                           .services = {service("counselling")},
                           .languages = {"English"},
                           .last_checked = days_from_now(-400)}},
            .partner_reasons = {{PartnerReasonCode::make("genital_ulcer").value(),
                                 {{"en", "Genital ulcer"}, {"hi", "जननांग का घाव"}, {"ar", "قرحة تناسلية"}},
                                 90},
                                {PartnerReasonCode::make("gonorrhoea").value(),
                                 {{"en", "Gonorrhoea"}, {"hi", "गोनोरिया"}, {"ar", "السيلان"}},
                                 60}},
            .partner_modes = {PartnerMode::client},
            .partner_modes_when_violence_feared = {PartnerMode::client},
            .most_slips = 10};
}

std::vector<AccountCode> sample_workers()
{
    return {AccountCode::make("outreach-2").value(), AccountCode::make("outreach-7").value()};
}

wire::DueList sample_due(std::size_t count)
{
    wire::DueList list{.workers = sample_workers(), .rows_in_all = static_cast<int>(count)};
    for (std::size_t index = 0; index < count; ++index) {
        list.rows.push_back(due_row(index));
        ++list.counts.at(static_cast<std::size_t>(list.rows.back().item.state));
    }
    return list;
}

wire::ReferralList sample_referrals(std::size_t count)
{
    wire::ReferralList list{.rows_in_all = static_cast<int>(count)};
    for (std::size_t index = 0; index < count; ++index) {
        list.rows.push_back(referral_row(index));
        ++list.counts.at(static_cast<std::size_t>(list.rows.back().pressing));
    }
    std::ranges::stable_sort(list.rows, {}, &wire::ReferralRow::pressing);
    list.cascade = {.issued = count,
                    .accepted = {count * 3 / 4, 9h},
                    .attended = {count * 2 / 3, 52h},
                    .received = {count / 2, 76h}};
    using Span = domain::ReferralReport::Span;
    list.reports = {{service("art"),
                     count / 3,
                     {Span{std::chrono::days{7}, count / 6}, Span{std::chrono::days{30}, count / 5},
                      Span{std::chrono::days{90}, count / 4}}}};
    list.opinions = {{provider("city-hospital"), {8, 2, 1}}};
    return list;
}

void answer(Console& console, What what, const std::string& body)
{
    static_cast<void>(
        handle(console, WorkHappening{WorkAnswered{what, console.work.looks, files::SecretText{std::string{body}}}},
               sample_now));
}

namespace {

/// A page at a time, as somebody goes down.
template <class List>
void answer_in_pages(Console& console, What what, const List& all)
{
    constexpr std::size_t page = 200;
    for (std::size_t from = 0; from == 0 || from < all.rows.size(); from += page) {
        if (from > 0) {
            wish(console, WorkWish{ReadOnWork{}});
        }
        auto some = all;
        const auto to = std::min(from + page, all.rows.size());
        some.rows.assign(all.rows.begin() + static_cast<std::ptrdiff_t>(from),
                         all.rows.begin() + static_cast<std::ptrdiff_t>(to));
        answer(console, what, encode(some));
    }
}

} // namespace

Console console_with_due(std::size_t count)
{
    auto console = at_page(Page::due);
    answer_in_pages(console, What::due, sample_due(count));
    return console;
}

Console console_with_referrals(std::size_t count)
{
    auto console = at_page(Page::referrals);
    answer_in_pages(console, What::referrals, sample_referrals(count));
    return console;
}

namespace {

/// Narrowed to treatment that has run out, with the bars over a quarter of a year.
Console run_out()
{
    auto console = console_with_referrals(60);
    for (const auto& each : {Wish{WorkWish{DoWork{WorkDeed::narrow}}}, Wish{ChooseOption{0, 4}},
                             Wish{ChooseOption{1, 1}}, Wish{ChooseOption{2, 2}}, Wish{Confirm{}}}) {
        wish(console, each);
    }
    auto list = sample_referrals(3);
    list.counts = {0, 0, 0, 3};
    for (auto& row : list.rows) {
        row.pressing = Pressing::over;
        row.referral.service = service("art");
        row.referral.status = ReferralStatus::expired;
        row.until = sample_now - 31 * 24h;
    }
    answer(console, What::referrals, encode(list));
    wish(console, WorkWish{ChooseWork{0}});
    return console;
}

} // namespace

std::vector<std::pair<std::string, Console>> every_work_state()
{
    auto postponing = due_asked(0, WorkDeed::postpone);
    wish(postponing, ChooseOption{0, 1});
    auto tracing = due_asked(0, WorkDeed::trace);
    wish(tracing, ChooseOption{0, 0});
    auto moving = asked(referral_chosen(1), WorkWish{DoWork{WorkDeed::move}});
    wish(moving, ChooseOption{0, 5});
    auto directory = asked(console_with_referrals(60), WorkWish{DoWork{WorkDeed::directory}});
    auto provider_chosen = asked(directory, WorkWish{ChooseWork{0}});
    auto writing = due_asked(0, WorkDeed::complete);
    wish(writing, ChooseOption{0, 0});
    auto written = writing;
    answer(written, What::open, encode(wire::FileView{.file = FileId{200}}));
    answer(written, What::write, "{}");
    answer(written, What::close, "{}");
    answer(written, What::due, encode(sample_due(59)));
    auto refused = writing;
    static_cast<void>(
        handle(refused, WorkHappening{WorkRefused{What::open, 0, Refusal::Why::not_allowed}}, sample_now));
    answer(refused, What::due, encode(sample_due(60)));
    return {{"due", due_chosen(0)},
            {"due-unchosen", console_with_due(60)},
            {"due-loading", at_page(Page::due)},
            {"due-empty", console_with_due(0)},
            {"due-failed", failed(Page::due, What::due)},
            {"due-one", console_with_due(1)},
            {"due-coming", due_in(DueState::coming)},
            {"due-expired", due_in(DueState::expired)},
            {"due-ended", due_in(DueState::ended)},
            {"due-complete", due_asked(0, WorkDeed::complete)},
            {"due-postpone", postponing},
            {"due-give", due_asked(3, WorkDeed::give)},
            {"due-trace", tracing},
            {"due-filter", asked(console_with_due(60), WorkWish{DoWork{WorkDeed::narrow}})},
            {"due-writing", writing},
            {"due-written", written},
            {"due-refused", refused},
            {"referrals", referral_chosen(0)},
            {"referrals-empty", console_with_referrals(0)},
            {"referrals-loading", at_page(Page::referrals)},
            {"referrals-failed", failed(Page::referrals, What::referrals)},
            {"referrals-move", moving},
            {"referrals-make", made()},
            {"referrals-filter", asked(console_with_referrals(60), WorkWish{DoWork{WorkDeed::narrow}})},
            {"referrals-run-out", run_out()},
            {"referrals-welcome", asked(referral_chosen(received_row), WorkWish{DoWork{WorkDeed::welcome}})},
            {"referrals-move-welcome", came_and_says()},
            {"referrals-slip", with_slip()},
            {"directory", provider_chosen},
            {"directory-unchosen", directory},
            {"directory-empty", empty_directory()},
            {"directory-failed", directory_without_rules()}};
}

} // namespace verandah::test
