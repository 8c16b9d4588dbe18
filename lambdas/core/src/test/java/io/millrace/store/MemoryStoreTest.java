package io.millrace.store;

final class MemoryStoreTest extends ObjectStoreContract {
    @Override
    protected ObjectStore store() {
        return new MemoryStore();
    }
}
