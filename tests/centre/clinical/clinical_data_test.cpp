// SPDX-License-Identifier: Apache-2.0
// clinical/ in a centre's folder: laid out, read, and refused with everything that is wrong in any file.
#include "clinic/hub/clinical/built_in_files.hpp"
#include "clinic/hub/clinical/clinical_data.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <filesystem>

namespace verandah::hub {
namespace {

using std::filesystem::perms;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class ClinicalDataTest : public testing::Test {
protected:
    ClinicalDataTest() { lay_out_clinical_data(folder.path()); }

    std::vector<std::string> faults() const
    {
        std::vector<std::string> lines;
        if (const auto data = read_clinical_data(folder.path()); !data) {
            for (const auto& fault : data.error()) {
                lines.push_back(fault.text());
            }
        }
        return lines;
    }
    std::string text_of(const std::string& name) const { return test::read_file(folder / "clinical" / name); }
    void put(const std::string& name, std::string_view text) const
    {
        std::filesystem::remove(folder / "clinical" / name);
        test::write_file(folder / "clinical" / name, text);
    }
    void put_with(const std::string& name, std::string_view from, std::string_view to) const
    {
        auto text = text_of(name);
        put(name, text.replace(text.find(from), from.size(), to));
    }
    void be_from_before_consent_was_a_file() const { put_with("chosen.toml", "consent = \"consent.1\"\n", ""); }

    test::TemporaryFolder folder;
};

TEST_F(ClinicalDataTest, IsTheBuiltInDataOnceLaidOut)
{
    const auto data = read_clinical_data(folder.path());

    ASSERT_TRUE(data) << faults().front();
    EXPECT_EQ(data->form(), built_in_clinical_data().form());
    EXPECT_EQ(data->guideline(), built_in_clinical_data().guideline());
    EXPECT_EQ(data->test_sheet(), built_in_clinical_data().test_sheet());
}

TEST_F(ClinicalDataTest, LetsNobodyElseReadIt)
{
    for (const auto& part : std::filesystem::recursive_directory_iterator{folder / "clinical"}) {
        EXPECT_EQ(part.status().permissions() & (perms::group_all | perms::others_all), perms::none) << part.path();
    }
}

TEST_F(ClinicalDataTest, LaysNothingOverWhatIsThere)
{
    put("chosen.toml", "form = \"none\"\n");
    lay_out_clinical_data(folder.path());
    EXPECT_EQ(text_of("chosen.toml"), "form = \"none\"\n");
}

TEST_F(ClinicalDataTest, IsTheBuiltInOneWhereAPartIsMissing)
{
    std::filesystem::remove_all(folder / "clinical" / "regimens");
    std::filesystem::remove(folder / "clinical" / "chosen.toml");
    EXPECT_THAT(faults(), IsEmpty());
    std::filesystem::remove_all(folder / "clinical");
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(ClinicalDataTest, AsksInTheBuiltInWordsWhereAnOlderCentreHasNoneOfItsOwn)
{
    be_from_before_consent_was_a_file();
    std::filesystem::remove_all(folder / "clinical" / "consent");

    const auto data = read_clinical_data(folder.path());

    ASSERT_TRUE(data) << faults().front();
    EXPECT_EQ(data->consent_text(), built_in_clinical_data().consent_text());
}

TEST_F(ClinicalDataTest, AsksInTheNewestWordsWhereNoneAreChosen)
{
    be_from_before_consent_was_a_file();
    auto text = text_of("consent/consent.1.toml");
    put("consent/consent.2.toml", text.replace(text.find("version = 1"), 11, "version = 2"));

    const auto data = read_clinical_data(folder.path());

    ASSERT_TRUE(data) << faults().front();
    EXPECT_EQ(data->consent_text().about.edition.version, 2);
}

TEST_F(ClinicalDataTest, RefusesDamagedWordsOfConsentInsteadOfTheBuiltInOnes)
{
    be_from_before_consent_was_a_file();
    const auto whole = text_of("consent/consent.1.toml");
    put("consent/consent.1.toml", whole.substr(0, whole.find("ask = ")));

    EXPECT_THAT(faults(), ElementsAre(StartsWith("clinical/consent/consent.1.toml:")));
}

TEST_F(ClinicalDataTest, RefusesAnEmptyFolderOfConsentAlsoWhereNoneIsChosen)
{
    std::filesystem::remove(folder / "clinical" / "consent" / "consent.1.toml");
    EXPECT_THAT(faults(), ElementsAre(HasSubstr("there is no consent \"consent.1\"")));

    be_from_before_consent_was_a_file();
    EXPECT_THAT(faults(), ElementsAre(HasSubstr("the file has no \"consent\"")));
}

TEST_F(ClinicalDataTest, TakesANewEditionBesideTheOldOne)
{
    auto text = text_of("forms/sti_service.1.toml");
    put("forms/sti_service.2.toml", text.replace(text.find("version = 1"), 11, "version = 2"));
    put_with("chosen.toml", "sti_service.1", "sti_service.2");

    const auto data = read_clinical_data(folder.path());

    ASSERT_TRUE(data) << faults().front();
    EXPECT_EQ(data->forms.size(), 2U);
    EXPECT_EQ(data->form().about.edition.version, 2);
}

TEST_F(ClinicalDataTest, RefusesEveryFaultOfEveryFileAtOnce)
{
    put_with("forms/sti_service.1.toml", "type = \"one\"", "type = \"won\"");
    put_with("tests/tests.1.toml", "loinc = \"20507-0\"", "loinc = \"20507-1\"");

    EXPECT_THAT(faults(), ElementsAre(StartsWith("clinical/forms/sti_service.1.toml:27:8: \"won\" is not known here. "
                                                 "Choose one of: one, many"),
                                      HasSubstr("clinical/tests/tests.1.toml:")));
}

TEST_F(ClinicalDataTest, RefusesAFileThatIsNotCalledAsItCallsItself)
{
    put("forms/other.1.toml", text_of("forms/sti_service.1.toml"));

    EXPECT_THAT(faults(), ElementsAre("clinical/forms/other.1.toml: the file is not called after its id and version. "
                                      "Call it sti_service.1.toml."));
}

TEST_F(ClinicalDataTest, RefusesWhatIsNoTomlFileAndPassesOverEditorsCopies)
{
    put("forms/readme.txt", "hello");
    put("forms/sti_service.1.toml~", "hello");
    put("forms/.sti_service.1.toml.swp", "hello");

    EXPECT_THAT(faults(), ElementsAre(StartsWith("clinical/forms/readme.txt: this is no *.toml.")));
}

TEST_F(ClinicalDataTest, RefusesAFolderAndAHugeFileInAFilesPlace)
{
    std::filesystem::create_directory(folder / "clinical" / "tests" / "a.1.toml");
    put("regimens/b.1.toml", std::string(2'000'000, '#'));

    EXPECT_THAT(faults(), ElementsAre(StartsWith("clinical/regimens/b.1.toml: the file is larger than 1 MB"),
                                      StartsWith("clinical/tests/a.1.toml: this is not a file")));
}

TEST_F(ClinicalDataTest, RefusesAChosenEditionThatIsNotThere)
{
    put_with("chosen.toml", "syndromic.3", "syndromic.4");

    EXPECT_THAT(faults(), ElementsAre(HasSubstr("there is no guideline \"syndromic.4\". Did you mean \"syndromic.")));
}

TEST_F(ClinicalDataTest, RefusesAnEmptyFolderOfForms)
{
    std::filesystem::remove(folder / "clinical" / "forms" / "sti_service.1.toml");

    EXPECT_THAT(faults(), ElementsAre(HasSubstr("there is no form \"sti_service.1\"")));
}

TEST_F(ClinicalDataTest, RefusesAFileThatEndsAnywhere)
{
    const auto whole = text_of("tests/tests.1.toml");
    for (std::size_t end = 0; end < whole.size(); end += 97) {
        put("tests/tests.1.toml", whole.substr(0, end));
        static_cast<void>(faults()); // nothing throws, whatever is said
    }
    put("tests/tests.1.toml", "");
    EXPECT_THAT(faults(), Contains(HasSubstr("the file has no \"id\"")));
}

TEST(BuiltInFiles, AreInTheProgramByFolderAndName)
{
    std::vector<std::string> names;
    for (const auto& file : built_in_files()) {
        names.push_back(std::string{file.folder} + "/" + std::string{file.name});
    }
    EXPECT_THAT(names, Contains("/chosen.toml"));
    EXPECT_THAT(names, Contains("forms/sti_service.1.toml"));
    EXPECT_THAT(names, Contains("regimens/syndromic.2.toml"));
    EXPECT_THAT(names, Contains("tests/tests.1.toml"));
}

} // namespace
} // namespace verandah::hub
