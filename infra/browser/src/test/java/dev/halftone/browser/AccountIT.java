package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: people change name and address of their account, and see that it was changed. */
class AccountIT {

    private static final Pattern LINK = Pattern.compile("https?://\\S+emailCode=\\S+");

    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void changesNameAndAddressAndSeesItInTheList(Device device) {
        Person person = Person.inTheStudio(visit, device);
        Page page = person.page();
        page.navigate(visit.home().resolve("/account").toString());
        page.getByLabel("Name", exactly()).fill("Ada Lovelace");
        person.button("Save name").click();
        assertThat(page.locator("account-profile")).containsText("Saved.");
        assertThat(page.locator("account-menu button").first()).containsText("AL");
        visit.look("name");

        page.getByLabel("New address").fill("ada-" + device + "@example.org");
        person.button("Send a link").click();
        assertThat(page.locator("account-email")).containsText("A letter is on its way");
        visit.look("asked");
        page.navigate(mailedLink().toString());
        assertThat(page.locator("account-email")).containsText("Your address is changed.");
        assertThat(page.locator("account-email strong")).containsText("ada-");
        assertThat(page).hasURL(visit.home().resolve("/account").toString());
        assertThat(page.locator("account-events li").first())
                .containsText("E-mail address changed");
        visit.look("changed");
    }

    private URI mailedLink() {
        Matcher link = LINK.matcher(visit.letters().getFirst().text());
        link.find();
        return URI.create(link.group());
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
