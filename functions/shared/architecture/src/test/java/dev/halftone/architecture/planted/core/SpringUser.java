package dev.halftone.architecture.planted.core;

import org.springframework.core.Ordered;

final class SpringUser {
    int first() {
        return Ordered.HIGHEST_PRECEDENCE + new Last().getOrder();
    }

    private static final class Last implements Ordered {
        @Override
        public int getOrder() {
            return 0;
        }
    }
}
