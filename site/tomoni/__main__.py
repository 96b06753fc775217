"""`python -m tomoni` is `tomoni`."""

from tomoni.cli import main

if __name__ == "__main__":
    main()
