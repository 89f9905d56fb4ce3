package dev.halftone.core.asset;

/** Has something done about an asset soon. */
public interface AssetQueue {

    /**
     * Sends a message that arrives at least once.
     *
     * @throws dev.halftone.core.TransientFailure if it is not known to be sent
     */
    void send(AssetWork work);
}
