package dev.halftone.architecture.planted.core;

import java.io.PrintStream;

final class Prints {
    PrintStream terminal() {
        return System.out;
    }
}
