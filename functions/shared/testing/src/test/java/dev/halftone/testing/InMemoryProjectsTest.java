package dev.halftone.testing;

import dev.halftone.core.project.Projects;

class InMemoryProjectsTest extends ProjectsContract {

    private final InMemoryProjects projects = new InMemoryProjects();

    @Override
    protected Projects projects() {
        return projects;
    }
}
