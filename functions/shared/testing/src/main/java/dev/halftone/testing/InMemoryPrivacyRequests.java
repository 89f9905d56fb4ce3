package dev.halftone.testing;

import dev.halftone.core.privacy.PrivacyRequest;
import dev.halftone.core.privacy.PrivacyRequests;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Privacy requests in memory. */
public final class InMemoryPrivacyRequests implements PrivacyRequests {

    private final Map<String, PrivacyRequest> requests = new ConcurrentHashMap<>();

    @Override
    public void file(PrivacyRequest request) {
        requests.putIfAbsent(request.id(), request);
    }

    @Override
    public Optional<PrivacyRequest> find(String id) {
        return Optional.ofNullable(requests.get(id));
    }

    /** How many were filed. */
    public int count() {
        return requests.size();
    }
}
