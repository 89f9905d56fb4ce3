package dev.halftone.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import dev.halftone.browser.Fault.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sees every page of one visit, from the first request on, and keeps what is wrong with it.
 *
 * <p>What the page says in the console, asks of the network or is forbidden by its policy is noted
 * as it happens. What only shows at a glance, {@link #look} notes.
 */
final class Watcher {
    private static final Set<String> LOUD = Set.of("error", "warning", "assert");
    private static final List<String> ACCESSIBLE =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    /** The page, or its reader by going on, took the request back: nothing has failed. */
    private static final String WITHDRAWN = "net::ERR_ABORTED";

    private static final int REFUSED = 400;

    private static final String REPORT_VIOLATIONS =
            """
            addEventListener("securitypolicyviolation", (event) =>
              halftoneViolation(`${event.effectiveDirective} forbids ${event.blockedURI}`));
            """;
    private static final String SCROLLS_SIDEWAYS =
            """
            () => {
              const { scrollWidth, clientWidth, right } = [document.documentElement, ...document.querySelectorAll("dialog[open]")]
                .map((each) => ({ scrollWidth: each.scrollWidth, clientWidth: each.clientWidth, right: each.getBoundingClientRect().right }))
                .find((each) => each.scrollWidth > each.clientWidth) ?? {};
              if (!scrollWidth) return "";
              const wide = [...document.querySelectorAll("body *")]
                .filter((element) => element.getBoundingClientRect().right > right + 1)
                .map((element) => `${element.localName}.${element.className}`);
              return `${scrollWidth} of ${clientWidth} pixels: ${wide.join(", ")}`;
            }
            """;

    private final Set<String> origins;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * Begins to watch every page that the visit will open.
     *
     * @param origins whom its pages may talk to
     */
    Watcher(BrowserContext visit, Set<String> origins) {
        this.origins = Set.copyOf(origins);
        visit.onConsoleMessage(this::heard);
        visit.onWebError(error -> note(Kind.PAGE_ERROR, error.error()));
        visit.onRequest(this::asked);
        visit.onRequestFailed(this::failed);
        visit.onResponse(this::answered);
        visit.exposeBinding(
                "halftoneViolation",
                (_, words) -> {
                    note(Kind.CONTENT_SECURITY_POLICY, String.valueOf(words[0]));
                    return null;
                });
        visit.addInitScript(REPORT_VIOLATIONS);
    }

    /** Holds what is on screen now to the accessibility rules, and to its width. */
    void look(Page page) {
        String sideways = (String) page.evaluate(SCROLLS_SIDEWAYS);
        if (!sideways.isEmpty()) {
            note(Kind.SIDEWAYS_SCROLL, page.url() + " is " + sideways);
        }
        // Legacy: without a page of its own, which this very watcher would see.
        AxeBuilder axe = new AxeBuilder(page).withTags(ACCESSIBLE).setLegacyMode(true);
        for (Rule rule : axe.analyze().getViolations()) {
            note(Kind.ACCESSIBILITY, rule.getId() + " on " + page.url() + " " + rule.getNodes());
        }
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private void heard(ConsoleMessage message) {
        if (LOUD.contains(message.type())) {
            note(Kind.CONSOLE, message.type() + " " + message.text() + " " + message.location());
        }
    }

    private void asked(Request request) {
        URI address = URI.create(request.url().replaceFirst("[?#].*", ""));
        // Data and blobs have no host.
        if (address.getHost() != null && !origins.contains(origin(address))) {
            note(Kind.FOREIGN_HOST, request.url());
        }
    }

    private void failed(Request request) {
        if (!WITHDRAWN.equals(request.failure())) {
            note(Kind.FAILED_REQUEST, request.failure() + " " + request.url());
        }
    }

    private void answered(Response response) {
        if (response.status() >= REFUSED) {
            note(Kind.FAILED_REQUEST, response.status() + " " + response.url());
        }
    }

    private void note(Kind kind, String words) {
        faults.add(new Fault(kind, words));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
