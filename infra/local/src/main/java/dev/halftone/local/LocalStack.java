package dev.halftone.local;

import dev.halftone.sandbox.Sandbox;
import dev.halftone.template.Stack;
import dev.halftone.template.Template;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The deployed template with this machine's values for its parameters. */
final class LocalStack {
    private LocalStack() {}

    static Stack of(LocalConfig config, URI sandbox) {
        LocalPorts ports = config.ports();
        Map<String, String> parameters = new HashMap<>();
        parameters.put("Stage", "local");
        parameters.put("GoogleIssuer", sandbox + "/google");
        parameters.put("GoogleClientId", Sandbox.GOOGLE_CLIENT_ID);
        parameters.put("CookiePrefix", config.choices().cookiePrefix());
        parameters.put("StorageOrigin", LocalPorts.endpoint(ports.s3()).toString());
        if (config.choices().profile() != null) {
            parameters.put("Profile", config.choices().profile());
        }
        for (StandIn standIn : StandIn.values()) {
            if (!config.choices().isReal(standIn)) {
                standIn.standIn(sandbox, parameters);
            }
        }
        return new Stack(
                Template.read(config.template()), parameters, LocalPorts.endpoint(ports.sqs()));
    }
}
