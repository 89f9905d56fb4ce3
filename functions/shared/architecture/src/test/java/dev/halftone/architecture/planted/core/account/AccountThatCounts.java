package dev.halftone.architecture.planted.core.account;

import dev.halftone.architecture.planted.core.ledger.PlantedBalance;

record AccountThatCounts(PlantedBalance balance) {}
