package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingWorkQueueTest extends WorkQueueContract {

    private final RecordingWorkQueue queue = new RecordingWorkQueue();

    @Override
    protected WorkQueue queue() {
        return queue;
    }

    @Override
    protected List<String> receive(WorkItem.Stage stage) {
        return queue.sent().stream()
                .map(RecordingWorkQueue.Sent::item)
                .filter(item -> item.stage() == stage)
                .map(WorkItem::body)
                .toList();
    }

    @Test
    void failsWhileItIsBroken() {
        queue.setBroken(true);

        assertThatThrownBy(
                        () ->
                                queue.send(
                                        WorkItem.cancel(Samples.generation(1, 1, 4)),
                                        Duration.ZERO))
                .isInstanceOf(TransientFailure.class);
    }
}
