package io.millrace.contract;

/** What a field holds where the event brings nothing: no member, null, or a text that is empty once normalised. */
public sealed interface Default {

    /** A text of the contract's. */
    record Text(String value) implements Default {}

    /** The value of another field of the same type, as that field's own rules left it; nothing where it has none. */
    record OtherField(String name) implements Default {}
}
