package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.ledger.Credits;

/** Whether the catalogue offers what was asked for. */
public sealed interface CheckOutcome {

    record Valid(Model model, Format format, Credits price) implements CheckOutcome {

        GenerationRequest request(String prompt, Settings settings) {
            return new GenerationRequest(model.id(), prompt, format, settings);
        }
    }

    record UnknownModel(String model) implements CheckOutcome {}

    /** It would cost us more than it brings in, so it is not on offer for now. */
    record Withdrawn(String model) implements CheckOutcome {}

    /**
     * Not offered by this model.
     *
     * @param field which part of the request the model does not offer
     * @param code stable, for programs
     */
    record Unsupported(String field, String code) implements CheckOutcome {}
}
