package dev.halftone.function.generationsubmit;

import dev.halftone.core.batch.BatchMessage;
import dev.halftone.core.batch.ReleaseRows;
import dev.halftone.lambda.QueueMessage;
import java.time.Clock;

/** Looks at the batch that a message names. */
record BatchMessages(ReleaseRows releaseRows, Clock clock) {
    void handle(QueueMessage message) {
        releaseRows.look(BatchMessage.parse(message.body()).batch(), clock.instant());
    }
}
