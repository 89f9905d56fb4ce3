package dev.halftone.testing;

import dev.halftone.core.asset.WebFiles;

class InMemoryWebTest extends WebFilesContract {

    private final InMemoryWeb web = new InMemoryWeb();

    @Override
    protected WebFiles web() {
        return web;
    }

    @Override
    protected byte[] servePicture() {
        byte[] picture = new byte[BYTES];
        web.serve(PICTURE, picture);
        return picture;
    }

    @Override
    protected void move(String location) {
        web.answer(PICTURE, new WebFiles.Answer.Moved(location));
    }
}
