package dev.halftone.secrets;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.Secrets;
import dev.halftone.core.TransientFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** Parameters, fetched on first use and kept for five minutes, so that a rotation takes effect. */
public final class SsmSecrets implements Secrets {

    private static final String DEPENDENCY = "ssm";
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final SsmClient client;
    private final Clock clock;
    private final Map<String, Fetched> fetched = new ConcurrentHashMap<>();

    public SsmSecrets(SsmClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    private record Fetched(SecretText value, Instant at) {}

    @Override
    public SecretText value(String name) {
        Instant now = clock.instant();
        Fetched known = fetched.get(name);
        if (known != null && now.isBefore(known.at().plus(KEPT))) {
            return known.value();
        }
        SecretText value = fetch(name);
        fetched.put(name, new Fetched(value, now));
        return value;
    }

    /**
     * Asks for no parameter: the service refuses that, and the client is warm for the first one.
     */
    public void prime() {
        try {
            client.getParameters(get -> get.names(List.of()));
        } catch (SsmException _) {
            // Its answer, and the way there.
        } catch (SdkException e) {
            throw translated("none", e);
        }
    }

    private SecretText fetch(String name) {
        try {
            return new SecretText(
                    client.getParameter(get -> get.name(name).withDecryption(true))
                            .parameter()
                            .value());
        } catch (SdkException e) {
            throw translated(name, e);
        }
    }

    private static RuntimeException translated(String name, SdkException e) {
        return switch (e) {
            case SdkClientException _ -> new TransientFailure(DEPENDENCY, "no answer", e);
            case ParameterNotFoundException _ ->
                    new PermanentFailure(DEPENDENCY, "no parameter " + name, e);
            case AwsServiceException service
                    when service.isThrottlingException() || service.statusCode() >= 500 ->
                    new TransientFailure(DEPENDENCY, "overloaded", e);
            default -> e;
        };
    }
}
