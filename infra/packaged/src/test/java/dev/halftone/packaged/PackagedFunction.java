package dev.halftone.packaged;

/** A function as it is deployed: its folder, and what the template says of it. */
record PackagedFunction(String name, String handler, int memoryMegabytes, FunctionZip zip) {
    // What Lambda leaves to the heap.
    private static final double HEAP_SHARE = 0.85;

    int heapMegabytes() {
        return (int) (memoryMegabytes * HEAP_SHARE);
    }
}
