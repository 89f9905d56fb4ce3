package dev.halftone.core.generation;

import dev.halftone.core.asset.Assets;
import dev.halftone.core.brief.Briefs;
import dev.halftone.core.project.Projects;

/** What a person has, and may name in an order. */
public record Belongings(Assets assets, Projects projects, Briefs briefs) {}
