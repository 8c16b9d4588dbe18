/** The ledger in DynamoDB, and the objects of claims and folds in S3: what functions, jobs and the command share of AWS. */
@NullMarked
package io.millrace.ledger;

import org.jspecify.annotations.NullMarked;
