package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Protects: nobody chooses a model without what its makers do with prompts and results. */
class ModelChoiceIT {

    @RegisterExtension final Visit visit = new Visit();

    @Test
    void saysBesideAChosenModelHowResultsAreMarkedAndWhetherAnybodyTrains() {
        Person person = Person.inTheStudio(visit, Device.PHONE);

        person.chooses("Model", "Nano Banana Pro by Google Cloud");

        Page page = person.page();
        assertThat(chosen(page)).containsText("Google marks every picture invisibly (SynthID)");
        assertThat(chosen(page))
                .containsText("Google Cloud promises not to train models on what it is sent.");
        visit.look("model");

        person.chooses("Model", "FLUX.1 dev");

        assertThat(chosen(page)).containsText("No mark is put into the picture.");
        assertThat(chosen(page))
                .containsText("fal.ai does not say whether it trains models on what it is sent.");
    }

    @Test
    void namesInThePrivacyNoticeWhoseTermsWereReadAndWhen() {
        Page page = visit.open(Device.DESKTOP);
        page.navigate(visit.home().toString());

        page.getByText("Privacy").click();

        assertThat(
                        page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName("The terms of OpenAI")))
                .hasAttribute("href", "https://openai.com/policies/services-agreement");
        assertThat(page.getByText("as read on").first()).containsText("2026");
    }

    private static Locator chosen(Page page) {
        return page.locator(".model-choice:has(:checked) .model-disclosure");
    }
}
