package dev.halftone.architecture.planted.function.innocent;

final class InnocentHandler {
    InnocentHandler() {
        System.setProperty("halftone.planted", InnocentApplication.class.getName());
    }
}
