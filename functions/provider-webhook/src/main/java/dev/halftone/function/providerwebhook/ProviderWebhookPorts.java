package dev.halftone.function.providerwebhook;

import dev.halftone.core.Secrets;
import dev.halftone.core.generation.WorkQueue;
import java.time.Clock;

/** Everything outside that this function uses, but for the keys that providers publish. */
record ProviderWebhookPorts(WorkQueue queue, Secrets secrets, Clock clock) {}
