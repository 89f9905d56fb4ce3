package dev.halftone.testing;

import dev.halftone.core.privacy.PrivacyRequests;

class InMemoryPrivacyRequestsTest extends PrivacyRequestsContract {

    private final PrivacyRequests requests = new InMemoryPrivacyRequests();

    @Override
    protected PrivacyRequests requests() {
        return requests;
    }
}
