package dev.halftone.lambda;

import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.storyboard.Edition;
import dev.halftone.core.storyboard.ReadPlan;
import dev.halftone.core.storyboard.Shot;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A plan as a language model writes it, in the form of its task. */
public final class PlanDocument implements ReadPlan {
    @Override
    public Edition read(String document, ShotPlan plan) {
        JsonNode read = Json.tree(document);
        List<Shot> shots = new ArrayList<>();
        for (JsonNode shot : read.path("shots")) {
            shots.add(
                    new Shot(
                            shots.size() + 1,
                            shot.path("title").asString(),
                            shot.path("prompt").asString(),
                            plan.moving() ? shot.path("seconds").asInt() : null));
        }
        return Edition.first(read.path("title").asString(), shots);
    }
}
