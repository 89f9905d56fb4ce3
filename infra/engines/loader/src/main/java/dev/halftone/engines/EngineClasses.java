package dev.halftone.engines;

import dev.halftone.template.Template;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of one engine. It lives as long as the JVM, because DynamoDB Local's native
 * library can be loaded by one class loader only.
 */
final class EngineClasses {
    private final String engine;
    private @Nullable ClassLoader loader;

    EngineClasses(String engine) {
        this.engine = engine;
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, true, loader());
    }

    /** Runs with the engine's loader as the thread's own, which its libraries look things up in. */
    <T> T call(Callable<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader());
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The engine " + engine + " failed", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private synchronized ClassLoader loader() {
        ClassLoader existing = loader;
        if (existing != null) {
            return existing;
        }
        ClassLoader opened =
                new URLClassLoader(engine, jars(), ClassLoader.getPlatformClassLoader());
        loader = opened;
        return opened;
    }

    private URL[] jars() {
        List<URL> urls = new ArrayList<>();
        for (String jar : classPath().split(File.pathSeparator, -1)) {
            urls.add(url(Path.of(jar)));
        }
        return urls.toArray(URL[]::new);
    }

    private String classPath() {
        Path file =
                Template.repository()
                        .resolve("infra/engines/" + engine + "/target/engine.classpath");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "No class path for the engine "
                            + engine
                            + " at "
                            + file
                            + "; Maven writes it: ./mvnw -Dquick -pl infra/engines/loader -am"
                            + " generate-resources",
                    e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
