package dev.halftone.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Legs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Goal: the texts and hashes that people hold on paper never change, and no change of a line goes
 * unnoticed. Method: vectors that {@code sha256sum} came to, and every change of one kind.
 */
class ChainTest {

    private static final List<String> TEXTS =
            List.of(
                    "{\"at\":\"2026-11-21T14:05:00.123Z\",\"key\":\"GRANT#welcome-1\",\"kind\":\"GRANT\","
                        + "\"legs\":{\"AVAILABLE\":25,\"GIVEN\":-25},\"reason\":\"welcome\"}",
                    "{\"at\":\"2026-11-21T14:06:00.000Z\",\"key\":\"PENDING#g1\",\"kind\":\"PENDING\","
                        + "\"legs\":{\"AVAILABLE\":-4,\"PENDING\":4},\"priceVersion\":\"2026-01\","
                        + "\"reason\":\"generation\",\"subject\":\"g1\"}",
                    "{\"at\":\"2026-11-21T14:07:00.000Z\",\"key\":\"POST#g1\",\"kind\":\"POST\","
                            + "\"legs\":{\"PENDING\":-4,\"USED\":4},\"priceVersion\":\"2026-01\","
                            + "\"reason\":\"a \\\"quoted\\\\ \\u0009\\u001f é€\uD83D\uDE00\","
                            + "\"subject\":\"g1\"}");

    private final List<Head> heads = SealSamples.heads(TEXTS);
    private final Head last = heads.getLast();

    // Protects: every verifier out there reads lines of exactly this spelling.
    @Test
    void spellsALineInOneWayOnly() {
        assertThat(SealSamples.lines()).extracting(LineText::text).isEqualTo(TEXTS);
    }

    // Protects: the hashes on paper; they were computed outside of Java.
    @Test
    void comesToTheHashesThatAreOnPaper() {
        assertThat(Head.begin(SealSamples.ACCOUNT).hash())
                .isEqualTo("c7349a362f200e1e7cf291e0c280475a2af0f3d40eb45406f72baf83bf53e82c");
        assertThat(heads)
                .extracting(Head::hash)
                .containsExactly(
                        "997cbe226bc2e2b9b07712e675bf2f73d4bd41df3aa709eac79b517b6d0f5394",
                        "067977771de1c897f29a7107dce9922717c7190fdf316208142b8fce17e0a1b9",
                        "d9c804c7807d714f931453d5cd8c2c6b2b0610a691860317809f2291c5e6c874");
        assertThat(heads).extracting(Head::number).containsExactly(1L, 2L, 3L);
    }

    // Protects: the account and the trace are the only parts of an entry that no line carries.
    @Test
    void sealsWhatAnEntrySays() {
        JournalEntry entry =
                new JournalEntry(
                        SealSamples.ACCOUNT,
                        "PENDING#g1",
                        JournalEntry.Kind.PENDING,
                        SealSamples.lines().get(1).legs(),
                        "g1",
                        "generation",
                        "2026-01",
                        null,
                        SealSamples.lines().get(1).at());

        assertThat(LineText.of(entry)).isEqualTo(SealSamples.lines().get(1));
    }

    // Protects: a line changed in any one bit of any one byte ends in another head.
    @Test
    void noticesEveryFlippedBitOfEveryLine() {
        for (int line = 0; line < TEXTS.size(); line++) {
            byte[] bytes = TEXTS.get(line).getBytes(StandardCharsets.UTF_8);
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                List<String> changed = new ArrayList<>(TEXTS);
                // One character for each byte, so that no two of them decode to the same text.
                changed.set(line, new String(flipped, StandardCharsets.ISO_8859_1));
                assertThat(head(changed)).isNotEqualTo(last);
            }
        }
    }

    // Protects: no line is dropped, doubled, inserted or moved without another head.
    @Test
    void noticesEveryDroppedInsertedAndReorderedLine() {
        Random random = new Random(20261121);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 40; line++) {
            lines.add(TEXTS.get(random.nextInt(TEXTS.size())).replace("g1", "g" + line));
        }
        Head whole = head(lines);
        for (int at = 0; at < lines.size(); at++) {
            List<String> dropped = new ArrayList<>(lines);
            String line = dropped.remove(at);
            assertThat(head(dropped)).isNotEqualTo(whole);
            List<String> inserted = new ArrayList<>(lines);
            inserted.add(at, line);
            assertThat(head(inserted)).isNotEqualTo(whole);
            for (int other = 0; other < lines.size(); other++) {
                List<String> reordered = new ArrayList<>(lines);
                Collections.swap(reordered, at, other);
                assertThat(head(reordered).equals(whole)).isEqualTo(reordered.equals(lines));
            }
        }
    }

    // Protects: the same lines of somebody else's account are another chain.
    @Test
    void bindsTheAccount() {
        Head other = Head.begin(SealSamples.account(2));
        for (String text : TEXTS) {
            other = other.then(text);
        }

        assertThat(other.hash()).isNotEqualTo(last.hash());
    }

    // Protects: a line follows only the head it was sealed after, and only as it was then.
    @Test
    void followsOnlyWhereAndAsItWasSealed() {
        LineText line = SealSamples.lines().get(1);
        SealedLine sealed = new SealedLine(2, heads.get(1).hash(), line);
        LineText richer =
                new LineText(
                        line.at(),
                        line.key(),
                        line.kind(),
                        line.legs().and(Balance.AVAILABLE, 1),
                        line.priceVersion(),
                        line.reason(),
                        line.subject());

        assertThat(sealed.follows(heads.get(0))).isTrue();
        assertThat(sealed.follows(heads.get(1))).isFalse();
        assertThat(new SealedLine(3, sealed.hash(), line).follows(heads.get(0))).isFalse();
        assertThat(new SealedLine(2, sealed.hash(), richer).follows(heads.get(0))).isFalse();
        assertThat(new SealedLine(2, sealed.hash(), null).follows(heads.get(0))).isFalse();
    }

    // Protects: the checkpoint on paper, and that it carries what the lines before it came to.
    @Test
    void addsUpACheckpointThatCanBeReadBack() {
        Checkpoint checkpoint = Checkpoint.begin(SealSamples.ACCOUNT);
        for (LineText line : SealSamples.lines()) {
            checkpoint = checkpoint.then(line);
        }

        assertThat(checkpoint.head()).isEqualTo(last);
        assertThat(checkpoint.balances())
                .isEqualTo(
                        new Legs(
                                Map.of(
                                        Balance.GIVEN, -25L,
                                        Balance.AVAILABLE, 21L,
                                        Balance.USED, 4L)));
        assertThat(checkpoint.text())
                .isEqualTo(
                        "{\"account\":\"acc_00000000000000000000000000000001\","
                                + "\"balances\":{\"AVAILABLE\":21,\"GIVEN\":-25,\"USED\":4},"
                                + "\"hash\":\""
                                + last.hash()
                                + "\",\"number\":3}");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    // Protects: a text that is not the canonical one is never taken for it.
    @Test
    void readsNoOtherSpelling() {
        String text = new Checkpoint(last, SealSamples.lines().getFirst().legs()).text();

        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
        for (String other :
                List.of(
                        text + " ",
                        text.replace("25,\"GIVEN\":-25", "25,\"GIVEN\":-25,"),
                        text.replace(
                                "\"AVAILABLE\":25,\"GIVEN\":-25", "\"GIVEN\":-25,\"AVAILABLE\":25"),
                        text.replace("\"number\":3", "\"number\":03"),
                        text.replace("GIVEN", "LENT"))) {
            assertThatThrownBy(() -> Checkpoint.parse(other))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Head head(List<String> texts) {
        return SealSamples.heads(texts).getLast();
    }
}
