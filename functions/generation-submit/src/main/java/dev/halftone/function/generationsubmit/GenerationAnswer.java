package dev.halftone.function.generationsubmit;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.Generation;
import dev.halftone.lambda.GenerationResource;
import dev.halftone.lambda.HttpResponse;
import java.util.Locale;

/** Answers with a generation. */
record GenerationAnswer(Catalogue catalogue) {
    HttpResponse with(int status, Generation generation, Locale locale) {
        return HttpResponse.json(status, GenerationResource.of(generation, catalogue, locale));
    }
}
