package dev.halftone.function.providerpoll;

import dev.halftone.core.circuit.CheckKeys;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.circuit.WatchRoutes;
import dev.halftone.core.privacy.LogField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every key checked, and says in the log which are of no use. */
final class KeyWatch {
    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);

    private final CheckKeys checking;
    private final ProviderPollPorts ports;

    KeyWatch(ProviderPollPorts ports) {
        this.checking = new CheckKeys(ports.keyChecks(), new WatchRoutes(ports.circuits()));
        this.ports = ports;
    }

    void check() {
        checking.check(ports.clock().instant()).forEach(this::report);
    }

    private void report(String provider, KeyCheck.Outcome outcome) {
        switch (outcome) {
            case KeyCheck.Outcome.Accepted _ -> {}
            case KeyCheck.Outcome.Refused refused -> {
                ports.metrics().accept(ProviderPollFunction.PROVIDER_KEY_REFUSED);
                log(provider, refused.detail(), "A provider does not accept our key");
            }
            case KeyCheck.Outcome.Unknown unknown ->
                    log(
                            provider,
                            unknown.detail(),
                            "A provider did not say whether it accepts our key");
        }
    }

    private static void log(String provider, String detail, String line) {
        LOG.atInfo()
                .addKeyValue(LogField.PROVIDER.key(), provider)
                .addKeyValue(LogField.DETAIL.key(), detail)
                .log(line);
    }
}
