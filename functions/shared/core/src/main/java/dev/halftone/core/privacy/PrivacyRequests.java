package dev.halftone.core.privacy;

import java.util.Optional;

/** What was asked for and has to be answered. */
public interface PrivacyRequests {

    /** Keeps a request; repeating it changes nothing. */
    void file(PrivacyRequest request);

    Optional<PrivacyRequest> find(String id);
}
