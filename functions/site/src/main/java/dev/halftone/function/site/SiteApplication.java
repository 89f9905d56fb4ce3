package dev.halftone.function.site;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.ProfileReader;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;

/** Composes the page: its files are read here, so that a snapshot already holds them. */
public final class SiteApplication extends FunctionApplication {
    @Override
    protected Function<InputStream, byte[]> compose(Environment environment) {
        SiteConfig config = SiteConfig.from(environment);
        SiteFiles files = SiteFiles.load();
        ServePage page =
                new ServePage(
                        files,
                        config.storageOrigin(),
                        PageAllowances.of(
                                ProfileReader.read(config.profile()).signIn().list(),
                                config.standIns()));
        return new HttpFunction(Map.of("GET /", page, "GET /{file+}", new ServeFile(files, page)));
    }
}
