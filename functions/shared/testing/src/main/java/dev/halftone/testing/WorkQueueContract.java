package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link WorkQueue} does. */
public abstract class WorkQueueContract {

    private final Generation generation = Person.fresh().generation(1, 4);

    protected abstract WorkQueue queue();

    /** The bodies that have arrived at a stage; each is seen once. */
    protected abstract List<String> receive(WorkItem.Stage stage);

    @Test
    void bringsEachMessageToItsStage() {
        WorkItem poll = WorkItem.callback(generation.id(), "fal", "request-1");
        WorkItem copy = WorkItem.due(generation, WorkItem.Stage.DELIVERY);

        queue().send(poll, Duration.ZERO);
        queue().send(copy, Duration.ZERO);

        assertThat(receive(WorkItem.Stage.PROVIDER)).containsExactly(poll.body());
        assertThat(receive(WorkItem.Stage.DELIVERY)).containsExactly(copy.body());
    }

    @Test
    void refusesADelayThatNoQueueKnows() {
        WorkItem item = WorkItem.due(generation, WorkItem.Stage.PROVIDER);

        assertThatThrownBy(() -> queue().send(item, Duration.ofMinutes(15).plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> queue().send(item, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
