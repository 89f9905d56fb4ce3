package dev.halftone.core.asset;

/** How much one person keeps, or by how much that changes. */
public record StorageUse(long bytes, int number) {

    public static final StorageUse NOTHING = new StorageUse(0, 0);

    /** What has to be added to {@code before} to make it this. */
    public StorageUse minus(StorageUse before) {
        return new StorageUse(bytes - before.bytes(), number - before.number());
    }
}
