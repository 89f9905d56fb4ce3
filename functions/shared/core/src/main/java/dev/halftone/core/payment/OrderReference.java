package dev.halftone.core.payment;

import dev.halftone.core.account.AccountId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Account and order in one text, which the processor keeps and says again of every payment: one
 * read finds both. It decides where to look, never what is granted.
 */
public record OrderReference(AccountId account, OrderId order) {

    private static final Pattern FORM = Pattern.compile("(acc_[0-9a-f]{32})\\.(ord_[0-9a-f]{32})");

    /** 73 characters of letters, digits, underscores and one dot. */
    public String text() {
        return account.value() + "." + order.value();
    }

    /** Empty if the text is none of ours. */
    public static Optional<OrderReference> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new OrderReference(
                                new AccountId(matcher.group(1)), new OrderId(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text();
    }
}
