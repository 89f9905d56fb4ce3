package dev.halftone.architecture.planted.providers.two;

import dev.halftone.architecture.planted.providers.one.PlantedProvider;

final class OtherProviderUser {
    Object provider() {
        return new PlantedProvider();
    }
}
