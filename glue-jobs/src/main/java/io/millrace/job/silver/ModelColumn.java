package io.millrace.job.silver;

/** A column of a model's table; the type is Spark's word for it. */
record ModelColumn(String name, String type, String description) {}
