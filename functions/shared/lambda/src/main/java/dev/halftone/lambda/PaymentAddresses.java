package dev.halftone.lambda;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Where payment processors are called, and under which names the parameter store holds their
 * secrets. A further processor needs no variable of its own.
 *
 * @param secrets what the names of all their secrets begin with
 * @param standIns what is called in the place of processors during development, by their ids
 */
public record PaymentAddresses(String secrets, Map<String, URI> standIns) {

    /** The variables that are read. */
    public static final Set<String> KEYS = Set.of("PAYMENT_PARAMETERS", "PAYMENT_STAND_INS");

    /** The id of Stripe, in profiles and in the names of its parameters. */
    public static final String STRIPE = "stripe";

    // https://docs.stripe.com/api
    private static final URI STRIPE_API = URI.create("https://api.stripe.com");
    private static final String OF_WEBHOOKS = "-webhook";

    public PaymentAddresses {
        standIns = Map.copyOf(standIns);
    }

    /**
     * Reads them.
     *
     * @throws IllegalStateException naming the variable, if stand-ins are not {@code name=address}
     */
    public static PaymentAddresses read(Environment environment) {
        return new PaymentAddresses(
                environment.text("PAYMENT_PARAMETERS"),
                StandIns.read(environment, "PAYMENT_STAND_INS"));
    }

    /** The name of the parameter that holds the key with which a processor is called. */
    public String keyParameter(String processor) {
        return secrets + processor;
    }

    /**
     * The name of the parameter that holds what a processor signs its messages with: one secret, or
     * two separated by a blank while one takes the place of the other.
     */
    public String webhookParameter(String processor) {
        return secrets + processor + OF_WEBHOOKS;
    }

    /** Where Stripe is called. */
    public URI stripe() {
        return standIns.getOrDefault(STRIPE, STRIPE_API);
    }
}
