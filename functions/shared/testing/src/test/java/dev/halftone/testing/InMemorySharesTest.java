package dev.halftone.testing;

import dev.halftone.core.share.Shares;

class InMemorySharesTest extends SharesContract {

    private final InMemoryShares shares = new InMemoryShares();

    @Override
    protected Shares shares() {
        return shares;
    }
}
