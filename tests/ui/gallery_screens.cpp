// SPDX-License-Identifier: Apache-2.0
// The samples follow the pictures of the house's look closely enough to be laid beside them.
#include "gallery_screens.hpp"

#include "shared/ui/qr.hpp"

#include <array>

namespace verandah::ui {
namespace {

void top_chips(Frame& frame, Rect strip, const GalleryWords& words)
{
    const float width = frame.mm(56);
    const float gap = frame.mm(3);
    static_cast<void>(frame.button(
        strip.cut_start(width, gap),
        {.label = words.listen, .icon = icon::volume_up, .weight = Weight::regular, .radius = strip.height / 2}));
    static_cast<void>(frame.button(
        strip.cut_start(width * 1.3F, gap),
        {.label = words.easier, .icon = icon::accessible, .weight = Weight::regular, .radius = strip.height / 2}));
    static_cast<void>(frame.button(
        strip.cut_end(width),
        {.label = words.hide, .icon = icon::visibility_off, .weight = Weight::regular, .radius = strip.height / 2}));
}

void row(Frame& frame, const Rect& rect, const GalleryWords& words, int index)
{
    const std::string number = std::to_string(52 - index % 40);
    const Touch touch = frame.touchable(rect.inset(1, 0),
                                        {.label = number + " " + words.here_for, .id = "row " + std::to_string(index)});
    if (index == 0) {
        frame.fill(rect, frame.theme().mist);
    } else if (touch.held || touch.hovered) {
        frame.fill(rect, frame.theme().ink.faded(0.04F));
    }
    Rect cells = rect.inset(frame.px(12), 0);
    frame.text(cells.cut_start(frame.px(74)), number, {.size = frame.px(22), .weight = Weight::bold});
    frame.text(cells.cut_start(frame.px(250)), words.needs[static_cast<std::size_t>(index) % words.needs.size()],
               {.size = frame.px(15)});
    frame.text(cells.cut_start(frame.px(130)), std::to_string(3 + index * 5) + " min", {.size = frame.px(15)});
    const Rect badge = cells.cut_start(frame.px(130));
    frame.badge({badge.x, badge.centre().y}, index == 0       ? Badge{.label = words.urgent, .tone = Tone::care}
                                             : index % 3 == 2 ? Badge{.label = words.soon, .tone = Tone::soon}
                                                              : Badge{.label = words.standard});
    frame.text(cells, "1 × " + std::to_string(3 + index * 5) + " min",
               {.size = frame.px(13), .colour = frame.theme().soft});
    frame.line({rect.x, rect.bottom() - 1}, rect.width, frame.theme().line);
}

} // namespace

void draw_gallery_welcome(Frame& frame, const GalleryWords& words)
{
    frame.fill(frame.area(), frame.theme().paper);
    Rect rest = frame.area().inset(frame.mm(10), frame.mm(8));
    top_chips(frame, rest.cut_top(frame.mm(22), frame.mm(10)), words);
    Rect foot = rest.cut_bottom(frame.mm(26), frame.mm(10));
    frame.house_mark(rest.cut_top(frame.mm(66), frame.mm(8)));
    frame.text(rest.cut_top(frame.mm(30)), words.welcome,
               {.size = frame.capitals_mm(18), .weight = Weight::bold, .align = Align::centre});
    frame.text(rest.cut_top(frame.mm(16), frame.mm(6)), words.promise,
               {.size = frame.capitals_mm(7.3F), .colour = frame.theme().soft, .align = Align::centre});
    const auto languages = rest.cut_top(frame.mm(22), frame.mm(8)).columns(4, frame.mm(4));
    const std::array names{"English", "हिन्दी", "العربية", "More…"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        static_cast<void>(frame.button(
            languages[i],
            {.label = names[i], .chosen = i == 0, .weight = Weight::regular, .text_size = frame.capitals_mm(6)}));
    }
    static_cast<void>(frame.button(rest.cut_top(frame.mm(50), frame.mm(8)), {.label = words.card,
                                                                             .note = words.card_note,
                                                                             .icon = icon::qr_code_scanner,
                                                                             .look = Look::main,
                                                                             .align = Align::start,
                                                                             .weight = Weight::bold,
                                                                             .text_size = frame.capitals_mm(9),
                                                                             .note_size = frame.capitals_mm(6),
                                                                             .icon_size = frame.mm(26),
                                                                             .radius = frame.mm(9),
                                                                             .raised = frame.mm(3)}));
    static_cast<void>(frame.button(rest.cut_top(frame.mm(50), frame.mm(8)), {.label = words.no_card,
                                                                             .note = words.no_card_note,
                                                                             .icon = icon::waving_hand,
                                                                             .tone = Tone::care,
                                                                             .align = Align::start,
                                                                             .weight = Weight::bold,
                                                                             .text_size = frame.capitals_mm(9),
                                                                             .note_size = frame.capitals_mm(6),
                                                                             .icon_size = frame.mm(26),
                                                                             .radius = frame.mm(9),
                                                                             .raised = frame.mm(3)}));
    const auto foots = foot.columns(2, frame.mm(5));
    static_cast<void>(
        frame.button(foots[0], {.label = words.person, .icon = icon::support_agent, .tone = Tone::quiet}));
    static_cast<void>(
        frame.button(foots[1], {.label = words.help, .icon = icon::favorite, .look = Look::soft, .tone = Tone::care}));
}

void draw_gallery_needs(Frame& frame, const GalleryWords& words)
{
    frame.fill(frame.area(), frame.theme().paper);
    Rect rest = frame.area().inset(32, 26);
    top_chips(frame, rest.cut_top(72, 16), words);
    frame.text(rest.cut_top(64), words.what, {.size = 46, .weight = Weight::bold, .smallest = 30});
    frame.text(rest.cut_top(36, 10), words.choose, {.size = 26, .colour = frame.theme().soft});
    Rect foot = rest.cut_bottom(96, 20);
    const std::array icons{icon::medical_services, icon::science, icon::forum,
                           icon::shopping_bag,     icon::shower,  icon::support_agent};
    const std::array tones{Tone::teal, Tone::sky, Tone::plum, Tone::soon, Tone::leaf, Tone::care};
    const auto cells = rest.grid(3, 2, 18);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        static_cast<void>(
            frame.tile(cells[i], {.label = words.needs[i], .icon = icons[i], .tone = tones[i], .chosen = i == 0}));
    }
    static_cast<void>(
        frame.button(foot.cut_start(204, 18), {.label = words.back, .icon = icon::arrow_back, .tone = Tone::quiet}));
    static_cast<void>(frame.button(
        foot.cut_end(106, 18),
        {.label = words.help, .icon = icon::favorite, .look = Look::soft, .tone = Tone::care, .icon_only = true}));
    static_cast<void>(frame.button(foot, {.label = words.go, .look = Look::main, .text_size = 38}));
}

void draw_gallery_ticket(Frame& frame, const GalleryWords& words)
{
    const Theme& theme = frame.theme();
    frame.fill(frame.area(), theme.paper);
    Rect rest = frame.area().inset(54, 40);
    top_chips(frame, rest.cut_top(104, 60), words);
    frame.text(rest.cut_top(70), words.your_number, {.size = 46, .colour = theme.soft, .align = Align::centre});
    frame.text(rest.cut_top(390, 30), "47",
               {.size = 420, .weight = Weight::heavy, .colour = theme.deep, .align = Align::centre});
    const auto pair = rest.cut_top(300, 46).columns(2, 28);
    const std::array signs{icon::hourglass_empty, icon::weekend};
    const std::array heads{&words.wait, &words.sit};
    const std::array notes{&words.before, &words.sit_note};
    for (std::size_t i = 0; i < 2; ++i) {
        frame.panel(pair[i], {.radius = 40, .thickness = 3});
        Rect inner = pair[i].inset(44);
        frame.icon(inner.cut_start(76, 30), signs[i], theme.care.ink);
        inner = inner.centred({inner.width, 190});
        frame.text(inner.cut_top(105), *heads[i],
                   {.size = 52, .weight = Weight::bold, .place = Place::bottom, .max_lines = 2, .smallest = 34});
        frame.text(inner, *notes[i],
                   {.size = 36, .colour = theme.soft, .place = Place::top, .max_lines = 2, .smallest = 26});
    }
    const Rect offer = rest.cut_top(440, 30);
    frame.panel(offer, {.radius = 44, .thickness = 3, .raised = 10});
    Rect inner = offer.inset(26, 26);
    frame.qr(inner.cut_start(388, 36), *QrCode::make("VRDH1ABCDEFGHJKMNPQRSTVWXYZ234567ABCDEFGHJ"));
    inner = inner.centred({inner.width, 310});
    frame.text(inner.cut_top(126, 10), words.want_card,
               {.size = 46, .weight = Weight::bold, .place = Place::bottom, .max_lines = 2, .smallest = 30});
    frame.text(inner, words.card_promise,
               {.size = 34, .colour = theme.soft, .place = Place::top, .max_lines = 4, .smallest = 24});
    const auto buttons = rest.cut_top(132, 100).columns(2, 24);
    static_cast<void>(
        frame.button(buttons[0], {.label = words.print, .icon = icon::print, .tone = Tone::quiet, .enabled = false}));
    static_cast<void>(frame.button(buttons[1], {.label = words.done, .icon = icon::check_circle, .look = Look::main}));
    frame.progress(rest.cut_top(14, 14), 0.62F);
    frame.text(rest.cut_top(50), words.clears, {.size = 32, .colour = theme.soft, .align = Align::centre});
}

void draw_gallery_console(Frame& frame, const GalleryWords& words)
{
    const Theme& theme = frame.theme();
    frame.fill(frame.area(), theme.desk);
    Rect rest = frame.area();
    Rect rail = rest.cut_start(76);
    frame.gradient(rail, theme.rail, theme.rail.darker(0.2F));
    Rect side = rest.cut_end(372);
    frame.fill(side, theme.card);
    side = side.inset(18);
    Rect main = rest.inset(20, 16);
    Rect head = main.cut_top(40, 12);
    frame.text(head.cut_start(110), words.waiting, {.size = frame.px(24), .weight = Weight::bold});
    static_cast<void>(frame.field(head.cut_end(260),
                                  {.label = words.find, .value = "", .placeholder = words.find, .icon = icon::search}));
    Flow flow{main.cut_top(44, 14), 9};
    for (std::size_t i = 0; i < words.needs.size() - 2; ++i) {
        const Chip chip{.label = words.needs[i], .chosen = i == 1};
        static_cast<void>(frame.chip(flow.place(frame.chip_size(chip)), chip));
    }
    frame.panel(main, {.radius = 14});
    frame.list(main.inset(1, 10), {.id = "line", .rows = 300, .row_height = 47},
               [&](int index, const Rect& rect) { row(frame, rect, words, index); });
    static_cast<void>(frame.button(side.cut_top(64, 12), {.label = words.call_next + " · 52",
                                                          .icon = icon::campaign,
                                                          .look = Look::main,
                                                          .shortcut = shortcut(Key::space),
                                                          .align = Align::start,
                                                          .text_size = 19,
                                                          .raised = 4}));
    const auto pair = side.cut_top(52, 10).columns(2, 10);
    static_cast<void>(frame.button(
        pair[0], {.label = words.again, .icon = icon::replay, .shortcut = shortcut('R'), .align = Align::start}));
    static_cast<void>(frame.button(
        pair[1], {.label = words.done, .icon = icon::check_circle, .shortcut = shortcut('D'), .align = Align::start}));
    static_cast<void>(frame.button(
        side.cut_top(52, 10),
        {.label = words.add_one, .icon = icon::person_add, .shortcut = shortcut('N'), .align = Align::start}));
    static_cast<void>(frame.button(side.cut_bottom(52), {.label = words.undo,
                                                         .icon = icon::undo,
                                                         .look = Look::soft,
                                                         .tone = Tone::quiet,
                                                         .shortcut = with_control('Z'),
                                                         .align = Align::start}));
}

void draw_gallery_board(Frame& frame, const GalleryWords& words)
{
    const Theme& theme = frame.theme();
    frame.gradient(frame.area(), theme.night_high, theme.night);
    Rect rest = frame.area();
    const Rect aside = rest.cut_end(frame.area().width * 0.35F);
    frame.fill(aside, theme.night.darker(0.05F));
    frame.fill({aside.x, 0, 2, aside.height}, theme.board_line);
    frame.text(rest.cut_top(rest.height * 0.3F), words.call_next,
               {.size = rest.height * 0.06F, .colour = theme.board_mist, .align = Align::centre});
    frame.text(rest.cut_top(rest.height * 0.6F), "52",
               {.size = rest.height * 0.7F, .weight = Weight::heavy, .colour = theme.marigold, .align = Align::centre});
    frame.icon(rest.cut_start(rest.width * 0.4F).at_end({100, 100}), icon::meeting_room, theme.board_mist);
    frame.text(rest.inset(30, 0), "2", {.size = 110, .weight = Weight::bold, .colour = theme.board_ink});
}

void draw_gallery_states(Frame& frame, const GalleryWords& words)
{
    frame.fill(frame.area(), frame.theme().paper);
    Rect rest = frame.area().inset(30);
    const std::array looks{Look::main, Look::outlined, Look::soft, Look::bare};
    const std::array tones{Tone::plain, Tone::plain, Tone::care, Tone::plain};
    int number = 0;
    for (std::size_t look = 0; look < looks.size(); ++look) {
        const auto cells = rest.cut_top(70, 20).columns(3, 20);
        const auto show = [&](const Rect& rect, Button button) {
            const std::string id = std::to_string(number++);
            button.look = looks[look];
            button.tone = tones[look];
            button.label = words.done;
            button.icon = icon::check_circle;
            button.id = id;
            static_cast<void>(frame.button(rect, button));
        };
        show(cells[0], {});
        show(cells[1], {.enabled = false});
        show(cells[2], {.chosen = true});
    }
    Rect badges = rest.cut_top(40, 10);
    for (const Tone tone :
         {Tone::quiet, Tone::teal, Tone::deep, Tone::mist, Tone::care, Tone::soon, Tone::plum, Tone::sky, Tone::leaf}) {
        const Badge badge{.label = words.soon, .icon = icon::schedule, .tone = tone};
        badges.cut_start(frame.badge({badges.x, badges.centre().y}, badge).width, 10);
    }
    static_cast<void>(frame.field(rest.cut_top(44, 12), {.label = "note", .value = words.why, .icon = icon::search}));
}

} // namespace verandah::ui
