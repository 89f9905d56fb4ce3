package dev.halftone.packaged;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds what would make the next build of the same sources another zip: the time of a build. */
final class ZipTimes {
    private ZipTimes() {}

    /** Entries of another time, in the zip and in those of its jars that we build ourselves. */
    static List<String> others(Path zip, LocalDateTime expected, String ownVersion)
            throws IOException {
        List<String> others = new ArrayList<>();
        try (InputStream file = Files.newInputStream(zip)) {
            collect(file, "", expected, ownVersion, others);
        }
        return others;
    }

    private static void collect(
            InputStream archive,
            String prefix,
            LocalDateTime expected,
            String ownVersion,
            List<String> others)
            throws IOException {
        ZipInputStream entries = new ZipInputStream(archive);
        for (ZipEntry entry = entries.getNextEntry();
                entry != null;
                entry = entries.getNextEntry()) {
            String name = prefix + entry.getName();
            if (!entry.getTimeLocal().equals(expected)) {
                others.add(name + " of " + entry.getTimeLocal());
            }
            if (name.endsWith(ownVersion + ".jar")) {
                byte[] jar = entries.readAllBytes();
                collect(new ByteArrayInputStream(jar), name + "!/", expected, ownVersion, others);
            }
        }
    }
}
