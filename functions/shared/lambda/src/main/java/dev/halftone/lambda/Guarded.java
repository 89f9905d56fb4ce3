package dev.halftone.lambda;

import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SignedIn;

/** Who is asking, or the answer that refuses the request. */
public sealed interface Guarded {
    record Caller(SignedIn signedIn) implements Guarded {

        /** The session of a caller that a session was asked of. */
        public Session session() {
            return switch (signedIn.credential()) {
                case Session session -> session;
                case ApiToken _ -> throw new IllegalStateException("A token is no session");
            };
        }
    }

    record Refused(HttpResponse response) implements Guarded {}
}
