package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Category.SESSION;
import static dev.halftone.core.privacy.DataSubject.NOBODY;
import static dev.halftone.core.privacy.DataSubject.USER;
import static dev.halftone.core.privacy.Kind.ADDRESS;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.OPERATOR_SECRET;
import static dev.halftone.core.privacy.Kind.SIGN_IN_SECRET;
import static dev.halftone.core.privacy.Kind.STATE;

import java.util.List;

/** What those are told who vouch for people, beside Google. */
final class ToldToIssuers {
    private static final String KEYS = "ask for the keys that its tokens are proven by";

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(Told.to(Recipient.GITHUB), USER, SESSION)
                            .add("redirect.response_type", STATE, "sign in")
                            .add("redirect.client_id", STATE, "say who asks")
                            .add("redirect.redirect_uri", ADDRESS, "come back here")
                            .add("redirect.scope", STATE, "learn address, name and picture")
                            .add("redirect.state", SIGN_IN_SECRET, "come back to this browser")
                            .add("redirect.code_challenge", SIGN_IN_SECRET, "be the one who asked")
                            .add("redirect.code_challenge_method", STATE, "be the one who asked")
                            .add("redirect.prompt", STATE, "let people choose their account")
                            .add("path", STATE, "ask the right question")
                            .add("query.per_page", NUMBER, "learn of all addresses at once")
                            .add("body.code", SIGN_IN_SECRET, "exchange the code")
                            .add("body.code_verifier", SIGN_IN_SECRET, "be the one who asked")
                            .add("body.redirect_uri", ADDRESS, "be the one who asked")
                            .add("body.client_id", STATE, "say who asks")
                            .add("header.authorization", SIGN_IN_SECRET, "ask who signs in")
                            .list(),
                    Declarations.of(Told.to(Recipient.GITHUB), NOBODY, OPERATION)
                            .add("body.client_secret", OPERATOR_SECRET, "be known to GitHub")
                            .add("header.x-github-api-version", STATE, "get the known answer")
                            .list(),
                    Declarations.of(Told.to(Recipient.CLERK), NOBODY, OPERATION)
                            .add("path", STATE, KEYS)
                            .list(),
                    Declarations.of(Told.to(Recipient.FIREBASE), NOBODY, OPERATION)
                            .add("path", STATE, KEYS)
                            .list());

    private ToldToIssuers() {}
}
