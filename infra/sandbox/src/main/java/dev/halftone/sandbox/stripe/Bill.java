package dev.halftone.sandbox.stripe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody is charged, and on whose behalf it is known. */
record Bill(
        long amountMinor,
        String currency,
        @Nullable String customer,
        @Nullable String email,
        Map<String, String> metadata,
        String last4) {}
