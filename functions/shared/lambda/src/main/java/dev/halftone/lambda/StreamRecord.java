package dev.halftone.lambda;

import java.util.Map;

/**
 * A change of a table: what its item is called and what it is now, each attribute under the letters
 * of its type, as the event has it.
 *
 * @param sequenceNumber where in the stream it stands
 */
public record StreamRecord(
        String sequenceNumber, Map<String, Object> keys, Map<String, Object> newImage) {
    public StreamRecord {
        keys = Map.copyOf(keys);
        newImage = Map.copyOf(newImage);
    }

    /** The item stays out of logs. */
    @Override
    public String toString() {
        return "StreamRecord[" + sequenceNumber + "]";
    }
}
