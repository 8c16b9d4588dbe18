package io.millrace.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a kernel did is what it is paid for: one that met nothing but broken events would be quick. */
class KernelsTest {
    @Test
    void nearlyEveryEventIsSeenToBeGoodAndAllAreAccepted() throws IOException {
        EventKernels kernels = new EventKernels();

        assertThat(kernels.tokenWalk()).isGreaterThan(10L * KernelEvents.COUNT);
        // What the screen is not sure of it leaves to the checker.
        assertThat(kernels.screen()).isBetween(KernelEvents.COUNT * 98 / 100, KernelEvents.COUNT);
        assertThat(kernels.typedParse()).isEqualTo(KernelEvents.COUNT);
    }

    @Test
    void everyEventGoesIntoAFrameAndOutOfIt() {
        FrameKernels kernels = new FrameKernels();

        assertThat(kernels.frameEncode()).isPositive();
        assertThat(kernels.frameDecode()).isEqualTo(KernelEvents.COUNT);
    }

    @Test
    void everyEventGoesIntoAFileOfItsTable() throws IOException {
        FileKernels kernels = new FileKernels();

        assertThat(kernels.bronzeFile()).isEqualTo(KernelEvents.COUNT);
        assertThat(kernels.silverFile()).isEqualTo(KernelEvents.COUNT);
        kernels.delete();
    }

    @Test
    void theTableHasALineForEach() {
        KernelFigure walk = new KernelFigure("tokenWalk", 1038.2, 1690.4, 741.6, 8.2);
        KernelFigure unknown = new KernelFigure("screen", Double.NaN, 900, Double.NaN, 348);

        assertThat(KernelFigure.table(List.of(walk, unknown)))
                .containsExactly(
                        "ns an event                  CPU        wall          +-  B allocated",
                        "tokenWalk                  1,038       1,690         742            8",
                        "screen                         -         900           -          348");
    }
}
