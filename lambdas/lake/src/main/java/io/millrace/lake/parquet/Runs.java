package io.millrace.lake.parquet;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/** Small numbers as Parquet's hybrid of runs and packed bits: levels, and ids of a dictionary. */
final class Runs {
    private static final int SLAB_BYTES = 256;
    private static final int MOST_BYTES = 1 << 20;

    private final int bits;
    private final RunLengthBitPackingHybridEncoder encoder;

    /** @param most the greatest number that may come */
    Runs(int most) {
        this.bits = BytesUtils.getWidthFromMaxInt(most);
        this.encoder = new RunLengthBitPackingHybridEncoder(
                bits, SLAB_BYTES, MOST_BYTES, HeapByteBufferAllocator.getInstance());
    }

    void add(int number) throws IOException {
        encoder.writeInt(number);
    }

    /** One number as often as it stands there, as levels do: after the length of it all. The number is a byte. */
    static void writeOneWithLength(int number, int times, PageBuffer page) throws IOException {
        int header = times << 1;
        int headerBytes = (38 - Integer.numberOfLeadingZeros(header)) / 7;
        page.putInt(headerBytes + 1);
        BytesUtils.writeUnsignedVarInt(header, page);
        page.write(number);
    }

    /** As levels stand on a page: after their length. */
    void writeWithLength(PageBuffer page) throws IOException {
        BytesInput runs = encoder.toBytes();
        page.putInt((int) runs.size());
        runs.writeAllTo(page);
    }

    /** As ids stand on a page: after their width. */
    void writeWithWidth(PageBuffer page) throws IOException {
        page.write(bits);
        encoder.toBytes().writeAllTo(page);
    }
}
