package dev.halftone.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

/** Rules that only tokens of one kind have; asked after all that every token has to keep. */
interface FurtherRules {

    /** What the token breaks, if anything. */
    Optional<Rejection> rejection(JWTClaimsSet claims, Instant now) throws ParseException;

    /**
     * What keeps it from proving that the person showed only just now who they are, if anything.
     */
    Optional<Rejection> staleness(JWTClaimsSet claims, Instant now) throws ParseException;

    /** Whether an address that nobody verified may be looked at, to write to the person. */
    boolean showsUnverifiedAddresses();
}
