package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Protects: a first visit is quick and cheap, and nobody has to agree to what they cannot read. */
class FirstVisitIT {
    /** The page, its script, its style, its icon; who am I, and how do I sign in. */
    private static final int REQUESTS_MAX = 6;

    private static final int BYTES_MAX = 64_000;

    @RegisterExtension final Visit visit = new Visit();

    @Test
    void asksForLittle() {
        List<Request> requests = new ArrayList<>();
        Page page = visit.open(Device.DESKTOP);
        page.onRequestFinished(requests::add);

        page.navigate(visit.home().toString());
        assertThat(page.getByText("Continue with Google")).isVisible();

        assertThat(requests).hasSizeBetween(REQUESTS_MAX - 1, REQUESTS_MAX);
        assertThat(requests.stream().mapToInt(request -> request.sizes().responseBodySize).sum())
                .isBetween(1, BYTES_MAX);
    }

    @Test
    void showsThePrivacyNoticeBeforeAnybodySignsIn() {
        Page page = visit.open(Device.PHONE);
        page.navigate(visit.home().toString());

        page.getByText("Privacy").click();

        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Privacy");
        assertThat(page.getByText("Your prompt is sent to fal.ai").first()).isVisible();
        visit.look("privacy");
    }

    @Test
    void leadsFromTheConfirmationToTheNoticeAndBack() {
        Person person = new Person(visit, Device.DESKTOP);
        person.arrives();
        person.choosesToSignIn();
        person.signsIn();

        person.link("The whole privacy notice").click();

        assertThat(person.heading("What is kept")).isVisible();
        assertThat(person.page().getByText("7 days unused, 30 days at most")).isVisible();
        visit.look("privacy");
        person.link("Back to the confirmation").click();
        assertThat(person.heading("Before you start")).isVisible();
    }
}
