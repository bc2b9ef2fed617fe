// SPDX-License-Identifier: Apache-2.0
// One loop: draw, pass on what the person did, hear the hub, sleep.
#include "clinic/console/app/console_app.hpp"

#include "clinic/console/flow/counterfoil_steps.hpp"
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/paper/slip_file.hpp"
#include "clinic/console/screens/line_screen.hpp"
#include "clinic/console/screens/screen.hpp"
#include "clinic/console/wording/words.hpp"
#include "clinic/console/wording/words_shown.hpp"
#include "clinic/console/wording/work_words.hpp"
#include "shared/files/scrub.hpp"
#include "shared/wire/messages/day_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verandah::console {

namespace {

using namespace std::chrono_literals;

constexpr float large_text = 1.25F;
constexpr auto idle_rest = 10s;   ///< Minutes on the screen are never older than this.
constexpr auto words_last = 5s;   ///< Then minutes and order are worked out anew.
constexpr auto busy_rest = 250ms; ///< While something is awaited or about to disappear.

const ui::Theme& theme_of(Colours colours)
{
    switch (colours) {
    case Colours::day: return ui::Theme::light();
    case Colours::night: return ui::Theme::night_time();
    case Colours::high_contrast: return ui::Theme::high_contrast();
    }
    std::unreachable();
}

bool holds_card(const Forgetting& forgetting)
{
    if (!forgetting.sheet) {
        return false;
    }
    const auto* scan = std::get_if<ScanCard>(&*forgetting.sheet);
    const auto* consider = std::get_if<ConsiderForgetting>(&*forgetting.sheet);
    return (scan != nullptr && !scan->typed.empty()) ||
           (consider != nullptr && std::holds_alternative<files::SecretText>(consider->whom));
}

Secrets secrets_of(const Console& console)
{
    const auto& session = console.session;
    if (session.told || session.offer) {
        return Secrets::readable;
    }
    if (!session.form) {
        const auto* slip = slip_sheet(console);
        return holds_card(console.forgetting) || (slip != nullptr && is_hidden(*slip)) ? Secrets::as_dots
                                                                                       : Secrets::none;
    }
    const auto& form = *session.form;
    const bool is_empty = form.passphrase.empty() && form.new_passphrase.empty() && form.repeated.empty() &&
                          form.pin.empty() && form.words.empty();
    return form.typed == Form::Typed::readable && !is_empty ? Secrets::readable : Secrets::as_dots;
}

} // namespace

ConsoleApp::ConsoleApp(Options options, const wire::DeviceBundle& bundle)
    : options_{std::move(options)}, window_{{.title = "Verandah", .size = options_.size, .cover = options_.cover}},
      hub_{options_.device, bundle, [this] { window_.wake(); }}, voice_{options_}
{
    console_.settings.language = options_.language.empty() ? "en" : options_.language;
    if (!options_.script.empty()) {
        player_ = std::make_unique<ui::Player>(options_.script, [this] { window_.wake(); });
    }
}

int ConsoleApp::run()
{
    ui::Input input{};
    while (!input.close_asked) {
        const auto shown = show(input);
        const auto heard = hear();
        pass(TimePassed{});
        const bool changed = shown == Changed::something || heard == Changed::something;
        input = changed ? ui::Input{} : next_input();
    }
    if (options_.statistics == Statistics::printed) {
        const auto& times = window_.times();
        fmt::print("{{\"first_frame_ms\": {:.1f}, \"last_frame_ms\": {:.2f}, \"longest_frame_ms\": {:.1f}, "
                   "\"frames\": {}}}\n",
                   times.first.count(), times.last.count(), times.longest.count(), times.frames);
    }
    return player_ && player_->failed() ? 1 : 0;
}

const ui::Translator& ConsoleApp::translator()
{
    const auto language = ui::find_language(console_.settings.language).value_or(ui::known_languages().front());
    return translators_.try_emplace(std::string{language.code}, language, options_.languages).first->second;
}

ui::View ConsoleApp::view()
{
    const auto& settings = console_.settings;
    return {.scale = glass_scale(window_.size()) * (settings.text_size == TextSize::large ? large_text : 1.0F),
            .direction = translator().language().direction,
            .motion = settings.movement == Movement::reduced ? ui::Motion::reduced : ui::Motion::full,
            .theme = &theme_of(settings.colours)};
}

/// The arrows choose rows, unless a sheet or a cover is over the line.
std::vector<Wish> ConsoleApp::wishes_of_keys(ui::Input& input)
{
    std::vector<Wish> wishes;
    const bool is_over_the_line = console_.sheet || console_.covered || console_.page != Page::line;
    if (is_over_the_line || door(console_) != Door::open || front(console_) != Front::nothing) {
        return wishes;
    }
    std::erase_if(input.keys, [&](const ui::KeyPress& press) {
        const bool is_step = press.key == ui::Key::up || press.key == ui::Key::down;
        if (is_step) {
            wishes.emplace_back(StepRow{press.key == ui::Key::down ? 1 : -1});
        } else if (press.key == ui::Key::escape && console_.chosen) {
            wishes.emplace_back(LeaveRow{});
            return true;
        }
        return is_step;
    });
    return wishes;
}

/// A slip under the scanner, on a page where nothing is typed: its characters mean the slip, and no buttons.
void ConsoleApp::notice_slip(ui::Input& input)
{
    const auto begun = slip_begun(console_, input.text);
    if (!begun) {
        return;
    }
    input.text.clear();
    std::erase_if(input.keys, [](const ui::KeyPress& press) {
        return press.key == ui::Key::character || press.key == ui::Key::enter;
    });
    pass(Wish{*begun});
}

/// That somebody is there; and the panic chord, Ctrl+Shift+L twice, before anything else can take its keys.
void ConsoleApp::notice_hands(ui::Input& input)
{
    const bool is_touched = !input.keys.empty() || !input.text.empty() || input.wheel != 0 ||
                            input.pointer.phase == ui::Pointer::Phase::pressed;
    std::erase_if(input.keys, [this](const ui::KeyPress& press) {
        const bool is_chord = press.control && press.shift && press.character == U'L';
        if (is_chord) {
            pass(SessionHappening{PanicPressed{}});
        }
        return is_chord;
    });
    if (is_touched) {
        pass(SessionHappening{Touched{}});
    }
}

/// Once a form has gone, or what could be read in it, or words told once, nothing of them stays in a texture, a text or
/// the glass.
void ConsoleApp::forget_secrets()
{
    const auto now = secrets_of(console_);
    if (now < std::exchange(secrets_, now)) {
        model_.reset();
        words_.clear();
        window_.forget_everything();
        files::scrub_stack();
    }
}

void ConsoleApp::follow_chosen_row()
{
    if (!model_->line) {
        return;
    }
    const auto& rows = model_->line->list.rows;
    const auto chosen = std::ranges::find(rows, true, &RowModel::chosen);
    auto& scroll = window_.interaction().scrolls[ui::widget_id(line_list)];
    if (chosen == rows.end() || scroll.area.height <= 0) {
        return;
    }
    const float height = row_pixels * view().scale;
    const float top = height * static_cast<float>(chosen - rows.begin());
    scroll.offset = std::clamp(scroll.offset, top + height - scroll.area.height, top);
    scroll.offset = std::max(0.0F, scroll.offset);
}

ConsoleApp::Changed ConsoleApp::show(const ui::Input& given)
{
    ui::Input input = given;
    notice_hands(input);
    notice_slip(input);
    const auto wishes = wishes_of_keys(input);
    for (const auto& wish : wishes) {
        pass(wish);
    }
    if (is_stale()) {
        worded_at_ = hub_.now();
        model_ = screen_words({console_, translator(), worded_at_});
        words_ = player_ ? words_shown(*model_) : std::vector<std::string>{};
    }
    if (!wishes.empty()) {
        follow_chosen_row();
    }
    Answer answer;
    window_.draw(input, view(), [&](ui::Frame& frame) { answer = draw_screen(frame, *model_); });
    if (answer) {
        pass(*answer);
    }
    forget_secrets();
    return answer ? Changed::something : Changed::nothing;
}

ConsoleApp::Changed ConsoleApp::hear()
{
    const auto heard = hub_.take();
    for (const auto& each : heard) {
        std::visit(
            [this](const auto& happening) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(happening)>, BoardCame>) {
                    pass(happening);
                }
            },
            each);
    }
    take_first_centre();
    sound_new_alerts();
    return heard.empty() ? Changed::nothing : Changed::something;
}

/// The room and the language of the command line, once the centre says which there are.
void ConsoleApp::take_first_centre()
{
    if (met_centre_ || !console_.centre) {
        return;
    }
    met_centre_ = true;
    model_.reset();
    const auto& centre = console_.centre->centre;
    if (options_.language.empty() && !centre.languages.empty()) {
        console_.settings.language = centre.languages.front();
    }
    const auto station = std::ranges::find_if(
        centre.stations, [this](const domain::Station& each) { return each.code.view() == options_.station; });
    if (station != centre.stations.end()) {
        console_.station = station->code;
        if (console_.sheet && std::holds_alternative<StationSheet>(*console_.sheet)) {
            console_.sheet.reset();
        }
    }
}

void ConsoleApp::sound_new_alerts()
{
    const std::size_t open = open_alerts(console_);
    if (open > alerts_heard_ && console_.settings.alert_sound == AlertSound::quiet) {
        voice_.play(soft_note());
    }
    alerts_heard_ = open;
}

bool ConsoleApp::is_stale() const
{
    return !model_ || hub_.now() < worded_at_ || hub_.now() - worded_at_ >= words_last;
}

void ConsoleApp::pass(const Happening& happening)
{
    const auto& session = console_.session;
    const bool says_something = console_.notice || console_.under_way || session.notice || session.free_at ||
                                session.panic || session.form || session.offer || console_.record;
    if (!std::holds_alternative<TimePassed>(happening) || says_something) {
        model_.reset();
    }
    const bool was_dozing = session.dozing;
    struct Act {
        ConsoleApp& app;
        void operator()(const FetchCentre&) const { app.hub_.fetch_centre(); }
        void operator()(const FetchLine&) const { app.hub_.fetch_line(); }
        void operator()(const FetchSession&) const { app.hub_.fetch_session(); }
        void operator()(const FetchStaff&) const { app.hub_.fetch_staff(); }
        void operator()(const FetchDevices&) const { app.hub_.fetch_devices(); }
        void operator()(const FetchTotals&) const { app.hub_.fetch_totals(); }
        void operator()(const FetchForgettingRequests&) const { app.hub_.fetch_forgetting_requests(); }
        void operator()(const RunErrand& errand) const { app.hub_.run(errand); }
        void operator()(const Post& post) const { app.hub_.post(post); }
        void operator()(const PastEffect& effect) const { app.act(effect); }
        void operator()(const RecordEffect& effect) const { app.hub_.ask(effect); }
        void operator()(const WorkEffect& effect) const { app.act(effect); }
        void operator()(const StockEffect& effect) const { app.act(effect); }
    };
    for (const auto& effect : handle(console_, happening, hub_.now())) {
        std::visit(Act{*this}, effect);
    }
    if (session.dozing != was_dozing) {
        model_.reset();
    }
}

void ConsoleApp::act(const StockEffect& effect)
{
    struct Act {
        Hub& hub;
        void operator()(const FetchStock& asked) const { hub.fetch(asked); }
        void operator()(const FetchMovements& asked) const { hub.fetch(asked); }
        void operator()(const ChangeStock& change) const { hub.change(change); }
    };
    std::visit(Act{hub_}, effect);
}

/// Looking back is asked of the hub; what is saved goes to this machine.
void ConsoleApp::act(const PastEffect& effect)
{
    struct Act {
        ConsoleApp& app;
        void operator()(const FetchPast& asked) const { app.hub_.fetch(asked); }
        void operator()(const FetchCheck& asked) const { app.hub_.fetch(asked); }
        void operator()(const FetchPart& asked) const { app.hub_.fetch(asked); }
        void operator()(const FindSaveFolder&) const
        {
            app.pass(PastHappening{SaveFolderCame{save_folder(app.options_.save_to).string()}});
        }
        void operator()(const SavePart& part) const
        {
            const auto where = app.saved_file_.take(part, save_folder(app.options_.save_to));
            if (!where) {
                app.pass(PastHappening{FileFailed{}});
            } else if (!where->empty()) {
                app.pass(PastHappening{FileSaved{*where}});
            }
        }
        void operator()(const DropFile&) const { app.saved_file_.drop(); }
    };
    std::visit(Act{*this}, effect);
}

/// Lists and entries are asked of the hub; a slip's code is made here, and its page goes to this machine.
void ConsoleApp::act(const WorkEffect& effect)
{
    struct Act {
        ConsoleApp& app;
        void operator()(const AskWork& asked) const { app.hub_.ask(asked); }
        void operator()(const MakeCounterfoils& wanted) const
        {
            CounterfoilsMade made;
            for (int count = 0; count < wanted.count; ++count) {
                made.codes.push_back(app.hub_.new_counterfoil());
            }
            app.pass(WorkHappening{std::move(made)});
        }
        void operator()(const SaveSlip&) const
        {
            if (!app.console_.work.slip) {
                return;
            }
            const auto now = app.hub_.now();
            const auto model = slip_words({app.console_, app.translator(), now}, *app.console_.work.slip);
            const SavePart page{"verandah-slip-" + wire::day_text(today(app.console_, now)) + ".pdf",
                                slip_pdf(model.slips), SavePart::Place::only};
            app.pass(
                WorkHappening{SlipSaved{app.saved_file_.take(page, save_folder(app.options_.save_to)).value_or("")}});
        }
    };
    std::visit(Act{*this}, effect);
}

ui::Input ConsoleApp::next_input()
{
    if (player_) {
        if (auto played = player_->next(window_, words_)) {
            return std::move(*played);
        }
    }
    const auto& session = console_.session;
    const bool keeps_record = console_.record && kept(*console_.record) != Record::Kept::everything;
    const bool is_busy = keeps_record || console_.under_way || console_.notice || session.under_way || session.notice ||
                         session.free_at || session.panic || session.offer;
    std::chrono::milliseconds rest = is_busy ? busy_rest : idle_rest;
    if (player_) {
        rest = std::min(rest, player_->patience());
    }
    return window_.wait(std::max(rest, 0ms));
}

} // namespace verandah::console
