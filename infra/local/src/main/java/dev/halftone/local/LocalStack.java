package dev.halftone.local;

import dev.halftone.template.Stack;
import dev.halftone.template.Template;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The deployed template with this machine's values for its parameters. */
final class LocalStack {
    private LocalStack() {}

    static Stack of(LocalConfig config, URI sandbox) {
        LocalPorts ports = config.ports();
        Map<String, String> parameters = new HashMap<>();
        parameters.put("Stage", "local");
        parameters.put("SignInStandIns", signInStandIns(config.choices(), sandbox));
        parameters.put("CookiePrefix", config.choices().cookiePrefix());
        parameters.put("StorageOrigin", LocalPorts.endpoint(ports.s3()).toString());
        if (config.choices().profile() != null) {
            parameters.put("Profile", config.choices().profile());
        }
        parameters.put("FetchStandIn", sandbox.toString());
        parameters.put("ProviderStandIns", standIns(config.choices(), sandbox));
        parameters.put("PaymentStandIns", paymentStandIns(config.choices(), sandbox));
        return new Stack(
                Template.read(config.template()), parameters, LocalPorts.endpoint(ports.sqs()));
    }

    /** The sandbox has every way to sign in under its id. */
    private static String signInStandIns(LocalChoices choices, URI sandbox) {
        return SignInIssuers.of(choices).stream()
                .map(way -> way.id() + "=" + sandbox + "/" + way.id())
                .collect(Collectors.joining(","));
    }

    /** The sandbox has every payment processor under its id. */
    private static String paymentStandIns(LocalChoices choices, URI sandbox) {
        return PaymentProcessors.of(choices).stream()
                .map(processor -> processor + "=" + sandbox + "/" + processor)
                .collect(Collectors.joining(","));
    }

    /** The sandbox has every provider under its name. */
    private static String standIns(LocalChoices choices, URI sandbox) {
        return ModelProviders.names().stream()
                .filter(provider -> !choices.isReal(provider))
                .map(provider -> provider + "=" + sandbox + "/" + provider)
                .collect(Collectors.joining(","));
    }
}
