package dev.halftone.function.site;

import dev.halftone.lambda.LambdaEntry;

/** The Lambda entry of the page. */
public final class SiteHandler extends LambdaEntry {
    public SiteHandler() {
        super(SiteApplication.class);
    }
}
