package dev.halftone.lambda;

/**
 * One message of a queue.
 *
 * @param sourceArn which queue it came from
 * @param receiveCount how often it was handed out, this time included
 */
public record QueueMessage(String id, String body, String sourceArn, int receiveCount) {
    /** The body stays out of logs. */
    @Override
    public String toString() {
        return "QueueMessage[" + id + ", received " + receiveCount + "]";
    }
}
