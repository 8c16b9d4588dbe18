package io.millrace.proof.world;

import io.millrace.store.ObjectStore;
import io.millrace.store.ObjectStoreContract;

/** The simulated object store keeps the contract of the real one. */
final class StoreStateTest extends ObjectStoreContract {
    @Override
    protected ObjectStore store() {
        return new StoreState("sim://");
    }
}
