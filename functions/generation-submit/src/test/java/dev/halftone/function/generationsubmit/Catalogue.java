package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Generation;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** One person's batch in the real handler, and what happens to it. */
final class Catalogue {
    private static final int LOOKS_MAX = 500;

    private final Studio studio;
    private final Studio.Person person;
    private final String id;

    Catalogue(Studio studio, Studio.Person person, String file, String key) {
        this.studio = studio;
        this.person = person;
        HttpAnswer answer = studio.call(upload(person, file, key));
        assertThat(answer.status()).isEqualTo(201);
        this.id = answer.json().at("/batch/id").asString();
    }

    static HttpEvent upload(Studio.Person person, String file, String key) {
        return person.event("catalogue-upload").header("idempotency-key", key).body(file);
    }

    static String file(int rows) {
        return "name,colour\n"
                + IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> "Vase %d,blue\n".formatted(row))
                        .collect(Collectors.joining());
    }

    String id() {
        return id;
    }

    HttpEvent event(String name) {
        return person.event(name).pathParameter("id", id);
    }

    HttpAnswer call(String name) {
        return studio.call(event(name));
    }

    JsonNode quote() {
        HttpAnswer answer = call("catalogue-quote");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    HttpAnswer start() {
        return studio.call(
                event("catalogue-start").bodyField("quote", quote().get("quote").asString()));
    }

    /** How it stands, and how many rows. */
    JsonNode seen() {
        return call("catalogue").json();
    }

    int rows(String state) {
        return seen().at("/rows/" + state).asInt();
    }

    /** A message arrives after what it had to wait. */
    void look() {
        studio.clock.advance(Duration.ofSeconds(2));
        studio.look(id);
    }

    /** Every row of which somebody has begun a generation that nobody has ended. */
    List<Generation> underWay() {
        return studio
                .store
                .generations()
                .history(Samples.userId(person.number()), 100, null)
                .items()
                .stream()
                .filter(generation -> !generation.state().isTerminal())
                .toList();
    }

    void makeAll() {
        underWay().forEach(studio::make);
    }

    void failAll() {
        underWay().forEach(studio::fail);
    }

    /** Makes everything until nothing waits any more. */
    void run() {
        for (int looks = 0; looks < LOOKS_MAX && !state().equals("finished"); looks++) {
            look();
            makeAll();
        }
    }

    String state() {
        return seen().get("state").asString();
    }

    String result() {
        return call("catalogue-result").body();
    }
}
