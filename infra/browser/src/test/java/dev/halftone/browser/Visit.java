package dev.halftone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.halftone.browser.Fault.Kind;
import dev.halftone.local.LocalStudio;
import dev.halftone.sandbox.mail.Delivered;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Each test's visit with a browser that has never been here, watched to its end. */
final class Visit implements BeforeEachCallback, AfterEachCallback {
    /** Generous, for machines that do much else; only a failure takes it. */
    static final double PATIENCE_MILLIS = 60_000;

    private static final double GLANCE_MILLIS = 200;

    private static final String TICK =
            "{\"source\":\"aws.scheduler\",\"time\":\"2026-11-16T16:00:00Z\",\"detail\":\"{}\"}";

    /** What moves without end may be moving. */
    private static final String AT_REST =
            """
            () => !document.querySelector("[aria-busy]") && document.getAnimations().every((animation) =>
              animation.playState !== "running" ||
              animation.effect.getComputedTiming().iterations === Infinity)
            """;

    private final LocalStudio studio = RunningStudio.get();
    private final List<Predicate<Fault>> expected = new ArrayList<>();
    private String name = "";
    private int steps;
    private @Nullable BrowserContext context;
    private @Nullable Watcher watcher;
    private @Nullable Page page;

    @Override
    public void beforeEach(ExtensionContext test) {
        name = test.getRequiredTestMethod().getName();
        steps = 0;
        expected.clear();
    }

    /** The first page, still empty. */
    Page open(Device device) {
        return open(device, device.options());
    }

    /** The same for somebody whose browser prefers {@code language}. */
    Page open(Device device, String language) {
        return open(device, device.options().setLocale(language));
    }

    private Page open(Device device, NewContextOptions options) {
        name = name + "-" + device.name().toLowerCase(Locale.ROOT);
        BrowserContext opened = RunningBrowser.get().newContext(options);
        opened.setDefaultTimeout(PATIENCE_MILLIS);
        context = opened;
        watcher =
                new Watcher(
                        opened, Set.of(home().toString(), studio.sandbox().toString(), storage()));
        page = opened.newPage();
        return page;
    }

    URI home() {
        return studio.address();
    }

    /** Other people's sites. */
    URI site() {
        return studio.sandbox();
    }

    /** What was mailed to anybody, newest first. */
    List<Delivered> letters() {
        return studio.letters();
    }

    String storage() {
        return studio.storage().toString();
    }

    /** Has the lines of whoever is on the page signed, once so many of them are sealed. */
    void untilSigned(Page seen, int lines) {
        String proof = home().resolve("/v1/account/statement/proof").toString();
        long giveUp = System.nanoTime() + (long) (PATIENCE_MILLIS * 1_000_000);
        String read = "";
        while (!read.contains("\nproof " + lines + " ") && System.nanoTime() < giveUp) {
            read = seen.request().get(proof).text();
            if (read.lines().filter(line -> line.startsWith("line ")).count() == lines) {
                studio.invoke("LedgerSealFunction", TICK);
            }
            seen.waitForTimeout(GLANCE_MILLIS);
        }
        assertThat(read).contains("\nproof " + lines + " ");
    }

    /** What the test causes on purpose is no fault of the page. */
    void expect(Kind kind, String words) {
        expected.add(fault -> fault.kind() == kind && fault.words().contains(words));
    }

    /** Looks at the page as it stands and keeps a picture of it, named by the step. */
    void look(String step) {
        Page shown = Objects.requireNonNull(page, "nobody has come yet");
        shown.waitForFunction(AT_REST);
        shown.screenshot(new Page.ScreenshotOptions().setPath(picture(step)));
        watcher().look(shown);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (context == null || page == null) {
            return;
        }
        try {
            if (test.getExecutionException().isPresent()) {
                page.screenshot(new Page.ScreenshotOptions().setPath(picture("failed")));
            }
            assertThat(faults(page)).isEmpty();
        } finally {
            context.close();
        }
    }

    private Watcher watcher() {
        return Objects.requireNonNull(watcher, "nobody has come yet");
    }

    private List<Fault> faults(Page seen) {
        // The browser reports in order: after an answer, everything before it has been noted.
        seen.evaluate("() => 0");
        return watcher().faults().stream()
                .filter(fault -> expected.stream().noneMatch(one -> one.test(fault)))
                .toList();
    }

    private Path picture(String step) {
        steps++;
        return Screenshots.of(name, steps, step);
    }
}
