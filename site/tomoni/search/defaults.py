"""Settings that belong to searching; `project/settings/base.py` takes them over."""

import os as _os

# "database": the default database holds the tokens. "elasticsearch": a server does, and the
# database too, for the time when the server does not answer.
TOMONI_SEARCH = {
    "STORE": "elasticsearch" if _os.environ.get("TOMONI_ELASTICSEARCH") else "database",
    # Addresses, separated by commas.
    "HOSTS": _os.environ.get("TOMONI_ELASTICSEARCH", ""),
    "API_KEY": _os.environ.get("TOMONI_ELASTICSEARCH_API_KEY", ""),
    "USER": _os.environ.get("TOMONI_ELASTICSEARCH_USER", ""),
    "PASSWORD": _os.environ.get("TOMONI_ELASTICSEARCH_PASSWORD", ""),
    "CA_CERTS": _os.environ.get("TOMONI_ELASTICSEARCH_CA", ""),
    "VERIFY": _os.environ.get("TOMONI_ELASTICSEARCH_VERIFY", "1") == "1",
    "INDEX": _os.environ.get("TOMONI_ELASTICSEARCH_INDEX", "tomoni"),
    "SHARDS": _os.environ.get("TOMONI_ELASTICSEARCH_SHARDS", "1"),
    # Empty: one where the cluster has a second node.
    "REPLICAS": _os.environ.get("TOMONI_ELASTICSEARCH_REPLICAS", ""),
    # How many processes may analyse while a command writes the whole index, itself among them.
    # Empty: one for each processor, four at most.
    "PROCESSES": _os.environ.get("TOMONI_SEARCH_PROCESSES", ""),
    # Seconds that a visitor's question may take.
    "TIMEOUT": _os.environ.get("TOMONI_ELASTICSEARCH_TIMEOUT", "0.8"),
}
