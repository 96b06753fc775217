"""The store within Elasticsearch; its client is installed with `tomoni[elasticsearch]`."""
