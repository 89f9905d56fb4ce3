package dev.halftone.local.crash;

/** The services behind one run; a test may put one that errs in the place of a good one. */
record Cloud(Service tables, Service queue, Service objects, Service parameters) {

    void answered() {
        tables.answered();
        queue.answered();
        objects.answered();
        parameters.answered();
    }
}
