package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.CREATIVE_INPUT;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.GENERATION_ID;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.PROMPT;
import static dev.halftone.core.privacy.Kind.USER_ID;
import static dev.halftone.core.privacy.Table.STUDIO;

import java.util.List;

/** What is kept of storyboards. */
final class StoryboardItems {

    static final List<Declaration> STORYBOARD =
            of("STORYBOARD")
                    .add("sk", BOOKKEEPING, "tell it from the owner's others")
                    .add("brief", PROMPT, "plan its shots")
                    .add("planned", CHOICE, "plan as many shots as were asked for")
                    .add("moving", CHOICE, "plan films or pictures")
                    .add("planning", GENERATION_ID, "find its plan")
                    .add("model", CHOICE, "make its shots")
                    .add("aspectRatio", CHOICE, "make its shots")
                    .add("resolution", CHOICE, "make its shots")
                    .add("seconds", CHOICE, "make its shots")
                    .add("createdAt", MOMENT, "list the newest first")
                    .add("edition", NUMBER, "overwrite nothing that its writer has not seen")
                    .add("title", PROMPT, "show which story it is")
                    .add("numbered", NUMBER, "give no shot the number of another")
                    .add("shots[].number", NUMBER, "find what was made of a shot")
                    .add("shots[].title", PROMPT, "show which shot it is")
                    .add("shots[].prompt", PROMPT, "make the shot")
                    .add("shots[].seconds", CHOICE, "make the shot as long as it is to be")
                    .list();

    static final List<Declaration> TAKE =
            of("TAKE")
                    .add("sk", GENERATION_ID, "find what was made")
                    .add("shot", NUMBER, "find what was made of a shot")
                    .add("at", MOMENT, "list the oldest first")
                    .list();

    private StoryboardItems() {}

    private static Declarations of(String item) {
        return Declarations.of(STUDIO, item, CREATIVE_INPUT)
                .add("pk", USER_ID, "show it to its owner, and to nobody else")
                .add("v", BOOKKEEPING, "read the rest as it was written");
    }
}
