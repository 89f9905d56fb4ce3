package dev.halftone.core.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.Digest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goal: the tree is that of RFC 6962. Method: vectors from outside of Java, and the RFC's own
 * recursion for every size up to one that has all shapes.
 */
class MerkleTreeTest {

    private static final int SIZE_MAX = 70;

    // Protects: the trees of the roots on paper; the hashes were computed outside of Java.
    @ParameterizedTest
    @CsvSource({
        "1, bbcf508b2ab7346f28150d1e17c5848e7e136889c19cfaf6c6608adb8ddc920f",
        "2, 64ac2dc9ed8d1d4fd08f5f7037e2ed2d868e15e46ef9ef03972eaa16129954ea",
        "3, e777e3cdc4f4d165faa5cb79bfc4392a2bf19a91d2515694e8765d0046e6fb40",
        "5, 4589b64e19081e46f1be036b10435ba379bb82f7c90ede7c9eeb5cc88f4fcc13",
        "7, cd26a66a2cc90c13a2e024ac87b9f52cec5eba8c5a7539e7c2de92bafcfaeba2",
        "8, cb7c04cd1ee9f71ab5e559afd1efa00f9e0d291f3e3432b0f72c663a9904bf92",
        "13, 0a3ac32c5c30edfb27c51936307de66643ea06a5c38aa02c739a4cffd4e872bb"
    })
    void comesToTheTreesThatAreOnPaper(int size, String hash) {
        assertThat(MerkleTree.of(heads(size)).hash()).isEqualTo(hash);
    }

    // Protects: pairing level by level is the RFC's split at every size.
    @Test
    void isTheTreeOfTheRfcAtEverySize() {
        for (int size = 1; size <= SIZE_MAX; size++) {
            List<byte[]> leaves =
                    heads(size).stream()
                            .map(head -> sha256(new byte[] {0}, head.leafText().getBytes(UTF_8)))
                            .toList();
            assertThat(MerkleTree.of(heads(size)).hash())
                    .isEqualTo(HexFormat.of().formatHex(mth(leaves)));
        }
    }

    // Protects: each account can prove its own line in the root, and no other head passes for it.
    @Test
    void provesEveryLeafAndNothingElse() {
        for (int size = 1; size <= SIZE_MAX; size++) {
            MerkleTree tree = MerkleTree.of(heads(size));
            assertThat(tree.proofs())
                    .hasSize(size)
                    .allMatch(proof -> proof.tree().equals(tree.hash()));
            Proof proof = tree.proofs().get(size / 2);
            Head forged = proof.head().then("a line more");
            assertThat(new Proof(forged, proof.path()).tree()).isNotEqualTo(tree.hash());
        }
    }

    // Protects: who signs first, or in which order accounts were found, changes nothing.
    @Test
    void doesNotDependOnTheOrderOfTheHeads() {
        List<Head> shuffled = new ArrayList<>(heads(SIZE_MAX));
        Collections.shuffle(shuffled, new Random(1));

        assertThat(MerkleTree.of(shuffled).hash()).isEqualTo(MerkleTree.of(heads(SIZE_MAX)).hash());
    }

    // Protects: one account cannot show two different heads under one root.
    @Test
    void refusesAnAccountTwiceAndATreeOfNothing() {
        Head head = heads(1).getFirst();

        assertThatThrownBy(() -> MerkleTree.of(List.of(head, head.then("more"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // Protects: a path that is written into a file is the one that is read from it.
    @Test
    void readsAPathAsItWasWritten() {
        for (Proof proof : MerkleTree.of(heads(13)).proofs()) {
            assertThat(Step.parse(Step.text(proof.path()))).isEqualTo(proof.path());
        }
        assertThat(Step.parse("")).isEmpty();
        assertThatThrownBy(() -> Step.parse("X" + "0".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Head> heads(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(
                        number ->
                                new Head(
                                        SealSamples.account(number),
                                        number,
                                        Digest.sha256Hex(Integer.toString(number))))
                .toList();
    }

    /** The definition of RFC 6962, section 2.1, as it stands there. */
    private static byte[] mth(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return sha256(
                new byte[] {1},
                mth(leaves.subList(0, split)),
                mth(leaves.subList(split, leaves.size())));
    }

    private static byte[] sha256(byte[]... parts) {
        MessageDigest digest = Digest.sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
