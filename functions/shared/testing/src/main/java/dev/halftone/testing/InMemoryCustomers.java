package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.Customers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryCustomers implements Customers {

    private final Map<Key, CustomerReference> customers = new ConcurrentHashMap<>();

    private record Key(AccountId account, String processor) {}

    @Override
    public Optional<CustomerReference> of(AccountId account, String processor) {
        return Optional.ofNullable(customers.get(new Key(account, processor)));
    }

    @Override
    public CustomerReference keep(AccountId account, CustomerReference customer) {
        return customers.computeIfAbsent(new Key(account, customer.processor()), _ -> customer);
    }
}
