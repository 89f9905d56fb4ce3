package dev.halftone.core.seal;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Legs;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an account had come to at one line of its chain: from here the chain can be followed, and
 * its balances be added up, without the lines before.
 *
 * @param balances the sum of the legs of all lines up to this one
 */
public record Checkpoint(Head head, Legs balances) {

    private static final Pattern FORM =
            Pattern.compile(
                    "\\{\"account\":\"(acc_[0-9a-f]{32})\",\"balances\":\\{((?:\"[A-Z]+\":-?\\d{1,16},?)*)},"
                        + "\"hash\":\"([0-9a-f]{64})\",\"number\":(\\d{1,13})}");
    private static final Pattern LEG = Pattern.compile("\"([A-Z]+)\":(-?\\d+)");

    /** Before the first line. */
    public static Checkpoint begin(AccountId account) {
        return new Checkpoint(Head.begin(account), Legs.NONE);
    }

    /** One line further. */
    public Checkpoint then(LineText line) {
        Legs sum = balances;
        for (Balance balance : Balance.values()) {
            sum = sum.and(balance, line.legs().amount(balance));
        }
        return new Checkpoint(head.then(line), sum);
    }

    /** The canonical text, one JSON object. */
    public String text() {
        return new Json()
                .member("account", head.account().value())
                .member("balances", balances)
                .member("hash", head.hash())
                .member("number", head.number())
                .end();
    }

    /** Reads a canonical text, and nothing else. */
    public static Checkpoint parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not the text of a checkpoint");
        }
        Legs balances = Legs.NONE;
        Matcher leg = LEG.matcher(matcher.group(2));
        while (leg.find()) {
            balances = balances.and(Balance.valueOf(leg.group(1)), Long.parseLong(leg.group(2)));
        }
        Head head =
                new Head(
                        new AccountId(matcher.group(1)),
                        Long.parseLong(matcher.group(4)),
                        matcher.group(3));
        Checkpoint checkpoint = new Checkpoint(head, balances);
        if (!checkpoint.text().equals(text)) {
            throw new IllegalArgumentException("Not the canonical text of a checkpoint");
        }
        return checkpoint;
    }
}
