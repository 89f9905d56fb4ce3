package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Place;
import dev.halftone.template.Resource;
import dev.halftone.template.Template;
import java.util.Map;
import java.util.Objects;

/** What the gateway is told to log. It does so in the cloud only, so its template is read. */
final class AccessLog {
    private AccessLog() {}

    static void report(Template template, Observation observation) {
        Resource api = Objects.requireNonNull(template.resource("Api"));
        Object settings = Objects.requireNonNull(api.properties().get("AccessLogSettings"));
        String format = String.valueOf(((Map<?, ?>) settings).get("Format"));
        if (!Leaves.of(format, (key, _) -> observation.see(new Place.AccessLogKey(key), null))) {
            throw new IllegalStateException("The access log is no JSON: " + format);
        }
    }
}
