package dev.halftone.packaged;

import edu.umd.cs.findbugs.BugCollectionBugReporter;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.PluginException;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import software.amazon.lambda.snapstart.LambdaHandlerInitedWithRandomValue;

/** Every detector of SpotBugs, and Lambda's own for snapshots, over some folders of classes. */
final class SpotBugs {
    /** The pattern of what a snapshot must not hold. */
    static final String SNAPSHOT = "AWS_LAMBDA_SNAP_START_BUG";

    private SpotBugs() {}

    static List<BugInstance> find(List<Path> classes, Path exclusions) {
        try (Project project = new Project();
                FindBugs2 engine = new FindBugs2()) {
            loadSnapshotRules(project);
            classes.forEach(folder -> project.addFile(folder.toString()));
            for (String entry :
                    System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                project.addAuxClasspathEntry(entry);
            }
            BugCollectionBugReporter reporter = new BugCollectionBugReporter(project);
            reporter.setPriorityThreshold(Priorities.NORMAL_PRIORITY);
            engine.setProject(project);
            engine.setBugReporter(reporter);
            engine.setDetectorFactoryCollection(DetectorFactoryCollection.instance());
            engine.setUserPreferences(UserPreferences.createDefaultUserPreferences());
            engine.addFilter(exclusions.toString(), false);
            engine.execute();
            return List.copyOf(reporter.getBugCollection().getCollection());
        } catch (IOException | InterruptedException | PluginException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void loadSnapshotRules(Project project) throws PluginException {
        String rules =
                LambdaHandlerInitedWithRandomValue.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath();
        Plugin.loadCustomPlugin(new File(rules), project);
    }
}
