package io.millrace.job.model;

/** A column of a model's table; the type is Spark's word for it. */
public record ModelColumn(String name, String type, String description) {}
