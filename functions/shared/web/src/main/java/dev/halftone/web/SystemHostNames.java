package dev.halftone.web;

import dev.halftone.core.asset.HostNames;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The platform's own way to resolve names, which knows no limit of time by itself. */
public final class SystemHostNames implements HostNames {

    @Override
    public List<InetAddress> resolve(String host, Duration timeMax) {
        FutureTask<List<InetAddress>> question =
                new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
        // Asking blocks in native code: a thread that waits there for ever costs only itself.
        Thread.ofPlatform().daemon().start(question);
        try {
            return question.get(timeMax.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
