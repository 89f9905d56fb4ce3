package dev.halftone.architecture.planted.function.studio;

import dev.halftone.architecture.planted.function.site.PlantedSite;

final class OtherFunctionUser {
    Object site() {
        return new PlantedSite();
    }
}
