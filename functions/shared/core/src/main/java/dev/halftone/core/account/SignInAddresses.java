package dev.halftone.core.account;

import java.time.Instant;
import java.util.List;

/** Full addresses of sign-ins, which go by themselves. */
public interface SignInAddresses {

    void keep(SignInAddress address);

    /** Those of the person that are readable yet, in no order. */
    List<SignInAddress> readable(UserId user, Instant now);
}
