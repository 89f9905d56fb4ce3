package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: who knows of a child's account says so without having one, and gets a number for it.
 */
class ReportIT {
    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void takesAReportFromAnybodyAndNumbersIt(Device device) {
        Page page = visit.open(device);
        page.navigate(visit.home().toString());
        page.getByText("Somebody is too young").click();
        page.getByLabel("The e-mail address of the account").fill("kid@example.org");
        visit.look("report");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the report"))
                .click();

        assertThat(page.locator(".note")).containsText("Your report has arrived.");
        assertThat(page.locator(".note code")).not().isEmpty();
        visit.look("reported");
    }
}
