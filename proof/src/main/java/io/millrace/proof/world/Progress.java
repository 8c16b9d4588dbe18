package io.millrace.proof.world;

import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.Head;

/** How far the lake has come. */
final class Progress {
    private Progress() {}

    /** Whether every claim is in a fold and every fold in its tables. */
    static boolean isFolded(World world) {
        Fold last = world.ledgerBehind().lastFold().orElse(null);
        if (last == null || !last.pending().isEmpty()) {
            return last == null && world.ledgerBehind().heads().stream().allMatch(head -> head.k() == 0);
        }
        FoldManifest manifest = FoldManifestCodec.read(world.objects.read(last.manifest()));
        for (Head head : world.ledgerBehind().heads()) {
            if (head.k() != manifest.folded(head.shard())) {
                return false;
            }
        }
        return true;
    }
}
