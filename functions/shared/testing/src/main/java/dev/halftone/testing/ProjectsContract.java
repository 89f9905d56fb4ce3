package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.project.Project;
import dev.halftone.core.project.ProjectId;
import dev.halftone.core.project.Projects;
import dev.halftone.core.project.Projects.CreateOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Projects} does. */
public abstract class ProjectsContract {

    private final Person person = Person.fresh();

    protected abstract Projects projects();

    @Test
    void keepsChangesAndForgetsAProject() {
        Project project = project(1, "Cover", "oil on canvas");

        assertThat(projects().create(project)).isEqualTo(new CreateOutcome.Created(project));
        assertThat(projects().find(person.user(), project.id())).contains(project);

        Project changed = project(1, "Title page", null);
        assertThat(projects().change(changed)).isTrue();
        assertThat(projects().of(person.user())).containsExactly(changed);

        assertThat(projects().delete(person.user(), project.id())).isTrue();
        assertThat(projects().delete(person.user(), project.id())).isFalse();
        assertThat(projects().change(changed)).isFalse();
        assertThat(projects().of(person.user())).isEmpty();
    }

    @Test
    void createsOneHoweverOftenItIsTold() {
        Project first = project(1, "Cover", null);
        projects().create(first);

        assertThat(projects().create(project(1, "Another name", null)))
                .isEqualTo(new CreateOutcome.Existing(first));
    }

    @Test
    void showsNobodyElsesProject() {
        Project project = project(1, "Cover", null);
        projects().create(project);
        Person stranger = Person.fresh();

        assertThat(projects().find(stranger.user(), project.id())).isEmpty();
        assertThat(projects().of(stranger.user())).isEmpty();
        assertThat(projects().delete(stranger.user(), project.id())).isFalse();
    }

    /** The limit counts what is there, not what there was. */
    @Test
    void refusesOneTooManyUntilOneIsGone() {
        for (int number = 0; number < Projects.PROJECTS_MAX; number++) {
            projects().create(project(number, "Project", null));
        }
        Project last = project(Projects.PROJECTS_MAX, "One too many", null);

        assertThat(projects().create(last)).isEqualTo(new CreateOutcome.TooMany());
        assertThat(projects().of(person.user())).hasSize(Projects.PROJECTS_MAX);

        projects().delete(person.user(), project(0, "Project", null).id());
        assertThat(projects().create(last)).isEqualTo(new CreateOutcome.Created(last));
    }

    private Project project(int number, String name, @Nullable String direction) {
        ProjectId id = ProjectId.derive(Samples.signingKey(), person.user(), Person.key(number));
        return new Project(id, person.user(), name, direction, person.now());
    }
}
