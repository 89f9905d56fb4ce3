package dev.halftone.core.asset;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Asks the name service where a host is. */
public interface HostNames {

    /**
     * Every address that a name has now.
     *
     * @return empty if it has none, or if that is not told in time
     */
    List<InetAddress> resolve(String host, Duration timeMax);
}
