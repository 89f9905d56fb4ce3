package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects the words and numbers that stand in files, links and stored rows for ever. */
class WordsTest {

    @Test
    void namesEachBalance() {
        assertThat(Arrays.stream(Balance.values()).map(Balance::label))
                .containsExactly(
                        "given",
                        "bought",
                        "available",
                        "waiting",
                        "pending",
                        "used",
                        "expired",
                        "revoked",
                        "debt");
    }

    @Test
    void burnsWhatWasGivenBeforeWhatWasBought() {
        assertThat(
                        Arrays.stream(GrantSource.values())
                                .collect(
                                        Collectors.toMap(
                                                GrantSource::label, GrantSource::priority)))
                .containsOnly(
                        Map.entry("welcome", 10),
                        Map.entry("reward", 20),
                        Map.entry("operator", 30),
                        Map.entry("subscription", 60),
                        Map.entry("purchase", 80),
                        Map.entry("restored", 80));
    }

    @ParameterizedTest
    @EnumSource
    void findsEveryGroupOfLinesByItsWord(LineGroup group) {
        assertThat(LineGroup.labelled(group.label())).contains(group);
        assertThat(LineGroup.labelled(group.name())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void putsEveryKindOfLineIntoAGroup(JournalEntry.Kind kind) {
        assertThat(LineGroup.of(kind)).isNotNull();
    }
}
