package dev.halftone.function.checkout;

import dev.halftone.core.account.Language;
import dev.halftone.lambda.HttpRequest;

/** The language of whoever asks. */
final class Spoken {
    private Spoken() {}

    static Language in(HttpRequest request) {
        return Language.ofTag(request.locale().toLanguageTag()).orElse(Language.EN);
    }
}
