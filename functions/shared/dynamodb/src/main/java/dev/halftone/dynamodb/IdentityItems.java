package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.UserId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What leads to a person, and what the person sees of it, in the Accounts table.
 *
 * <pre>
 * pk IDENTITY#&lt;SHA-256 of issuer, LF, subject&gt;    sk IDENTITY
 * pk EMAIL#&lt;SHA-256 of the address&gt;              sk CLAIM
 * pk USER#&lt;user&gt;                                  sk LINK#&lt;SHA-256 of issuer, LF, subject&gt;
 * </pre>
 */
final class IdentityItems {

    static final String USER_PREFIX = "USER#";
    static final String USER = "userId"; // S
    static final String LINK_PREFIX = "LINK#";
    private static final String IDENTITY_PREFIX = "IDENTITY#";
    private static final String IDENTITY_SORT = "IDENTITY";
    private static final String EMAIL_PREFIX = "EMAIL#";
    private static final String CLAIM_SORT = "CLAIM";
    private static final String ISSUER = "issuer"; // S
    private static final String SUBJECT = "subject"; // S
    private static final String WAY = "way"; // S
    private static final String ADDRESS = "address"; // S, optional
    private static final String LINKED_AT = "linkedAt"; // S, instant

    private IdentityItems() {}

    static Map<String, AttributeValue> identityKey(IdentityId id) {
        return Attributes.key(IDENTITY_PREFIX + id.hash(), IDENTITY_SORT);
    }

    static Map<String, AttributeValue> identity(Identity identity, UserId user) {
        Map<String, AttributeValue> item = new HashMap<>(identityKey(IdentityId.of(identity)));
        item.put(VERSION, Attributes.version());
        item.put(USER, s(user.value()));
        item.put(ISSUER, s(identity.issuer()));
        item.put(SUBJECT, s(identity.subject()));
        return item;
    }

    /** Who has the address, as the whole key of their claim. */
    static Map<String, AttributeValue> claimKey(Email email) {
        return Attributes.key(EMAIL_PREFIX + email.hash(), CLAIM_SORT);
    }

    /** That a verified address is this user's alone. */
    static Map<String, AttributeValue> claim(Email email, UserId user) {
        Map<String, AttributeValue> item = new HashMap<>(claimKey(email));
        item.put(VERSION, Attributes.version());
        item.put(USER, s(user.value()));
        return item;
    }

    static Map<String, AttributeValue> linkKey(UserId user, IdentityId id) {
        return Attributes.key(USER_PREFIX + user, LINK_PREFIX + id.hash());
    }

    static Map<String, AttributeValue> link(UserId user, LinkedIdentity linked) {
        Map<String, AttributeValue> item = new HashMap<>(linkKey(user, linked.id()));
        item.put(VERSION, Attributes.version());
        item.put(WAY, s(linked.way()));
        item.put(LINKED_AT, s(linked.linkedAt()));
        if (linked.address() != null) {
            item.put(ADDRESS, s(linked.address()));
        }
        return item;
    }

    static LinkedIdentity linked(Map<String, AttributeValue> item) {
        Attributes link = Attributes.ofItem(item);
        return new LinkedIdentity(
                IdentityId.ofHash(link.text(Attributes.SK).substring(LINK_PREFIX.length())),
                link.text(WAY),
                link.optionalText(ADDRESS).orElse(null),
                link.instant(LINKED_AT));
    }
}
