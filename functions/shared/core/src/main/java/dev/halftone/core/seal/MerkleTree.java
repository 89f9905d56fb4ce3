package dev.halftone.core.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.halftone.core.Digest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The Merkle tree hash of RFC 6962, section 2.1, over one leaf for each head, by account id.
 *
 * <p>The RFC splits at the largest power of two below the size; pairing level by level, the last
 * without a partner passed up as it is, comes to the same tree.
 */
final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<Head> heads;
    private final List<List<byte[]>> levels = new ArrayList<>();

    private MerkleTree(List<Head> heads) {
        this.heads = heads;
        List<byte[]> level = heads.stream().map(MerkleTree::leaf).toList();
        levels.add(level);
        while (level.size() > 1) {
            level = paired(level);
            levels.add(level);
        }
    }

    /** At least one head, no account twice; in any order. */
    static MerkleTree of(List<Head> heads) {
        List<Head> sorted =
                heads.stream()
                        .sorted(Comparator.comparing(head -> head.account().value()))
                        .toList();
        if (sorted.isEmpty()
                || sorted.stream().map(Head::account).distinct().count() < sorted.size()) {
            throw new IllegalArgumentException("A tree has one leaf for each account");
        }
        return new MerkleTree(sorted);
    }

    private static List<byte[]> paired(List<byte[]> level) {
        List<byte[]> above = new ArrayList<>();
        for (int left = 0; left < level.size(); left += 2) {
            boolean alone = left + 1 == level.size();
            above.add(alone ? level.get(left) : node(level.get(left), level.get(left + 1)));
        }
        return above;
    }

    String hash() {
        return hex(levels.getLast().getFirst());
    }

    int size() {
        return heads.size();
    }

    /** One for each leaf, in the order of the leaves. */
    List<Proof> proofs() {
        List<Proof> proofs = new ArrayList<>();
        for (int leaf = 0; leaf < heads.size(); leaf++) {
            proofs.add(new Proof(heads.get(leaf), path(leaf)));
        }
        return proofs;
    }

    private List<Step> path(int leaf) {
        List<Step> path = new ArrayList<>();
        int position = leaf;
        for (List<byte[]> level : levels) {
            boolean isRight = position % 2 != 0;
            int sibling = isRight ? position - 1 : position + 1;
            if (sibling < level.size()) {
                path.add(new Step(isRight ? Step.Side.L : Step.Side.R, hex(level.get(sibling))));
            }
            position /= 2;
        }
        return path;
    }

    /** The hash of the tree that has this leaf at the end of this path. */
    static String fold(Head head, List<Step> path) {
        byte[] hash = leaf(head);
        for (Step step : path) {
            byte[] sibling = HexFormat.of().parseHex(step.hash());
            hash =
                    switch (step.side()) {
                        case L -> node(sibling, hash);
                        case R -> node(hash, sibling);
                    };
        }
        return hex(hash);
    }

    private static byte[] leaf(Head head) {
        MessageDigest digest = Digest.sha256();
        digest.update(LEAF);
        return digest.digest(head.leafText().getBytes(UTF_8));
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Digest.sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
