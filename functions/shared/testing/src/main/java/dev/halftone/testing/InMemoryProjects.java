package dev.halftone.testing;

import dev.halftone.core.account.UserId;
import dev.halftone.core.project.Project;
import dev.halftone.core.project.ProjectId;
import dev.halftone.core.project.Projects;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects in memory. */
public final class InMemoryProjects implements Projects {

    private final Map<ProjectId, Project> projects = new HashMap<>();

    @Override
    public synchronized CreateOutcome create(Project project) {
        Optional<Project> existing = find(project.owner(), project.id());
        if (existing.isPresent()) {
            return new CreateOutcome.Existing(existing.get());
        }
        if (of(project.owner()).size() == PROJECTS_MAX) {
            return new CreateOutcome.TooMany();
        }
        projects.put(project.id(), project);
        return new CreateOutcome.Created(project);
    }

    @Override
    public synchronized Optional<Project> find(UserId owner, ProjectId id) {
        return Optional.ofNullable(projects.get(id))
                .filter(project -> project.owner().equals(owner));
    }

    @Override
    public synchronized List<Project> of(UserId owner) {
        return projects.values().stream()
                .filter(project -> project.owner().equals(owner))
                .sorted(Comparator.comparing(project -> project.id().value()))
                .toList();
    }

    @Override
    public synchronized boolean change(Project changed) {
        Optional<Project> before = find(changed.owner(), changed.id());
        before.ifPresent(
                found ->
                        projects.put(
                                found.id(),
                                new Project(
                                        found.id(),
                                        found.owner(),
                                        changed.name(),
                                        changed.direction(),
                                        found.createdAt())));
        return before.isPresent();
    }

    @Override
    public synchronized boolean delete(UserId owner, ProjectId id) {
        return find(owner, id).isPresent() && projects.remove(id) != null;
    }
}
