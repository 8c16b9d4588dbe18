"""What the platform's DAGs are made of."""
