package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.CREATIVE_INPUT;
import static dev.halftone.core.privacy.Category.GENERATION_RECORD;
import static dev.halftone.core.privacy.Kind.ACCOUNT_ID;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.CREDITS;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.PROMPT;
import static dev.halftone.core.privacy.Kind.STATE;
import static dev.halftone.core.privacy.Kind.TRACE;
import static dev.halftone.core.privacy.Kind.USER_ID;
import static dev.halftone.core.privacy.Table.STUDIO;

import java.util.List;

/** Tables of products, and how far their pictures have come. */
final class BatchesInStudio {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(STUDIO, "BATCH", CREATIVE_INPUT)
                            .add("columns[]", PROMPT, "put cells into the words")
                            .add("template", PROMPT, "say what is made of each row")
                            .add("model", CHOICE, "make the pictures")
                            .add("aspectRatio", CHOICE, "make the pictures")
                            .add("resolution", CHOICE, "make the pictures")
                            .add("durationSeconds", CHOICE, "make the films")
                            .list(),
                    Declarations.of(STUDIO, "BATCH", GENERATION_RECORD)
                            .add(
                                    "pk",
                                    USER_ID,
                                    BOOKKEEPING,
                                    "find the batch, and those of one person")
                            .add("sk", BOOKKEEPING, "tell it from its rows")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("ownerId", USER_ID, "show it to its owner, and to nobody else")
                            .add("accountId", ACCOUNT_ID, "charge what is made of it")
                            .add("traceId", TRACE, "find every step of what a person did")
                            .add("createdAt", MOMENT, "list the newest first")
                            .add("rowCount", NUMBER, "show how far it is")
                            .add("sha256", BOOKKEEPING, "tell a repeat from another file")
                            .add("state", STATE, "show how it stands")
                            .add("pauseReason", STATE, "say why it does not go on")
                            .add("pausedAt", MOMENT, "look more rarely")
                            .add("pausedUntil", MOMENT, "know when to look again")
                            .add("credits", CREDITS, "charge the promised price")
                            .add("priceVersion", STATE, "say which price list that was")
                            .add("marks", STATE, "show how every row stands")
                            .add("tries", NUMBER, "make no row for ever")
                            .add("slots[].row", NUMBER, "know what is being made")
                            .add("slots[].since", MOMENT, "begin what was taken and left")
                            .add("dueShard", BOOKKEEPING, "find what is overdue")
                            .add("dueAt", MOMENT, "find what is overdue")
                            .add("revision", NUMBER, "let one worker win")
                            .add("countedUntil", MOMENT, "remove what nobody started")
                            .list(),
                    Declarations.of(STUDIO, "ROWS", CREATIVE_INPUT)
                            .add("pk", BOOKKEEPING, "find the rows of a batch")
                            .add("sk", BOOKKEEPING, "find a row")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("rows[].row", NUMBER, "count them")
                            .add("rows[].line", NUMBER, "say where a mistake is")
                            .add("rows[].cells[]", PROMPT, "say what is to be seen")
                            .add("countedUntil", MOMENT, "remove what nobody started")
                            .list(),
                    Declarations.of(STUDIO, "LANE", GENERATION_RECORD)
                            .add("pk", USER_ID, "let nobody's rows delay others'")
                            .add("sk", BOOKKEEPING, "tell it from batches")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("running.*", NUMBER, "make only so many at once")
                            .add("revision", NUMBER, "let one worker win")
                            .list());

    private BatchesInStudio() {}
}
