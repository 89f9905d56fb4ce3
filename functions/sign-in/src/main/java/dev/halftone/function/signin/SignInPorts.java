package dev.halftone.function.signin;

import dev.halftone.core.Entropy;
import dev.halftone.core.Secrets;
import dev.halftone.core.account.AccountEvents;
import dev.halftone.core.account.ApiTokens;
import dev.halftone.core.account.Identities;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignInAddresses;
import dev.halftone.core.account.SpentProofs;
import dev.halftone.core.account.Users;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.Subscriptions;
import dev.halftone.core.mail.EmailChanges;
import dev.halftone.core.mail.Mail;
import dev.halftone.core.privacy.OwnRecords;
import dev.halftone.core.privacy.PrivacyRequests;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.ratelimit.RateLimits;
import java.time.Clock;

/** Everything outside that this function uses, but for the identity providers. */
record SignInPorts(
        Sessions sessions,
        RateLimits limits,
        ApiTokens tokens,
        SignInAddresses addresses,
        SpentProofs spentProofs,
        Users users,
        AccountEvents events,
        EmailChanges emailChanges,
        Mail mail,
        PrivacyRequests privacyRequests,
        OwnRecords records,
        Identities identities,
        Ledger ledger,
        Subscriptions subscriptions,
        Secrets secrets,
        Profile profile,
        Entropy entropy,
        Clock clock) {}
