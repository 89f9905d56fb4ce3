package dev.halftone.dynamodb;

import dev.halftone.core.project.Projects;
import dev.halftone.testing.ProjectsContract;

class DynamoDbProjectsIT extends ProjectsContract {

    @Override
    protected Projects projects() {
        return new DynamoDbProjects(TestStack.client(), TestStack.table("StudioTable"));
    }
}
