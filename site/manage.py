"""Run any Django command from a checkout; `tomoni COMMAND` is the same."""

from tomoni.cli import main

if __name__ == "__main__":
    main()
