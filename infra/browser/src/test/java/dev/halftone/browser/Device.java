package dev.halftone.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** What somebody visits with. */
enum Device {
    DESKTOP,
    PHONE;

    NewContextOptions options() {
        return switch (this) {
            case DESKTOP ->
                    new NewContextOptions()
                            .setViewportSize(1280, 800)
                            .setLocale("en-GB")
                            .setColorScheme(ColorScheme.LIGHT);
            case PHONE ->
                    new NewContextOptions()
                            .setViewportSize(375, 740)
                            .setDeviceScaleFactor(1)
                            .setIsMobile(true)
                            .setHasTouch(true)
                            .setLocale("en-US")
                            .setColorScheme(ColorScheme.DARK)
                            .setReducedMotion(ReducedMotion.REDUCE);
        };
    }
}
