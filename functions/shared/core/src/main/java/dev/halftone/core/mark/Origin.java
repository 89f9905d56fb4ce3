package dev.halftone.core.mark;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What a mark says of a file: which model made it, and when. Nothing leads from it to a person, not
 * even the time of day.
 *
 * @param model its name in our catalogue
 * @param day of UTC
 */
public record Origin(String model, LocalDate day) {

    private static final Pattern MODEL = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public Origin {
        if (!MODEL.matcher(model).matches()) {
            throw new IllegalArgumentException("Not the name of a model");
        }
    }
}
