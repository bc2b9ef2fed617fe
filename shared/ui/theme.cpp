// SPDX-License-Identifier: Apache-2.0
// The values behind the names. Light is look.md's; the others keep its names and its order of importance.
#include "shared/ui/theme.hpp"

namespace verandah::ui {
namespace {

constexpr Colour white = rgb(0xFFFFFF);
constexpr Colour black = rgb(0x000000);
constexpr Colour yellow = rgb(0xFFE14D);

constexpr Theme light_theme{
    .paper = rgb(0xFBF5EC),
    .desk = rgb(0xF6F1EB),
    .card = white,
    .ink = rgb(0x2A211C),
    .soft = rgb(0x6B5D53),
    .line = rgb(0xE7DCCB),
    .edge = rgb(0x978878),
    .teal = rgb(0x17655F),
    .on_teal = white,
    .deep = rgb(0x0F4A46),
    .mist = rgb(0xDDEFEA),
    .sun = rgb(0xF3B23E),
    .track = rgb(0xE7DCCB),
    .focus = rgb(0xC8551B),
    .shadow = {0x4A, 0x36, 0x24, 46},
    .veil = {0x2A, 0x21, 0x1C, 150},
    .rail = rgb(0x17302F),
    .rail_chosen = rgb(0x1F4E4C),
    .on_rail = rgb(0xDCEAE6),
    .night = rgb(0x102B29),
    .night_high = rgb(0x173A38),
    .marigold = rgb(0xF9C55B),
    .board_mist = rgb(0xBFDAD5),
    .board_ink = rgb(0xFDF6EC),
    .board_line = rgb(0x2B4F4D),
    .arch_outer = rgb(0xFFF1D2),
    .arch_middle = rgb(0xF3B23E),
    .arch_inner = rgb(0xA8482B),
    .care = {rgb(0xFBE6DC), rgb(0xA03F23), rgb(0x7D4636), rgb(0xC4745A)},
    .soon = {rgb(0xFFF1D2), rgb(0x7A5200), rgb(0x6F5520), rgb(0xAE8330)},
    .plum = {rgb(0xF3E4F0), rgb(0x6C3B63), rgb(0x6C4B66), rgb(0x96688E)},
    .sky = {rgb(0xE2EDF8), rgb(0x2F5D8C), rgb(0x47617B), rgb(0x5E86AF)},
    .leaf = {rgb(0xE8F2DA), rgb(0x4A7425), rgb(0x556642), rgb(0x6F9450)},
    .quiet = {rgb(0xEFEAE0), rgb(0x6B5D53), rgb(0x6B5D53), rgb(0x978878)},
};

constexpr Theme high_contrast_theme{
    .paper = black,
    .desk = black,
    .card = black,
    .ink = white,
    .soft = white,
    .line = white,
    .edge = white,
    .teal = yellow,
    .on_teal = black,
    .deep = yellow,
    .mist = rgb(0x333300),
    .sun = yellow,
    .track = rgb(0x555555),
    .focus = rgb(0x6FC8FF),
    .shadow = {0, 0, 0, 0},
    .veil = {0, 0, 0, 200},
    .rail = black,
    .rail_chosen = rgb(0x333300),
    .on_rail = white,
    .night = black,
    .night_high = black,
    .marigold = yellow,
    .board_mist = white,
    .board_ink = white,
    .board_line = white,
    .arch_outer = white,
    .arch_middle = yellow,
    .arch_inner = rgb(0xB58900),
    .care = {black, rgb(0xFFB59E), white, rgb(0xFFB59E)},
    .soon = {black, yellow, white, yellow},
    .plum = {black, rgb(0xF5B8EA), white, rgb(0xF5B8EA)},
    .sky = {black, rgb(0xA9D4FF), white, rgb(0xA9D4FF)},
    .leaf = {black, rgb(0xBEEB8C), white, rgb(0xBEEB8C)},
    .quiet = {black, white, white, white},
};

constexpr Theme night_theme{
    .paper = rgb(0x151B1A),
    .desk = rgb(0x151B1A),
    .card = rgb(0x1E2726),
    .ink = rgb(0xEFE7DC),
    .soft = rgb(0xB9AEA2),
    .line = rgb(0x33403E),
    .edge = rgb(0x7A8784),
    .teal = rgb(0x58B8AE),
    .on_teal = rgb(0x0B1F1D),
    .deep = rgb(0x9FDCD4),
    .mist = rgb(0x17403C),
    .sun = rgb(0xF3B23E),
    .track = rgb(0x33403E),
    .focus = rgb(0xFFA76B),
    .shadow = {0, 0, 0, 90},
    .veil = {0, 0, 0, 170},
    .rail = rgb(0x0D1413),
    .rail_chosen = rgb(0x1F4E4C),
    .on_rail = rgb(0xDCEAE6),
    .night = rgb(0x102B29),
    .night_high = rgb(0x173A38),
    .marigold = rgb(0xF9C55B),
    .board_mist = rgb(0xBFDAD5),
    .board_ink = rgb(0xFDF6EC),
    .board_line = rgb(0x2B4F4D),
    .arch_outer = rgb(0x4A3F2A),
    .arch_middle = rgb(0xF3B23E),
    .arch_inner = rgb(0xA8482B),
    .care = {rgb(0x46261B), rgb(0xF6AE94), rgb(0xE0B9AB), rgb(0xB86D54)},
    .soon = {rgb(0x443510), rgb(0xF6CF7C), rgb(0xD9C79E), rgb(0xA8842F)},
    .plum = {rgb(0x3D2738), rgb(0xE6B4DC), rgb(0xCFB6CA), rgb(0xA06E96)},
    .sky = {rgb(0x1E3146), rgb(0xA9CCF1), rgb(0xB2C4D6), rgb(0x5F8AB8)},
    .leaf = {rgb(0x27361A), rgb(0xB6DB8E), rgb(0xB9C8A8), rgb(0x6C8F4C)},
    .quiet = {rgb(0x2C3534), rgb(0xC9BFB4), rgb(0xC9BFB4), rgb(0x7A8784)},
};

constexpr double for_text = 4.5;
constexpr double for_signs = 3.0;

} // namespace

const Theme& Theme::light()
{
    return light_theme;
}

const Theme& Theme::high_contrast()
{
    return high_contrast_theme;
}

const Theme& Theme::night_time()
{
    return night_theme;
}

Swatch Theme::swatch(Tone tone) const
{
    switch (tone) {
    case Tone::plain: return {card, ink, soft, edge};
    case Tone::quiet: return quiet;
    case Tone::teal: return {mist, teal, deep, teal};
    case Tone::deep: return {deep, mist, mist, deep};
    case Tone::mist: return {mist, deep, soft, teal};
    case Tone::care: return care;
    case Tone::soon: return soon;
    case Tone::plum: return plum;
    case Tone::sky: return sky;
    case Tone::leaf: return leaf;
    }
    return {card, ink, soft, edge};
}

std::vector<ContrastPair> contrast_pairs(const Theme& theme)
{
    std::vector<ContrastPair> pairs{
        {"ink on paper", theme.ink, theme.paper, for_text},
        {"ink on desk", theme.ink, theme.desk, for_text},
        {"ink on card", theme.ink, theme.card, for_text},
        {"ink on mist", theme.ink, theme.mist, for_text},
        {"soft on paper", theme.soft, theme.paper, for_text},
        {"soft on desk", theme.soft, theme.desk, for_text},
        {"soft on card", theme.soft, theme.card, for_text},
        {"soft on mist", theme.soft, theme.mist, for_text},
        {"edge on paper", theme.edge, theme.paper, for_signs},
        {"edge on desk", theme.edge, theme.desk, for_signs},
        {"edge on card", theme.edge, theme.card, for_signs},
        {"teal on paper", theme.teal, theme.paper, for_text},
        {"teal on card", theme.teal, theme.card, for_text},
        {"on teal", theme.on_teal, theme.teal, for_text},
        {"deep on paper", theme.deep, theme.paper, for_text},
        {"deep on mist", theme.deep, theme.mist, for_text},
        {"focus on paper", theme.focus, theme.paper, for_signs},
        {"focus on desk", theme.focus, theme.desk, for_signs},
        {"focus on card", theme.focus, theme.card, for_signs},
        {"focus on rail", theme.focus, theme.rail, for_signs},
        {"on rail", theme.on_rail, theme.rail, for_text},
        {"on rail chosen", theme.on_rail, theme.rail_chosen, for_text},
        {"marigold on night", theme.marigold, theme.night_high, for_text},
        {"board mist on night", theme.board_mist, theme.night_high, for_text},
        {"board ink on night", theme.board_ink, theme.night_high, for_text},
    };
    const std::pair<std::string_view, Tone> tones[]{
        {"quiet", Tone::quiet}, {"teal", Tone::teal}, {"deep", Tone::deep}, {"mist", Tone::mist}, {"care", Tone::care},
        {"soon", Tone::soon},   {"plum", Tone::plum}, {"sky", Tone::sky},   {"leaf", Tone::leaf},
    };
    for (const auto& [name, tone] : tones) {
        const Swatch swatch = theme.swatch(tone);
        pairs.push_back({name, swatch.ink, swatch.ground, for_text});
        pairs.push_back({name, swatch.soft, swatch.ground, for_text});
        pairs.push_back({name, swatch.ink, theme.card, tone == Tone::deep ? 1.0 : for_signs});
    }
    return pairs;
}

} // namespace verandah::ui
