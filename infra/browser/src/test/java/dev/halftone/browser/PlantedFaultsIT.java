package dev.halftone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.halftone.browser.Fault.Kind;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protects the watcher: each kind of fault, planted in a page that is otherwise sound, is seen. */
class PlantedFaultsIT {
    private static final String HOME = "http://localhost:1";
    private static final String FOREIGN = "http://tracker.example";

    private final BrowserContext visit = RunningBrowser.get().newContext(Device.PHONE.options());
    private final Watcher watcher = new Watcher(visit, Set.of(HOME));
    private final Page page = visit.newPage();

    @BeforeEach
    void answerWithoutANetwork() {
        visit.route(
                "**/*", route -> route.fulfill(new FulfillOptions().setContentType("text/css")));
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void seesNothingOnASoundPage() {
        assertThat(seenOn("<p>Sound.</p>", "")).isEmpty();
    }

    @Test
    void seesAnErrorInTheConsole() {
        assertThat(seenOn("<script>console.error('planted')</script>", ""))
                .containsExactly(Kind.CONSOLE);
    }

    @Test
    void seesAWarningInTheConsole() {
        assertThat(seenOn("<script>console.warn('planted')</script>", ""))
                .containsExactly(Kind.CONSOLE);
    }

    @Test
    void seesAnErrorThatNobodyCaught() {
        assertThat(seenOn("<script>throw new Error('planted')</script>", ""))
                .containsExactly(Kind.PAGE_ERROR);
    }

    @Test
    void seesARequestToAForeignHost() {
        assertThat(seenOn("<img alt='' src='" + FOREIGN + "/pixel.png'>", ""))
                .containsExactly(Kind.FOREIGN_HOST);
    }

    @Test
    void seesARequestToAForeignPortOfTheSameHost() {
        assertThat(seenOn("<img alt='' src='http://localhost:2/pixel.png'>", ""))
                .containsExactly(Kind.FOREIGN_HOST);
    }

    @Test
    void seesWhatTheContentSecurityPolicyForbids() {
        assertThat(seenOn("<style>p{color:red}</style>", "style-src 'self'"))
                .contains(Kind.CONTENT_SECURITY_POLICY);
    }

    @Test
    void seesTextThatIsHardToRead() {
        assertThat(seenOn("<p style='color:#bbb;background:#fff'>planted</p>", ""))
                .containsExactly(Kind.ACCESSIBILITY);
    }

    @Test
    void seesAControlWithoutAName() {
        assertThat(seenOn("<button></button>", "")).containsExactly(Kind.ACCESSIBILITY);
    }

    @Test
    void seesARequestThatIsRefused() {
        visit.route("**/gone.css", route -> route.fulfill(new FulfillOptions().setStatus(404)));

        assertThat(seenOn("<link rel='stylesheet' href='/gone.css'>", ""))
                .contains(Kind.FAILED_REQUEST);
    }

    @Test
    void seesARequestThatGetsNoAnswer() {
        visit.route("**/cut.css", route -> route.abort("connectionreset"));

        assertThat(seenOn("<link rel='stylesheet' href='/cut.css'>", ""))
                .contains(Kind.FAILED_REQUEST);
    }

    @Test
    void seesAPageThatScrollsSideways() {
        assertThat(seenOn("<p style='width:600px'>planted</p>", ""))
                .containsExactly(Kind.SIDEWAYS_SCROLL);
    }

    // A dialog cuts off what a page would scroll to.
    @Test
    void seesADialogThatScrollsSideways() {
        assertThat(
                        seenOn(
                                "<dialog open aria-label='planted'"
                                        + " style='width:200px;overflow:hidden'><p"
                                        + " style='width:300px'>planted</p></dialog>",
                                ""))
                .containsExactly(Kind.SIDEWAYS_SCROLL);
    }

    @Test
    void watchesPagesThatThePageOpens() {
        visit.route("**/other", route -> route.fulfill(page("<script>console.error(1)</script>")));

        Page other = visit.waitForPage(() -> seenOn("<script>open('/other')</script>", ""));
        other.waitForLoadState();

        assertThat(kinds()).containsExactly(Kind.CONSOLE);
    }

    private Set<Kind> seenOn(String planted, String policy) {
        visit.route(
                HOME + "/",
                route ->
                        route.fulfill(
                                page(planted)
                                        .setHeaders(
                                                Map.of(
                                                        "Content-Type",
                                                        "text/html",
                                                        "Content-Security-Policy",
                                                        policy))));
        page.navigate(HOME + "/");
        watcher.look(page);
        return kinds();
    }

    private Set<Kind> kinds() {
        return watcher.faults().stream()
                .map(Fault::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static FulfillOptions page(String planted) {
        return new FulfillOptions()
                .setContentType("text/html")
                .setBody(
                        "<!doctype html><html lang='en'><head><title>Planted</title>"
                                + "<meta name='viewport' content='width=device-width'></head>"
                                + "<body>"
                                + planted
                                + "</body></html>");
    }
}
