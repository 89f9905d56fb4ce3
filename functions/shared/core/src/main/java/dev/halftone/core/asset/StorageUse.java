package dev.halftone.core.asset;

/**
 * How much one person keeps, or by how much that changes.
 *
 * @param bytes of what was uploaded and of what was made
 * @param number of uploads; what was made counts by its bytes alone
 */
public record StorageUse(long bytes, int number) {

    public static final StorageUse NOTHING = new StorageUse(0, 0);

    /** Both together. */
    public StorageUse plus(StorageUse other) {
        return new StorageUse(bytes + other.bytes(), number + other.number());
    }

    /** What has to be added to {@code before} to make it this. */
    public StorageUse minus(StorageUse before) {
        return new StorageUse(bytes - before.bytes(), number - before.number());
    }
}
