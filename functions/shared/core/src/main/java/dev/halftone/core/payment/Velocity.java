package dev.halftone.core.payment;

/**
 * How fast one account may order.
 *
 * @param ordersPerHour in any 60 minutes of the clock
 * @param failedPerDay how many orders of a day of UTC may have failed before no other is taken
 */
public record Velocity(int ordersPerHour, int failedPerDay) {

    private static final int MAX = 1_000;

    public Velocity {
        if (ordersPerHour < 1 || ordersPerHour > MAX || failedPerDay < 1 || failedPerDay > MAX) {
            throw new IllegalArgumentException("is 1 to 1000 an hour and a day");
        }
    }
}
