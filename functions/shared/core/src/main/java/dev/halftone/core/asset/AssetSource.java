package dev.halftone.core.asset;

/** Where an asset comes from. */
public sealed interface AssetSource {

    /** From the owner's own device, as announced. */
    record Upload(AssetType type, long bytes) implements AssetSource {
        public Upload {
            if (bytes < 1 || bytes > type.bytesMax()) {
                throw new IllegalArgumentException("An upload has a size within its limit");
            }
        }
    }

    /**
     * From an address, of which only the host is kept.
     *
     * @param addressHash SHA-256 of the whole address, by which a repetition is known
     */
    record Web(String host, String addressHash) implements AssetSource {}

    /** What is set aside for it until its size is known. */
    default long bytesSetAside() {
        return switch (this) {
            case Upload upload -> upload.bytes();
            case Web _ -> AssetLimits.FETCHED_BYTES_MAX;
        };
    }
}
