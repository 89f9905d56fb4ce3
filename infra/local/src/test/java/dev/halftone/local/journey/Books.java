package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a person can read of their credits, and whether it adds up.
 *
 * @param lines the whole statement, newest first
 */
record Books(JsonNode account, List<JsonNode> lines) {

    // Oldest first: what may be written of one generation, and nothing else.
    private static final Set<List<String>> STORIES =
            Set.of(List.of("pending"), List.of("pending", "post"), List.of("pending", "void"));

    private static final List<String> BALANCES =
            List.of("available", "upcoming", "waiting", "pending", "used", "expired", "revoked");

    Books {
        lines = List.copyOf(lines);
    }

    /** Every credit is somewhere, every line explains its balance, and nothing ends twice. */
    Books balanced() {
        conserved(account);
        assertThat(lines.stream().map(line -> line.get("id").asString()))
                .as("ids of the lines")
                .doesNotHaveDuplicates();
        Map<String, Long> sums = new HashMap<>();
        for (JsonNode line : lines.reversed()) {
            long credits = line.get("credits").asLong();
            switch (line.get("kind").asString()) {
                case "grant" -> sums.merge("available", credits, Long::sum);
                case "pending", "void" -> {
                    sums.merge("available", credits, Long::sum);
                    sums.merge("pending", -credits, Long::sum);
                }
                case "post" -> {
                    sums.merge("pending", credits, Long::sum);
                    sums.merge("used", -credits, Long::sum);
                }
                case "expire" -> {
                    sums.merge("available", credits, Long::sum);
                    sums.merge("expired", -credits, Long::sum);
                }
                default -> throw new AssertionError("Unknown line " + line);
            }
            assertThat(sums.get("available"))
                    .as("available after %s", line)
                    .isNotNegative()
                    .isEqualTo(line.get("availableAfter").asLong());
        }
        for (String balance : List.of("available", "pending", "used", "expired")) {
            assertThat(sums.getOrDefault(balance, 0L))
                    .as(balance)
                    .isEqualTo(account.path(balance).asLong(0));
        }
        generations().forEach(this::endsOnce);
        return this;
    }

    /** What was paid for a generation, and kept. */
    Books charged(String generation, long credits) {
        assertThat(story(generation)).containsExactly("pending", "post");
        assertThat(amounts(generation)).containsOnly(credits);
        return balanced();
    }

    /** What was paid for a generation, and came back for a reason. */
    Books refunded(String generation, long credits, String failure) {
        assertThat(story(generation)).containsExactly("pending", "void");
        assertThat(amounts(generation)).containsOnly(credits);
        assertThat(of(generation).getFirst().get("failure").asString()).isEqualTo(failure);
        return balanced();
    }

    /** What was granted is somewhere, and nothing is below zero. */
    static void conserved(JsonNode account) {
        long sum = -amount(account, "debt");
        for (String balance : BALANCES) {
            sum += amount(account, balance);
        }
        assertThat(sum).as("%s", account).isEqualTo(amount(account, "granted"));
    }

    private static long amount(JsonNode account, String balance) {
        long amount = account.path(balance).asLong(0);
        assertThat(amount).as("%s of %s", balance, account).isNotNegative();
        return amount;
    }

    private void endsOnce(String generation) {
        assertThat(STORIES).as("lines of %s", generation).contains(story(generation));
        assertThat(Set.copyOf(amounts(generation))).as("amounts of %s", generation).hasSize(1);
    }

    private Set<String> generations() {
        return lines.stream()
                .filter(line -> line.path("generation").isString())
                .map(line -> line.get("generation").asString())
                .collect(Collectors.toSet());
    }

    /** Newest first. */
    private List<JsonNode> of(String generation) {
        return lines.stream()
                .filter(line -> generation.equals(line.path("generation").asString("")))
                .toList();
    }

    private List<String> story(String generation) {
        return of(generation).reversed().stream().map(line -> line.get("kind").asString()).toList();
    }

    private List<Long> amounts(String generation) {
        return of(generation).stream().map(line -> Math.abs(line.get("credits").asLong())).toList();
    }
}
