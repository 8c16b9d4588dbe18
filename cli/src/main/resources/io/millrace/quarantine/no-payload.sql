cast(NULL AS varchar)
