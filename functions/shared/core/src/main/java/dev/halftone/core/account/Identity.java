package dev.halftone.core.account;

/** Who an identity provider says this is. The pair is the key; an address or a name never is. */
public record Identity(String issuer, String subject) {

    // OpenID Connect Core 1.0, section 2: a subject has at most 255 characters.
    private static final int SUBJECT_CHARACTERS_MAX = 255;

    public Identity {
        if (issuer.isBlank() || subject.isBlank() || subject.length() > SUBJECT_CHARACTERS_MAX) {
            throw new IllegalArgumentException("An identity has an issuer and a subject");
        }
    }
}
