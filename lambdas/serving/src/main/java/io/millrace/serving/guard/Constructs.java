package io.millrace.serving.guard;

import io.trino.sql.tree.AliasedRelation;
import io.trino.sql.tree.AllColumns;
import io.trino.sql.tree.AllRows;
import io.trino.sql.tree.ArithmeticBinaryExpression;
import io.trino.sql.tree.ArithmeticUnaryExpression;
import io.trino.sql.tree.Array;
import io.trino.sql.tree.AtTimeZone;
import io.trino.sql.tree.BetweenPredicate;
import io.trino.sql.tree.BinaryLiteral;
import io.trino.sql.tree.BooleanLiteral;
import io.trino.sql.tree.Cast;
import io.trino.sql.tree.CoalesceExpression;
import io.trino.sql.tree.ComparisonExpression;
import io.trino.sql.tree.CurrentTime;
import io.trino.sql.tree.DateTimeDataType;
import io.trino.sql.tree.DecimalLiteral;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.DoubleLiteral;
import io.trino.sql.tree.Except;
import io.trino.sql.tree.ExistsPredicate;
import io.trino.sql.tree.Extract;
import io.trino.sql.tree.FetchFirst;
import io.trino.sql.tree.Format;
import io.trino.sql.tree.FrameBound;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.GenericDataType;
import io.trino.sql.tree.GenericLiteral;
import io.trino.sql.tree.GroupBy;
import io.trino.sql.tree.GroupingOperation;
import io.trino.sql.tree.GroupingSets;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.IfExpression;
import io.trino.sql.tree.InListExpression;
import io.trino.sql.tree.InPredicate;
import io.trino.sql.tree.Intersect;
import io.trino.sql.tree.IntervalDayTimeDataType;
import io.trino.sql.tree.IntervalLiteral;
import io.trino.sql.tree.IsNotNullPredicate;
import io.trino.sql.tree.IsNullPredicate;
import io.trino.sql.tree.Join;
import io.trino.sql.tree.LambdaArgumentDeclaration;
import io.trino.sql.tree.LambdaExpression;
import io.trino.sql.tree.Lateral;
import io.trino.sql.tree.LikePredicate;
import io.trino.sql.tree.Limit;
import io.trino.sql.tree.LogicalExpression;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NotExpression;
import io.trino.sql.tree.NullIfExpression;
import io.trino.sql.tree.NullLiteral;
import io.trino.sql.tree.NumericParameter;
import io.trino.sql.tree.Offset;
import io.trino.sql.tree.OrderBy;
import io.trino.sql.tree.Parameter;
import io.trino.sql.tree.QuantifiedComparisonExpression;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.QueryPeriod;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.Row;
import io.trino.sql.tree.RowDataType;
import io.trino.sql.tree.SampledRelation;
import io.trino.sql.tree.SearchedCaseExpression;
import io.trino.sql.tree.Select;
import io.trino.sql.tree.SimpleCaseExpression;
import io.trino.sql.tree.SimpleGroupBy;
import io.trino.sql.tree.SingleColumn;
import io.trino.sql.tree.SortItem;
import io.trino.sql.tree.StringLiteral;
import io.trino.sql.tree.SubqueryExpression;
import io.trino.sql.tree.SubscriptExpression;
import io.trino.sql.tree.Table;
import io.trino.sql.tree.TableSubquery;
import io.trino.sql.tree.TimeLiteral;
import io.trino.sql.tree.TimestampLiteral;
import io.trino.sql.tree.Trim;
import io.trino.sql.tree.TryExpression;
import io.trino.sql.tree.TypeParameter;
import io.trino.sql.tree.Union;
import io.trino.sql.tree.Unnest;
import io.trino.sql.tree.Values;
import io.trino.sql.tree.WhenClause;
import io.trino.sql.tree.WindowDefinition;
import io.trino.sql.tree.WindowFrame;
import io.trino.sql.tree.WindowReference;
import io.trino.sql.tree.WindowSpecification;
import io.trino.sql.tree.With;
import io.trino.sql.tree.WithQuery;
import java.util.Set;

/**
 * The pieces of grammar that a query may be made of. Not on the list, so refused: table functions, MATCH_RECOGNIZE,
 * functions defined in the statement, JSON_TABLE, descriptors, TABLE t as a query, who and where the session is, and
 * whatever a newer grammar brings.
 */
final class Constructs {
    private static final Set<Class<? extends Node>> ALLOWED = Set.of(
            AliasedRelation.class,
            AllColumns.class,
            AllRows.class,
            ArithmeticBinaryExpression.class,
            ArithmeticUnaryExpression.class,
            Array.class,
            AtTimeZone.class,
            BetweenPredicate.class,
            BinaryLiteral.class,
            BooleanLiteral.class,
            Cast.class,
            CoalesceExpression.class,
            ComparisonExpression.class,
            CurrentTime.class,
            DateTimeDataType.class,
            DecimalLiteral.class,
            DereferenceExpression.class,
            DoubleLiteral.class,
            Except.class,
            ExistsPredicate.class,
            Extract.class,
            FetchFirst.class,
            Format.class,
            FrameBound.class,
            FunctionCall.class,
            GenericDataType.class,
            GenericLiteral.class,
            GroupBy.class,
            GroupingOperation.class,
            GroupingSets.class,
            Identifier.class,
            IfExpression.class,
            InListExpression.class,
            InPredicate.class,
            Intersect.class,
            IntervalDayTimeDataType.class,
            IntervalLiteral.class,
            IsNotNullPredicate.class,
            IsNullPredicate.class,
            Join.class,
            LambdaArgumentDeclaration.class,
            LambdaExpression.class,
            Lateral.class,
            LikePredicate.class,
            Limit.class,
            LogicalExpression.class,
            LongLiteral.class,
            NotExpression.class,
            NullIfExpression.class,
            NullLiteral.class,
            NumericParameter.class,
            Offset.class,
            OrderBy.class,
            Parameter.class,
            QuantifiedComparisonExpression.class,
            Query.class,
            QueryPeriod.class,
            QuerySpecification.class,
            Row.class,
            RowDataType.class,
            RowDataType.Field.class,
            SampledRelation.class,
            SearchedCaseExpression.class,
            Select.class,
            SimpleCaseExpression.class,
            SimpleGroupBy.class,
            SingleColumn.class,
            SortItem.class,
            StringLiteral.class,
            SubqueryExpression.class,
            SubscriptExpression.class,
            Table.class,
            TableSubquery.class,
            TimeLiteral.class,
            TimestampLiteral.class,
            Trim.class,
            TryExpression.class,
            TypeParameter.class,
            Union.class,
            Unnest.class,
            Values.class,
            WhenClause.class,
            WindowDefinition.class,
            WindowFrame.class,
            WindowReference.class,
            WindowSpecification.class,
            With.class,
            WithQuery.class);

    private Constructs() {}

    static boolean isAllowed(Node node) {
        return ALLOWED.contains(node.getClass());
    }
}
