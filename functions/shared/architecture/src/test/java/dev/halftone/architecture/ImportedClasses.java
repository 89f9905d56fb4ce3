package dev.halftone.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The classes to judge, read once. */
final class ImportedClasses {
    static final String BASE = "dev.halftone";
    static final String PLANTED_BASE = "dev.halftone.architecture.planted";

    /** Everything of the project but these rules; the others' tests are not on this class path. */
    static final JavaClasses PROJECT =
            new ClassFileImporter()
                    .withImportOption(location -> !location.contains("dev/halftone/architecture/"))
                    .importPackages(BASE);

    static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_BASE);

    private ImportedClasses() {}
}
