package dev.halftone.function.providerpoll;

import java.util.Map;

/** The variables of the function, as its tests set them. */
final class Variables {
    static final Map<String, String> ALL =
            Map.ofEntries(
                    Map.entry("STUDIO_TABLE", "studio"),
                    Map.entry("LEDGER_TABLE", "ledger"),
                    Map.entry("MEDIA_BUCKET", "media"),
                    Map.entry("PROFILE", "test"),
                    Map.entry("PROVIDER_QUEUE_URL", "https://queue.example.org/provider"),
                    Map.entry("DELIVERY_QUEUE_URL", "https://queue.example.org/delivery"),
                    Map.entry("DIRECT_QUEUE_URL", "https://queue.example.org/direct"),
                    Map.entry("PUBLIC_URL_PARAMETER", "/halftone/test/public-url"),
                    Map.entry("SIGNING_KEY_PARAMETER", "/halftone/test/signing-key"),
                    Map.entry("PROVIDER_PARAMETERS", "/halftone/test/providers/"));

    private Variables() {}
}
