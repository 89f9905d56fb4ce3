package dev.halftone.sandbox.fal;

import dev.halftone.sandbox.painter.Film;
import dev.halftone.sandbox.painter.Painter;
import dev.halftone.sandbox.work.Magic;
import java.awt.Dimension;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes each request through its life on a virtual thread: wait, paint, wait, call back. */
final class FalRunner implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.halftone.sandbox");
    private static final int WEBHOOK_ATTEMPTS_MAX = 5;
    private static final int CLOSE_SECONDS_MAX = 10;

    private final FalStore store;
    private final FalReply reply;
    private final WebhookSender webhooks;
    private final Clock clock;
    private final Duration pace;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    // One brush: painting is all CPU, and the studio shares these cores.
    private final Semaphore brush = new Semaphore(1);

    FalRunner(FalStore store, FalReply reply, WebhookSender webhooks, Clock clock, Duration pace) {
        this.store = store;
        this.reply = reply;
        this.webhooks = webhooks;
        this.clock = clock;
        this.pace = pace;
    }

    void resume() {
        store.all().stream().filter(request -> !request.settled()).forEach(r -> run(r.id()));
    }

    void run(String id) {
        threads.execute(
                () -> {
                    try {
                        await(id, FalRequest.Phase.IN_PROGRESS);
                        paint(id);
                        await(id, FalRequest.Phase.COMPLETED);
                        store.update(id, FalRequest::forget);
                        callBackAllTimes(id);
                        store.update(id, FalRequest::settle);
                    } catch (InterruptedException closing) {
                        Thread.currentThread().interrupt();
                    } catch (IOException | ExecutionException | RuntimeException failed) {
                        LOG.log(System.Logger.Level.ERROR, "request stopped", failed);
                    }
                });
    }

    /**
     * Looks instead of sleeping to a time: a request may be cancelled, and a test moves its clock.
     */
    private void await(String id, FalRequest.Phase phase) throws InterruptedException {
        long glance = Math.clamp(pace.toMillis() / 10, 1, 100);
        FalRequest request = store.find(id);
        while (request != null && request.phase(clock.instant()).compareTo(phase) < 0) {
            Thread.sleep(glance);
            request = store.find(id);
        }
    }

    private void paint(String id) throws IOException, InterruptedException {
        FalRequest request = store.find(id);
        FalRequest.Input input = request == null ? null : request.input();
        if (request == null || input == null || !request.paints() || !request.images().isEmpty()) {
            return;
        }
        brush.acquire();
        try {
            List<FalImage> images = new ArrayList<>();
            for (int i = 0; i < input.count(); i++) {
                images.add(paint(request, input, i));
            }
            store.update(id, r -> r.paints() ? r.painted(images) : r);
        } finally {
            brush.release();
        }
    }

    private FalImage paint(FalRequest request, FalRequest.Input input, int index)
            throws IOException {
        int width = input.size().width();
        int height = input.size().height();
        String prompt = Magic.without(input.prompt());
        Integer seconds = input.seconds();
        byte[] content =
                seconds == null
                        ? Painter.paint(prompt, input.seed() + index, width, height, input.files())
                        : Film.shoot(
                                prompt,
                                input.seed(),
                                new Dimension(width, height),
                                seconds,
                                input.files());
        // Its own random name: whoever knows a file's address may read it, so it must not be
        // guessed.
        String suffix = seconds == null ? ".png" : FalImage.FILM_SUFFIX;
        String file = UUID.randomUUID() + "-" + index + suffix;
        boolean cut = request.ending() == FalRequest.Ending.TRUNCATED_PICTURE;
        store.writeFile(file, cut ? Arrays.copyOf(content, content.length * 3 / 5) : content);
        return new FalImage(file, content.length, width, height);
    }

    private void callBackAllTimes(String id) throws InterruptedException, ExecutionException {
        FalRequest request = store.find(id);
        int times = request != null && request.is(Magic.THRICE) ? 3 : 1;
        List<Future<?>> callbacks = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            callbacks.add(
                    threads.submit(
                            () -> {
                                callBack(id);
                                return null;
                            }));
        }
        for (Future<?> callback : callbacks) {
            callback.get();
        }
    }

    private void callBack(String id) throws InterruptedException {
        for (int attempt = 0; attempt < WEBHOOK_ATTEMPTS_MAX; attempt++) {
            FalRequest request = store.find(id);
            String target = target(request);
            if (request == null || target == null) {
                return;
            }
            int status = webhooks.send(target, id, reply.callback(request));
            store.update(id, r -> r.answered(status));
            // A redirect is a permanent failure: following it would hand the result to anyone.
            if (status >= 200 && status < 400) {
                return;
            }
            Thread.sleep(pace.multipliedBy(1L << attempt));
        }
    }

    private static @Nullable String target(@Nullable FalRequest request) {
        String webhook = request == null || request.is(Magic.SILENT) ? null : request.webhook();
        return webhook != null && WebhookSender.deliverable(webhook) ? webhook : null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            // A picture in the making is finished first: its file must not appear after the end.
            if (!threads.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "still painting");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        webhooks.close();
    }
}
