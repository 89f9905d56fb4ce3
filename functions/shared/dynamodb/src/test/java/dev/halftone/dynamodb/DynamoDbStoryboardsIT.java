package dev.halftone.dynamodb;

import dev.halftone.core.storyboard.Storyboards;
import dev.halftone.testing.StoryboardsContract;

class DynamoDbStoryboardsIT extends StoryboardsContract {

    @Override
    protected Storyboards storyboards() {
        return new DynamoDbStoryboards(TestStack.client(), TestStack.table("StudioTable"));
    }
}
