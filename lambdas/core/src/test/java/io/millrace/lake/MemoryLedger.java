package io.millrace.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ledger's contract in memory; {@link LedgerContract} holds it and the real one to the same rules. */
public final class MemoryLedger implements Ledger {
    private final Map<String, Set<String>> unopened = new HashMap<>();
    private final Map<ShardId, Head> heads = new TreeMap<>();
    private final Set<ShardId> atRest = new HashSet<>();
    private final Map<ShardId, TreeMap<Long, Claim>> claims = new HashMap<>();
    private final TreeMap<Long, Fold> folds = new TreeMap<>();

    /** A backup: what this holds now, in another ledger. */
    public synchronized MemoryLedger copy() {
        MemoryLedger copy = new MemoryLedger();
        unopened.forEach((stream, shards) -> copy.unopened.put(stream, new HashSet<>(shards)));
        copy.heads.putAll(heads);
        copy.atRest.addAll(atRest);
        claims.forEach((shard, own) -> copy.claims.put(shard, new TreeMap<>(own)));
        copy.folds.putAll(folds);
        return copy;
    }

    @Override
    public synchronized Optional<Head> head(ShardId shard) {
        return Optional.ofNullable(heads.get(shard));
    }

    @Override
    public synchronized List<Head> heads() {
        return new ArrayList<>(heads.values());
    }

    @Override
    public synchronized List<Head> awake() {
        return heads.values().stream()
                .filter(head -> !atRest.contains(head.shard()))
                .toList();
    }

    @Override
    public synchronized boolean rest(Head head) {
        return stands(head) && heads.get(head.shard()).attempts() == 0 && atRest.add(head.shard());
    }

    @Override
    public synchronized boolean begin(String stream, Set<String> shards) {
        return unopened.putIfAbsent(stream, new HashSet<>(shards)) == null;
    }

    @Override
    public synchronized boolean mayBegin(ShardId shard) {
        return unopened.getOrDefault(shard.stream(), Set.of()).contains(shard.shard());
    }

    @Override
    public synchronized boolean open(ShardId shard, Set<ShardId> parents) {
        boolean legal = parents.isEmpty() ? mayBegin(shard) : heads.keySet().containsAll(parents);
        if (!legal || heads.containsKey(shard)) {
            return false;
        }
        if (parents.isEmpty()) {
            unopened.getOrDefault(shard.stream(), new HashSet<>()).remove(shard.shard());
        }
        heads.put(shard, Head.start(shard));
        return true;
    }

    @Override
    public synchronized boolean attempt(Head head, @Nullable Position suspect) {
        if (!stands(head)) {
            return false;
        }
        atRest.remove(head.shard());
        Head now = heads.get(head.shard());
        heads.put(head.shard(), new Head(now.shard(), now.k(), now.end(), now.claimId(), now.attempts() + 1, suspect));
        return true;
    }

    @Override
    public synchronized void forgive(Head head) {
        if (stands(head)) {
            heads.put(head.shard(), new Head(head.shard(), head.k(), head.end(), head.claimId(), 0, null));
        }
    }

    @Override
    public synchronized boolean claim(Head head, Claim claim) {
        TreeMap<Long, Claim> own = claims.computeIfAbsent(head.shard(), shard -> new TreeMap<>());
        if (!stands(head) || atRest.contains(head.shard()) || own.containsKey(claim.k())) {
            return false;
        }
        own.put(claim.k(), claim);
        heads.put(head.shard(), head.next(claim.end(), claim.id()));
        return true;
    }

    private boolean stands(Head head) {
        Head now = heads.get(head.shard());
        return now != null
                && now.k() == head.k()
                && Objects.equals(now.end(), head.end())
                && Objects.equals(now.claimId(), head.claimId());
    }

    @Override
    public synchronized List<Claim> claims(ShardId shard, long after, int limit) {
        return claims.getOrDefault(shard, new TreeMap<>()).tailMap(after, false).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Fold> lastFold() {
        return Optional.ofNullable(folds.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public synchronized Optional<Fold> fold(long number) {
        return Optional.ofNullable(folds.get(number));
    }

    @Override
    public synchronized boolean createFold(Fold fold) {
        return folds.putIfAbsent(fold.number(), fold) == null;
    }

    @Override
    public synchronized boolean restore(Head head) {
        Head now = heads.get(head.shard());
        if (now != null && now.k() >= head.k()) {
            return false;
        }
        atRest.remove(head.shard());
        heads.put(head.shard(), new Head(head.shard(), head.k(), head.end(), head.claimId(), 0, null));
        return true;
    }

    @Override
    public synchronized boolean restore(Claim claim) {
        return claims.computeIfAbsent(claim.shard(), shard -> new TreeMap<>()).putIfAbsent(claim.k(), claim) == null;
    }

    @Override
    public synchronized boolean remove(Claim claim) {
        TreeMap<Long, Claim> own = claims.getOrDefault(claim.shard(), new TreeMap<>());
        Claim found = own.get(claim.k());
        return found != null && found.id().equals(claim.id()) && own.remove(claim.k(), found);
    }

    @Override
    public synchronized void settled(long number, String table) {
        folds.computeIfPresent(number, (unused, fold) -> {
            Set<String> pending = new TreeSet<>(fold.pending());
            pending.remove(table);
            return new Fold(fold.number(), fold.manifest(), fold.ranges(), fold.previous(), pending);
        });
    }
}
