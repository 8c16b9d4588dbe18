package io.millrace.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The build's step that reads and checks the contracts, so that functions need not when they start. */
public final class ContractPacking {
    private ContractPacking() {}

    /**
     * Writes {@link PackedContracts} beside the bundled files. Contracts with problems are left as they are, for whoever
     * uses them to refuse with all of them, since the command that lists those is built with them too.
     *
     * @param arguments the folder of classes
     */
    public static void main(String[] arguments) throws IOException {
        Path packed = Path.of(arguments[0], PackedContracts.RESOURCE);
        try {
            Files.write(packed, pack(ContractFiles.bundled()));
        } catch (ContractException e) {
            Files.deleteIfExists(packed);
            System.err.println("[WARNING] " + e.getMessage());
        }
    }

    /**
     * The packed form of files that are good contracts.
     *
     * @throws ContractException with every problem of every file
     * @throws IllegalStateException if it would say anything else than the files do
     */
    static byte[] pack(ContractFiles files) throws IOException {
        Contracts read = Contracts.of(files.directory(), files.texts());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        PackedContracts.of(files).write(packed);
        Contracts unpacked =
                Contracts.of(PackedContracts.read(new ByteArrayInputStream(packed.toByteArray())), () -> files);
        // As texts: a rule's pattern equals no other.
        if (!unpacked.all().toString().equals(read.all().toString())) {
            throw new IllegalStateException("Cannot pack contracts: " + files.directory() + " reads otherwise in JSON");
        }
        return packed.toByteArray();
    }
}
