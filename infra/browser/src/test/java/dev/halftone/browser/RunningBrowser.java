package dev.halftone.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;

/** One Chromium for all visits; each visit has cookies and a cache of its own in it. */
final class RunningBrowser {
    private static final Map<String, String> NO_DOWNLOAD =
            Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final Browser BROWSER = start();

    private RunningBrowser() {}

    static Browser get() {
        return BROWSER;
    }

    private static Browser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visit.PATIENCE_MILLIS);
        Playwright playwright =
                Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(Chromium.find(System.getenv())));
    }
}
