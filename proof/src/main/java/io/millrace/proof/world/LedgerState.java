package io.millrace.proof.world;

import io.millrace.lake.Claim;
import io.millrace.lake.Fold;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is in the ledger. Held to the same contract as every ledger. */
public final class LedgerState implements Ledger {
    private final Map<String, Set<String>> unopened = new HashMap<>();
    private final Map<ShardId, Head> heads = new TreeMap<>();
    private final Set<ShardId> atRest = new HashSet<>();
    private final Map<ShardId, TreeMap<Long, Claim>> claims = new HashMap<>();
    private final TreeMap<Long, Fold> folds = new TreeMap<>();

    @Override
    public Optional<Head> head(ShardId shard) {
        return Optional.ofNullable(heads.get(shard));
    }

    @Override
    public List<Head> heads() {
        return new ArrayList<>(heads.values());
    }

    @Override
    public List<Head> awake() {
        List<Head> awake = heads();
        awake.removeIf(head -> atRest.contains(head.shard()));
        return awake;
    }

    @Override
    public boolean rest(Head head) {
        Head now = heads.get(head.shard());
        return now != null && same(now, head) && now.attempts() == 0 && atRest.add(head.shard());
    }

    @Override
    public boolean begin(String stream, Set<String> shards) {
        return unopened.putIfAbsent(stream, new HashSet<>(shards)) == null;
    }

    @Override
    public boolean mayBegin(ShardId shard) {
        Set<String> first = unopened.get(shard.stream());
        return first != null && first.contains(shard.shard());
    }

    @Override
    public boolean open(ShardId shard, Set<ShardId> parents) {
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
    public boolean attempt(Head head, @Nullable Position suspect) {
        Head now = heads.get(head.shard());
        if (now == null || !same(now, head)) {
            return false;
        }
        atRest.remove(head.shard());
        heads.put(head.shard(), tried(head, now.attempts() + 1, suspect));
        return true;
    }

    @Override
    public void forgive(Head head) {
        if (same(heads.get(head.shard()), head)) {
            heads.put(head.shard(), tried(head, 0, null));
        }
    }

    @Override
    public boolean claim(Head head, Claim claim) {
        TreeMap<Long, Claim> own = claims.computeIfAbsent(head.shard(), shard -> new TreeMap<>());
        if (!same(heads.get(head.shard()), head) || atRest.contains(head.shard()) || own.containsKey(claim.k())) {
            return false;
        }
        own.put(claim.k(), claim);
        heads.put(head.shard(), head.next(claim.end(), claim.id()));
        return true;
    }

    @Override
    public List<Claim> claims(ShardId shard, long after, int limit) {
        NavigableMap<Long, Claim> own = claims.get(shard);
        if (own == null) {
            return List.of();
        }
        List<Claim> found = new ArrayList<>();
        for (Claim claim : own.tailMap(after, false).values()) {
            if (found.size() == limit) {
                break;
            }
            found.add(claim);
        }
        return found;
    }

    @Override
    public Optional<Fold> lastFold() {
        return Optional.ofNullable(folds.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public Optional<Fold> fold(long number) {
        return Optional.ofNullable(folds.get(number));
    }

    @Override
    public boolean createFold(Fold fold) {
        return folds.putIfAbsent(fold.number(), fold) == null;
    }

    @Override
    public boolean restore(Head head) {
        Head now = heads.get(head.shard());
        if (now != null && now.k() >= head.k()) {
            return false;
        }
        atRest.remove(head.shard());
        heads.put(head.shard(), tried(head, 0, null));
        return true;
    }

    @Override
    public boolean restore(Claim claim) {
        return claims.computeIfAbsent(claim.shard(), shard -> new TreeMap<>()).putIfAbsent(claim.k(), claim) == null;
    }

    @Override
    public boolean remove(Claim claim) {
        TreeMap<Long, Claim> own = claims.getOrDefault(claim.shard(), new TreeMap<>());
        Claim found = own.get(claim.k());
        return found != null && found.id().equals(claim.id()) && own.remove(claim.k(), found);
    }

    @Override
    public void settled(long number, String table) {
        Fold fold = folds.get(number);
        if (fold != null) {
            Set<String> pending = new HashSet<>(fold.pending());
            pending.remove(table);
            folds.put(number, new Fold(fold.number(), fold.manifest(), fold.ranges(), fold.previous(), pending));
        }
    }

    /** Makes an empty ledger hold what this one holds, by what any ledger can do. */
    public void copyTo(Ledger empty) {
        unopened.forEach(empty::begin);
        for (Head head : heads.values()) {
            empty.restore(head);
            for (int i = 0; i < head.attempts(); i++) {
                empty.attempt(head, head.suspect());
            }
        }
        claims.values().forEach(own -> own.values().forEach(empty::restore));
        atRest.forEach(shard -> empty.rest(Objects.requireNonNull(heads.get(shard))));
        folds.values().forEach(empty::createFold);
    }

    /** What is in it now, for ever. */
    LedgerState copy() {
        LedgerState copy = new LedgerState();
        copy.become(this);
        return copy;
    }

    /** Holds from now on what another holds now, and nothing else. */
    void become(LedgerState other) {
        unopened.clear();
        heads.clear();
        atRest.clear();
        claims.clear();
        folds.clear();
        other.unopened.forEach((stream, shards) -> unopened.put(stream, new HashSet<>(shards)));
        heads.putAll(other.heads);
        atRest.addAll(other.atRest);
        other.claims.forEach((shard, own) -> claims.put(shard, new TreeMap<>(own)));
        folds.putAll(other.folds);
    }

    /** All folds, ascending. */
    List<Fold> folds() {
        return List.copyOf(folds.values());
    }

    /** A hash of all that is in the ledger. */
    long digest() {
        return Objects.hash(unopened, heads, atRest, claims, folds);
    }

    private static Head tried(Head head, int attempts, @Nullable Position suspect) {
        return new Head(head.shard(), head.k(), head.end(), head.claimId(), attempts, suspect);
    }

    private static boolean same(@Nullable Head now, Head head) {
        return now != null
                && now.k() == head.k()
                && Objects.equals(now.end(), head.end())
                && Objects.equals(now.claimId(), head.claimId());
    }
}
