package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.CREATIVE_INPUT;
import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Category.WORK_MESSAGE;
import static dev.halftone.core.privacy.DataSubject.NOBODY;
import static dev.halftone.core.privacy.DataSubject.USER;
import static dev.halftone.core.privacy.Kind.OPERATOR_SECRET;
import static dev.halftone.core.privacy.Kind.PROMPT;
import static dev.halftone.core.privacy.Kind.STATE;

import java.util.List;

/** What whoever judges words is told: the words, and not whose they are. */
final class ToldToModeration {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(Told.to(Recipient.MODERATION), USER, CREATIVE_INPUT)
                            .add("body.input[]", PROMPT, "hear whether it may be made")
                            .list(),
                    Declarations.of(Told.to(Recipient.MODERATION), USER, WORK_MESSAGE)
                            .add("path", STATE, "ask for a judgement")
                            .list(),
                    Declarations.of(Told.to(Recipient.MODERATION), NOBODY, OPERATION)
                            .add("header.authorization", OPERATOR_SECRET, "be known there")
                            .add("body.model", STATE, "name the model that judges")
                            .list());

    private ToldToModeration() {}
}
