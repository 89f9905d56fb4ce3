package dev.halftone.dynamodb;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What became of a conditional write. */
sealed interface WriteOutcome {

    record Written() implements WriteOutcome {}

    /**
     * Nothing was written.
     *
     * @param found for each action whose condition failed, by its position, the item that was there
     *     instead; without attributes if there was none
     */
    record Refused(Map<Integer, Map<String, AttributeValue>> found) implements WriteOutcome {

        public Refused {
            found = Map.copyOf(found);
        }

        /** What was found at a position, if its condition failed. */
        Optional<Map<String, AttributeValue>> at(int position) {
            return Optional.ofNullable(found.get(position));
        }
    }
}
