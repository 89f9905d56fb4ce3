package dev.halftone.testing;

import dev.halftone.core.storyboard.Storyboards;

class InMemoryStoryboardsTest extends StoryboardsContract {

    private final InMemoryStoryboards storyboards = new InMemoryStoryboards();

    @Override
    protected Storyboards storyboards() {
        return storyboards;
    }
}
