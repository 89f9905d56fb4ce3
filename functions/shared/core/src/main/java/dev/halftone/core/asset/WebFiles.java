package dev.halftone.core.asset;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Files that lie on other people's servers. */
public interface WebFiles {

    /**
     * One request, and where it goes.
     *
     * @param address what is asked for, and whose certificate is wanted
     * @param pinned the only machines that are connected to, whatever the name leads to by now
     * @param bytesMax the longest file that is taken
     * @param timeMax for everything, from the first packet to the last byte
     */
    record Request(URI address, List<InetAddress> pinned, long bytesMax, Duration timeMax) {
        public Request {
            pinned = List.copyOf(pinned);
            if (pinned.isEmpty() || bytesMax < 1 || !timeMax.isPositive()) {
                throw new IllegalArgumentException("A request goes somewhere, and ends");
            }
        }
    }

    /** What became of a request. */
    sealed interface Answer {

        /** The file is in the target as it was sent, neither unpacked nor looked at. */
        record Stored(long bytes) implements Answer {}

        /** It is elsewhere, if that can be believed; nobody has gone there. */
        record Moved(String location) implements Answer {}

        record TooLarge() implements Answer {}

        record TooSlow() implements Answer {}

        /** Nobody answers there, or not as who they should be, or not with a file. */
        record Missing() implements Answer {}
    }

    /** Asks once. */
    Answer get(Request request, Path target);
}
