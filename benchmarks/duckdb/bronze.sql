-- Each line as it is. No line has a unit separator in it, so that it is one column.
copy (
    select line
    from read_csv('{events}', columns = {{'line': 'VARCHAR'}}, header = false, delim = '\x1f', quote = '', escape = '')
) to '{folder}/bronze.parquet' (format parquet, compression zstd);
