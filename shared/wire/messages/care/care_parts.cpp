// SPDX-License-Identifier: Apache-2.0
// The parts that messages of care share.
#include "shared/wire/messages/care/care_parts.hpp"

#include "shared/domain/care/dotted_code.hpp"

namespace verandah::wire {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t highest_version = 9999;
constexpr std::size_t longest_source = 1600;

} // namespace

domain::Words read_words_at(ObjectReader& reader, std::string_view field)
{
    domain::Words words;
    for (const auto& [language, text] : reader.object(field).items()) {
        if (text.is_string() && text.get_ref<const std::string&>().size() <= 4 * longest_words) {
            words.emplace(language, text.get<std::string>());
        } else {
            reader.refuse(field, "holds something that is not a text, or is too long");
        }
    }
    return words;
}

Json codings_json(const std::vector<domain::Coding>& codings)
{
    return list_json(codings, [](const domain::Coding& each) {
        return Json{{"system", domain::word(each.system)}, {"code", each.code}};
    });
}

std::vector<domain::Coding> read_codings(ObjectReader& reader, std::string_view field)
{
    constexpr std::size_t most_codes = 20;
    return read_each(reader, field, most_codes, [](ObjectReader& each) {
        return domain::Coding{each.word("system", domain::coding_system_from), each.text("code", 40)};
    });
}

Json edition_json(const domain::Edition& edition)
{
    return {{"id", edition.id}, {"version", edition.version}};
}

domain::Edition read_edition(ObjectReader& outer, std::string_view field)
{
    ObjectReader reader{outer.object(field)};
    domain::Edition edition{reader.code<domain::FormCode>("id").text(),
                            static_cast<int>(reader.number("version", 1, highest_version))};
    if (const auto finished = reader.finish(); !finished) {
        outer.refuse(field, "holds something refused: " + finished.error().detail);
    }
    return edition;
}

void put_source(Json& json, const domain::ClinicalSource& about)
{
    json["id"] = about.edition.id;
    json["version"] = about.edition.version;
    json["source"] = about.source;
    json["to_confirm"] = about.standing == domain::ClinicalSource::Standing::to_confirm;
}

domain::ClinicalSource read_source(ObjectReader& reader)
{
    using Standing = domain::ClinicalSource::Standing;
    return {.edition = {reader.code<domain::FormCode>("id").text(),
                        static_cast<int>(reader.number("version", 1, highest_version))},
            .source = reader.text("source", longest_source),
            .standing = reader.yes_or_no("to_confirm") ? Standing::to_confirm : Standing::confirmed};
}

} // namespace verandah::wire
