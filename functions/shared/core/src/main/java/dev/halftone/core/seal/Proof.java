package dev.halftone.core.seal;

import java.util.List;

/**
 * That a head is a leaf of a tree.
 *
 * @param path the siblings from the leaf up
 */
public record Proof(Head head, List<Step> path) {

    public Proof {
        path = List.copyOf(path);
    }

    /** The hash of the tree that this proves the head to be in, 64 hexadecimal digits. */
    public String tree() {
        return MerkleTree.fold(head, path);
    }
}
