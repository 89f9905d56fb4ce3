package dev.halftone.lambda;

import dev.halftone.core.catalogue.ProviderEntry;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Where providers are called, and under which names the parameter store holds their keys. A new
 * provider needs no variable of its own: its profile entry says where it is, and its name where its
 * key is.
 *
 * @param keys what the names of all their keys begin with
 * @param standIns what is called in the place of providers during development, by their names
 */
public record ProviderAddresses(String keys, Map<String, URI> standIns) {

    /** The variables that are read. */
    public static final Set<String> KEYS = Set.of("PROVIDER_PARAMETERS", "PROVIDER_STAND_INS");

    public ProviderAddresses {
        standIns = Map.copyOf(standIns);
    }

    /**
     * Reads them.
     *
     * @throws IllegalStateException naming the variable, if stand-ins are not {@code name=address}
     */
    public static ProviderAddresses read(Environment environment) {
        return new ProviderAddresses(
                environment.text("PROVIDER_PARAMETERS"),
                StandIns.read(environment, "PROVIDER_STAND_INS"));
    }

    /** The name of the parameter that holds the key of a provider. */
    public String keyParameter(String provider) {
        return keys + provider;
    }

    /** Where a provider is called. */
    public URI baseUrl(ProviderEntry provider) {
        return standIns.getOrDefault(provider.name(), provider.baseUrl());
    }

    /**
     * Where a provider publishes the keys of its callbacks; its base if it names no other place.
     */
    public URI callbackKeys(ProviderEntry provider) {
        URI declared = provider.callbackKeys();
        URI standIn = standIns.get(provider.name());
        if (declared == null) {
            return baseUrl(provider);
        }
        return standIn == null ? declared : URI.create(standIn + declared.getPath());
    }
}
