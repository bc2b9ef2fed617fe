// SPDX-License-Identifier: Apache-2.0
// The key of a shaped text is everything that shapes it, as bytes: the string first, so that it is overwritten with the
// key.
#include "shared/ui/text.hpp"

#include <string.h>

#include <cmath>
#include <concepts>
#include <utility>

namespace verandah::ui {
namespace {

template <class Value>
void add_bytes(std::string& key, Value value)
{
    key.append(reinterpret_cast<const char*>(&value), sizeof value); // the object's own bytes, never read back
}

void write_key(std::string& key, const TextRequest& request)
{
    key.assign(request.text);
    add_bytes(key, request.size);
    add_bytes(key, request.width);
    add_bytes(key, request.max_lines);
    add_bytes(key, request.weight);
    add_bytes(key, request.align);
    add_bytes(key, request.direction);
}

void wipe_key(std::string& text)
{
    explicit_bzero(text.data(), text.capacity());
    text.clear();
}

} // namespace

TextCache::TextCache(TextureMaker maker, std::size_t most_entries, std::size_t most_bytes)
    : maker_{std::move(maker)}, most_entries_{most_entries}, most_bytes_{most_bytes}
{
}

TextCache::~TextCache()
{
    forget_everything();
}

TextCache::Kept& TextCache::find_or_add(std::string_view key)
{
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
        order_.splice(order_.begin(), order_, found->second);
        return order_.front();
    }
    order_.push_front(Kept{.key = std::string{key}, .entry = {}, .bytes = 0});
    by_key_.emplace(order_.front().key, order_.begin());
    return order_.front();
}

MeasuredText TextCache::measure(const TextRequest& request)
{
    write_key(scratch_key_, request);
    Kept& kept = find_or_add(scratch_key_);
    if (kept.entry.measured.lines == 0) {
        kept.entry.measured = shaper_.measure(request);
    }
    return kept.entry.measured;
}

const TextCache::Entry& TextCache::drawn(const TextRequest& request)
{
    write_key(scratch_key_, request);
    Kept& kept = find_or_add(scratch_key_);
    if (kept.entry.measured.lines == 0) {
        kept.entry.measured = shaper_.measure(request);
    }
    if (kept.bytes == 0) {
        upload(kept, shaper_.paint(request));
    }
    return kept.entry;
}

const TextCache::Entry& TextCache::drawn_icon(char32_t codepoint, int size)
{
    scratch_key_.assign("\x01icon"); // no text on a screen begins with this control sign
    add_bytes(scratch_key_, codepoint);
    add_bytes(scratch_key_, size);
    Kept& kept = find_or_add(scratch_key_);
    if (kept.bytes == 0) {
        upload(kept, shaper_.paint_icon(codepoint, size));
    }
    return kept.entry;
}

void TextCache::upload(Kept& kept, AlphaBitmap bitmap)
{
    if (bitmap.alpha.empty()) {
        return; // white space has no ink
    }
    kept.entry.texture = maker_.make(bitmap);
    kept.entry.box = {bitmap.offset.x, bitmap.offset.y, static_cast<float>(bitmap.width),
                      static_cast<float>(bitmap.height)};
    kept.bytes = bitmap.alpha.size();
    bytes_ += kept.bytes;
    explicit_bzero(bitmap.alpha.data(), bitmap.alpha.size());
}

void TextCache::remove_oldest()
{
    Kept& oldest = order_.back();
    if (oldest.entry.texture != 0) {
        maker_.remove(oldest.entry.texture);
    }
    bytes_ -= oldest.bytes;
    by_key_.erase(oldest.key);
    wipe_key(oldest.key);
    order_.pop_back();
}

void TextCache::trim()
{
    while (!order_.empty() && (order_.size() > most_entries_ || bytes_ > most_bytes_)) {
        remove_oldest();
    }
}

void TextCache::forget_everything()
{
    while (!order_.empty()) {
        remove_oldest();
    }
    wipe_key(scratch_key_);
}

} // namespace verandah::ui
