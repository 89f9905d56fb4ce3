package dev.halftone.lambda;

import dev.halftone.core.account.SignedIn;

/** Who is asking, or the answer that refuses the request. */
public sealed interface Guarded {
    record Caller(SignedIn signedIn) implements Guarded {}

    record Refused(HttpResponse response) implements Guarded {}
}
