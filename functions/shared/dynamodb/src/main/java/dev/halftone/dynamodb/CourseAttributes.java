package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.generation.Course;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Rule;
import dev.halftone.core.generation.Setback;
import dev.halftone.core.generation.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What has happened to a generation, as two attributes of its item. A step takes some sixty bytes,
 * so that a usual course stays below half a kilobyte.
 */
final class CourseAttributes {

    private static final String STEPS = "steps"; // L of M, absent in the oldest items
    private static final String LEFT_OUT = "stepsLeftOut"; // N, absent if none
    private static final String KIND = "kind"; // S
    private static final String AT = "at"; // S, instant
    private static final String PROVIDER = "provider"; // S, optional
    private static final String SETBACK = "why"; // S, optional
    private static final String RULE = "rule"; // N, by which credits ended

    private CourseAttributes() {}

    static Map<String, AttributeValue> write(Course course) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(
                STEPS,
                AttributeValue.fromL(
                        course.steps().stream().map(CourseAttributes::write).toList()));
        if (course.leftOut() > 0) {
            item.put(LEFT_OUT, n(course.leftOut()));
        }
        return item;
    }

    private static AttributeValue write(Step step) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put(KIND, s(step.kind().code()));
        map.put(AT, s(step.at()));
        if (step.provider() != null) {
            map.put(PROVIDER, s(step.provider()));
        }
        if (step.setback() != null) {
            map.put(SETBACK, s(step.setback().code()));
        }
        if (step.rule() != null) {
            map.put(RULE, n(step.rule().number()));
        }
        return AttributeValue.fromM(map);
    }

    /** What is older than steps is told from its beginning and its end. */
    static Course read(Attributes item, Instant createdAt, GenerationState state) {
        return item.has(STEPS)
                ? new Course(
                        item.list(STEPS).stream().map(CourseAttributes::step).toList(),
                        Math.toIntExact(item.optionalNumber(LEFT_OUT).orElse(0L)))
                : Course.recalled(createdAt, state);
    }

    private static Step step(Attributes map) {
        return new Step(
                Step.Kind.ofCode(map.text(KIND)).orElseThrow(CourseAttributes::unreadable),
                map.instant(AT),
                map.optionalText(PROVIDER).orElse(null),
                setback(map),
                rule(map));
    }

    private static @Nullable Setback setback(Attributes map) {
        return map.has(SETBACK)
                ? Setback.ofCode(map.text(SETBACK)).orElseThrow(CourseAttributes::unreadable)
                : null;
    }

    private static @Nullable Rule rule(Attributes map) {
        return map.has(RULE)
                ? Rule.ofNumber(Math.toIntExact(map.number(RULE)))
                        .orElseThrow(CourseAttributes::unreadable)
                : null;
    }

    private static PermanentFailure unreadable() {
        return new PermanentFailure("dynamodb", "a step of another kind");
    }
}
