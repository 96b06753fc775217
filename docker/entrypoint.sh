#!/bin/sh
# Start a site: hold back plugins that would break it, bring the database up to date, serve.
# With arguments, run that `tomoni` command instead: docker compose run --rm web plugins
set -eu

if [ "$#" -gt 0 ]; then
  exec tomoni "$@"
fi

TOMONI_PLUGINS_HELD="$(tomoni preflight)"
export TOMONI_PLUGINS_HELD
tomoni migrate --no-input --verbosity 1
tomoni collectstatic --no-input --verbosity 0
# The headers of the web server in front reach Django, whose settings say which of them count.
exec waitress-serve --listen="${TOMONI_LISTEN:-*:8000}" --threads="${TOMONI_THREADS:-8}" \
  --no-clear-untrusted-proxy-headers tomoni.project.wsgi:application
