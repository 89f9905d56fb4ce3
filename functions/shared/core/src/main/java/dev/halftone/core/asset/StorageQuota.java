package dev.halftone.core.asset;

/**
 * How much one person may keep.
 *
 * @param bytes of all assets together, those that are still to come included, and of all results
 *     that were not removed
 * @param number of assets
 */
public record StorageQuota(long bytes, int number) {

    public StorageQuota {
        if (bytes < 1 || number < 1) {
            throw new IllegalArgumentException("Something may be kept");
        }
    }
}
